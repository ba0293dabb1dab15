// Generated from rules/characterai.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "characterai",
  pages: [
    {"id":"settings","url":["https://character.ai/settings{/*}?","https://beta.character.ai/settings{/*}?"]},
  ],
};
