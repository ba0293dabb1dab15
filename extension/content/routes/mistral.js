// Generated from rules/mistral.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "mistral",
  pages: [
    {"id":"privacy","url":["https://admin.mistral.ai/*"]},
  ],
};
