// Generated from rules/adobe.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "adobe",
  pages: [
    {"id":"privacy","url":["https://account.adobe.com/privacy{/}?"]},
  ],
};
