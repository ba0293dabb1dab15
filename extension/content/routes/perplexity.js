// Generated from rules/perplexity.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "perplexity",
  pages: [
    {"id":"preferences","url":["https://www.perplexity.ai/settings{/*}?","https://www.perplexity.ai/account{/*}?"]},
  ],
};
