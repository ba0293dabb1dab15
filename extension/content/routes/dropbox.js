// Generated from rules/dropbox.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "dropbox",
  pages: [
    {"id":"third-party-ai","url":["https://www.dropbox.com/account{/*}?"]},
  ],
};
