// Generated from rules/whatsapp.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "whatsapp",
  pages: [
    {"id":"objection","url":["https://www.whatsapp.com/contact/forms/382532939919295{/}?"]},
  ],
};
