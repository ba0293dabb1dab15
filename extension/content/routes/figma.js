// Generated from rules/figma.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "figma",
  pages: [
    {"id":"admin","url":["https://www.figma.com/files/:org(\\d+)/team/:unit(\\d+){/*}?","https://www.figma.com/files/team/:unit(\\d+){/*}?","https://www.figma.com/files/:unit(\\d+){/*}?","https://www.figma.com/((?!(?:design|file|board|proto|slides|deck|make|site|buzz|community)/).*)"]},
  ],
};
