// Generated from rules/grok.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "grok",
  pages: [
    {"id":"data-controls","url":["https://grok.com/*\\?(.*&)?_s=data(&.*)?"]},
  ],
};
