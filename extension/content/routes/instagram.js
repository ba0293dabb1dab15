// Generated from rules/instagram.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "instagram",
  pages: [
    {"id":"objection","url":["https://help.instagram.com/contact/(233964459562201|767264225370182){/}?"]},
  ],
};
