// The engine's files in the order in which they are injected into a settings page (paths from the extension's root).
// ns.js makes the namespace, run.js freezes it; boot.js is not here: it is registered per platform with its routes.
export const ENGINE_FILES = Object.freeze([
  'content/ns.js',
  'content/text.js',
  'content/lexicon.js',
  'content/meaning.js',
  'content/decide.js',
  'content/dom.js',
  'content/locate.js',
  'content/words.js',
  'content/read.js',
  'content/page.js',
  'content/form.js',
  'content/senses.js',
  'content/kept.js',
  'content/changes.js',
  'content/weigh.js',
  'content/say.js',
  'content/run.js',
]);
