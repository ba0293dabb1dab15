// Generated from rules/artstation.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "artstation",
  pages: [
    {"id":"settings","url":["https://www.artstation.com/*settings*"]},
  ],
};
