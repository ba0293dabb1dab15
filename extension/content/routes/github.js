// Generated from rules/github.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "github",
  pages: [
    {"id":"copilot","url":["https://github.com/settings/copilot/features{/}?","https://github.com/settings/copilot{/}?"]},
  ],
};
