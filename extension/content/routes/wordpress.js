// Generated from rules/wordpress.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "wordpress",
  pages: [
    {"id":"dashboard","url":["https://wordpress.com/sites/:unit/settings/site-visibility{/}?","https://my.wordpress.com/sites/:unit/settings/site-visibility{/}?"]},
    {"id":"wp-admin","url":["https://*.wordpress.com/wp-admin/options-reading.php"]},
    {"id":"general","url":["https://wordpress.com/settings/general/:unit{/}?"]},
  ],
};
