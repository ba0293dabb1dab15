// Generated from rules/x.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "x",
  pages: [
    {"id":"grok","url":["https://x.com/settings/grok_settings{/}?"]},
  ],
};
