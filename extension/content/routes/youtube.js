// Generated from rules/youtube.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "youtube",
  pages: [
    {"id":"studio","url":["https://studio.youtube.com/channel/:unit{/*}?","https://studio.youtube.com/*"]},
  ],
};
