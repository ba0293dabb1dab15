// Generated from rules/copilot.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "copilot",
  pages: [
    {"id":"privacy","url":["https://copilot.microsoft.com/*"]},
    {"id":"older","url":["https://copilot.microsoft.com/*"]},
  ],
};
