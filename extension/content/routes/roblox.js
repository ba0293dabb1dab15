// Generated from rules/roblox.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "roblox",
  pages: [
    {"id":"settings","url":["https://create.roblox.com/settings{/*}?"]},
  ],
};
