// Generated from rules/tumblr.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "tumblr",
  pages: [
    {"id":"blog","url":["https://www.tumblr.com/settings/blog/:unit{/}?"]},
  ],
};
