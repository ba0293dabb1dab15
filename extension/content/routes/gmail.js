// Generated from rules/gmail.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "gmail",
  pages: [
    {"id":"general","url":["https://mail.google.com/mail/*#settings{/*}?"]},
    {"id":"workspace","url":["https://mail.google.com/mail/*#settings{/*}?"]},
    {"id":"drive","url":["https://drive.google.com/drive/settings{/}?"]},
  ],
};
