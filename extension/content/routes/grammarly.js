// Generated from rules/grammarly.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "grammarly",
  pages: [
    {"id":"privacy","url":["https://account.grammarly.com/security/privacy{/}?"]},
    {"id":"team","url":["https://account.grammarly.com/admin/data_settings{/}?"]},
  ],
};
