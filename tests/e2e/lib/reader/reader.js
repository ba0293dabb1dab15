// The page of the reader extension: gives each frame its rule, keeps what the engine said there, and tells who is done.
const api = globalThis.browser ?? globalThis.chrome;

/** ms of silence behind the last word: the engine looks again 1.5 s and 2.5 s after a verdict, and then no more. */
const QUIET = 5500;
/** ms after which nothing more is said: 8 s, and 3 s for a control that just came. */
const LONGEST = 13_000;
/** ms that a frame may take until the engine runs in it. */
const PATIENCE = 90_000;

const rules = {};
/** id -> {rule (its id), opened, started, last, said} */
const frames = new Map();

api.runtime.onMessage.addListener((message, _sender, answer) => {
  const frame = frames.get(message.id);
  if (!frame) return;
  if (message.type === 'ready') {
    frame.started = performance.now();
    answer({ rule: rules[frame.rule] });
  }
  if (message.type === 'said') {
    frame.last = performance.now();
    if (message.message.type === 'reading') frame.said.push(message.message.reading);
  }
});

globalThis.reader = {
  know(rule) { rules[rule.id] = rule; },
  open(id, rule) { frames.set(id, { rule, opened: performance.now(), started: 0, last: 0, said: [] }); },
  /** Those that are done: [{id, said, started}], each given once. */
  take() {
    const now = performance.now();
    const done = [];
    for (const [id, frame] of frames) {
      const over = frame.last ? now - frame.last > QUIET : frame.started ? now - frame.started > LONGEST : now - frame.opened > PATIENCE;
      if (!over) continue;
      frames.delete(id);
      done.push({ id, said: frame.said, started: frame.started > 0 });
    }
    return done;
  },
  async listen(files) {
    await api.scripting.registerContentScripts([{ id: 'engine', matches: ['https://*/*'], js: files, allFrames: true, runAt: 'document_idle' }]);
  },
};
