// Generated from rules/gemini.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "gemini",
  pages: [
    {"id":"activity","url":["https://myactivity.google.com/product/gemini{/}?"]},
  ],
};
