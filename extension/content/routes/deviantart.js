// Generated from rules/deviantart.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "deviantart",
  pages: [
    {"id":"settings","url":["https://www.deviantart.com/*settings*"]},
  ],
};
