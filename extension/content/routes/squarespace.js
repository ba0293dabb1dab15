// Generated from rules/squarespace.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "squarespace",
  pages: [
    {"id":"config","url":["https://:unit.squarespace.com/config{/*}?"]},
  ],
};
