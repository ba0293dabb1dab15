// Generated from rules/discord.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "discord",
  pages: [
    {"id":"settings","url":["https://discord.com/channels{/*}?"]},
  ],
};
