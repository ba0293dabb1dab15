// Generated from rules/substack.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "substack",
  pages: [
    {"id":"settings","url":["https://:unit.substack.com/publish/settings{/*}?"]},
  ],
};
