// Generated from rules/note.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "note",
  pages: [
    {"id":"account","url":["https://note.com/settings/account{/}?"]},
  ],
};
