// Generated from rules/linkedin.json by scripts/make-routes.mjs. Do not edit.
globalThis.optoutlogRoutes = {
  platform: "linkedin",
  pages: [
    {"id":"genai","url":["https://www.linkedin.com/mypreferences/(d|m|s)/settings/data-for-ai-improvement{/}?"]},
    {"id":"objection","url":["https://www.linkedin.com/help/linkedin/ask/TS-DPRO{/}?"]},
  ],
};
