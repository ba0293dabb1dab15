// Generated from rules/claude.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "claude",
  pages: [
    {"id":"privacy","url":["https://claude.ai/settings/data-privacy-controls{/}?","https://claude.ai/*#settings/data-privacy-controls","https://claude.ai/*\\?*#settings/data-privacy-controls"]},
    {"id":"older","url":["https://claude.ai/settings/privacy{/}?"]},
  ],
};
