// Generated from rules/medium.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "medium",
  pages: [
    {"id":"settings","url":["https://medium.com/me/settings{/}?"]},
  ],
};
