// Generated from rules/quora.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "quora",
  pages: [
    {"id":"privacy","url":["https://www.quora.com/settings/privacy{/}?"]},
  ],
};
