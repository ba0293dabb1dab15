// Generated from rules/openai-portal.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "openai-portal",
  pages: [
    {"id":"portal","url":["https://privacy.openai.com/policies{/*}?"]},
  ],
};
