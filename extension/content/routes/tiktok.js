// Generated from rules/tiktok.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "tiktok",
  pages: [
    {"id":"objection","url":["https://www.tiktok.com/legal/right-to-object{/}?"]},
  ],
};
