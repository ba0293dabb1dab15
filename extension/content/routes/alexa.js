// Generated from rules/alexa.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "alexa",
  pages: [
    {"id":"manage","url":["https://www.amazon.com/alexa-privacy/apd/myad{/}?","https://www.amazon.de/alexa-privacy/apd/myad{/}?","https://www.amazon.co.uk/alexa-privacy/apd/myad{/}?","https://www.amazon.in/alexa-privacy/apd/myad{/}?","https://www.amazon.com.au/alexa-privacy/apd/myad{/}?"]},
  ],
};
