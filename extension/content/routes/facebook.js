// Generated from rules/facebook.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "facebook",
  pages: [
    {"id":"objection","url":["https://*.facebook.com/help/contact/(6359191084165019|712876720715583){/}?"]},
  ],
};
