// Generated from rules/mistral.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "mistral",
  pages: [
    {"id":"vibe","url":["https://admin.mistral.ai/*"]},
    {"id":"studio","url":["https://admin.mistral.ai/*"]},
  ],
};
