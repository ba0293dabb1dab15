// Generated from rules/deepseek.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "deepseek",
  pages: [
    {"id":"settings","url":["https://chat.deepseek.com/*"]},
  ],
};
