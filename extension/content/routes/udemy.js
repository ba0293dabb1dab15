// Generated from rules/udemy.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "udemy",
  pages: [
    {"id":"settings","url":["https://www.udemy.com/instructor/*settings*"]},
  ],
};
