// The page of the reader extension: gives each frame its rule, keeps what the engine said there,
// and tells who is done.
const api = globalThis.browser ?? globalThis.chrome;

/**
 * ms that a page may take in all. The engine ends by itself after some 12 s; a slow machine must
 * not end it.
 */
const PATIENCE = 180_000;

const rules = {};
/** id -> {rule (its id), opened, done, observers, said} */
const frames = new Map();

api.runtime.onMessage.addListener((message, _sender, answer) => {
  const frame = frames.get(message.id);
  if (!frame) return;
  if (message.type === 'ready') answer({ rule: rules[frame.rule] });
  if (message.type === 'said' && message.message.type === 'reading')
    frame.said.push(message.message.reading);
  if (message.type === 'done') Object.assign(frame, { done: true, observers: message.observers });
});

globalThis.reader = {
  know(rule) {
    rules[rule.id] = rule;
  },
  open(id, rule) {
    frames.set(id, { rule, opened: performance.now(), done: false, said: [] });
  },
  /**
   * Those that are over: [{id, said, done, observers}], each given once. done: false where patience
   * ended first.
   */
  take() {
    const over = [...frames].filter(
      ([, frame]) => frame.done || performance.now() - frame.opened > PATIENCE,
    );
    for (const [id] of over) frames.delete(id);
    return over.map(([id, { said, done, observers }]) => ({ id, said, done, observers }));
  },
  async listen(files) {
    await api.scripting.registerContentScripts([
      {
        id: 'engine',
        matches: ['https://*/*'],
        js: files,
        allFrames: true,
        runAt: 'document_idle',
      },
    ]);
  },
};
