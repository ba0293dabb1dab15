// Generated from rules/chatgpt.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "chatgpt",
  pages: [
    {"id":"data-controls","url":["https://chatgpt.com/*#settings/DataControls","https://chatgpt.com/*\\?*#settings/DataControls","https://chatgpt.com/settings/data-controls{/}?","https://chat.openai.com/*#settings/DataControls","https://chat.openai.com/*\\?*#settings/DataControls"]},
    {"id":"second-dialog","url":["https://chatgpt.com/*#settings/DataControls","https://chatgpt.com/*\\?*#settings/DataControls","https://chatgpt.com/settings/data-controls{/}?","https://chat.openai.com/*#settings/DataControls","https://chat.openai.com/*\\?*#settings/DataControls"]},
  ],
};
