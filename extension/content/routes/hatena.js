// Generated from rules/hatena.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "hatena",
  pages: [
    {"id":"config","url":["https://blog.hatena.ne.jp/:user/:unit/config{/}?","https://blog.hatena.ne.jp/my/config{/}?"]},
  ],
};
