// Generated from rules/pinterest.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "pinterest",
  pages: [
    {"id":"privacy","url":["https://*.pinterest.com/settings/privacy{/}?","https://*.pinterest.com/settings/privacy-and-data{/}?"]},
  ],
};
