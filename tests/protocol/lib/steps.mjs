// What each kind of step of a case does. A step is an object whose first key names the kind. Those
// of files and of the database: folder-steps.mjs.
import { compare, Mismatch } from './compare.mjs';
import { FOLDER_STEPS } from './folder-steps.mjs';
import { frame } from './frames.mjs';
import { expand } from './values.mjs';

const asError = (step, id) => ({
  jsonrpc: '2.0',
  id,
  result: '$absent',
  error: {
    code: step.code ?? '$int',
    message: '$string',
    data: { name: step.error, ...step.data },
  },
});

/** Bytes with the header that the step asks for, cut where it says. */
async function put(run, step, body) {
  const host = run.host(step.host);
  let bytes = body;
  if (step.header !== 'none') {
    const header = typeof step.header === 'string' ? Number.parseInt(step.header, 16) : step.header;
    bytes = frame(body, header);
  }
  if (step.keep !== undefined) bytes = bytes.subarray(0, step.keep);
  const cuts = step.split === 'every' ? [...bytes.keys()].slice(1) : (step.split ?? []);
  run.log(
    'sent',
    bytes.length > 4000
      ? `${bytes.length} bytes: ${bytes.toString('latin1', 0, 200)}…`
      : bytes.toString('utf8'),
  );
  await host.write(bytes, cuts);
}

async function nextJson(run, step) {
  const body = await run.host(step.host).next();
  const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  run.log('got', text.length > 4000 ? `${body.length} bytes: ${text.slice(0, 2000)}…` : text);
  if (step.size) compare(step.size, body.length, run.scope);
  return JSON.parse(text);
}

export const STEPS = {
  /**
   * Starts a host by name, where its argv, env or stdio differ from the case's. Others start by
   * themselves.
   */
  async start(run, step) {
    run.launch(step.start, { ...run.test, ...step });
  },

  async send(run, step) {
    await put(run, step, Buffer.from(JSON.stringify(expand(step.send, run.scope))));
  },
  async sendText(run, step) {
    const text = Array.isArray(step.sendText)
      ? step.sendText.map(part => expand(part, run.scope)).join('')
      : expand(step.sendText, run.scope);
    await put(run, step, Buffer.from(text));
  },
  async sendHex(run, step) {
    const parts = [step.sendHex]
      .flat()
      .map(part => expand(part, run.scope))
      .join('')
      .replace(/\s/g, '');
    await put(run, { header: 'none', ...step }, Buffer.from(parts, 'hex'));
  },
  /** Several frames in one write. */
  async sendTogether(run, step) {
    const frames = step.sendTogether.map(each =>
      frame(Buffer.from(typeof each === 'string' ? each : JSON.stringify(expand(each, run.scope)))),
    );
    await put(run, { ...step, header: 'none' }, Buffer.concat(frames));
  },
  /**
   * Sends a request that is `size` bytes long in all, filled up by a member `pad` of its params.
   */
  async sendSized(run, step) {
    const request = expand(step.sendSized, run.scope);
    request.params = { ...request.params, pad: '' };
    request.params.pad = 'x'.repeat(step.size - Buffer.byteLength(JSON.stringify(request)));
    await put(run, step, Buffer.from(JSON.stringify(request)));
  },

  async expect(run, step) {
    compare(step.expect, await nextJson(run, step), run.scope);
  },
  async expectError(run, step) {
    compare(
      asError({ ...step, error: step.expectError }, step.id ?? null),
      await nextJson(run, step),
      run.scope,
    );
  },

  /** A request and its answer in one step: `result` or `error` says what is expected. */
  async call(run, step) {
    const id = ++run.lastId;
    await put(
      run,
      step,
      Buffer.from(
        JSON.stringify(
          expand(
            { jsonrpc: '2.0', id, method: step.call, params: step.params ?? '$absent' },
            run.scope,
          ),
        ),
      ),
    );
    const got = await nextJson(run, step);
    if (step.error) compare(asError(step, id), got, run.scope);
    else
      compare(
        { jsonrpc: '2.0', id, error: '$absent', result: step.result ?? '$any' },
        got,
        run.scope,
      );
  },
  /** Asks page after page until `next` is null; compares the pages' lists joined together. */
  async pages(run, step) {
    const { list, cursor } = step;
    let params = { ...step.params };
    let all = [];
    let count = 0;
    for (;;) {
      const id = ++run.lastId;
      await put(
        run,
        step,
        Buffer.from(
          JSON.stringify(expand({ jsonrpc: '2.0', id, method: step.pages, params }, run.scope)),
        ),
      );
      const { result, error } = await nextJson(run, step);
      if (error) throw new Mismatch([`page ${count + 1} is an error`], step, error);
      count += 1;
      const part = list.split('.').reduce((value, key) => value?.[key], result);
      all = typeof part === 'string' ? [...all, part] : all.concat(part);
      if (result.next === null || result.next === undefined) break;
      if (count > (step.atMost ?? 1000)) throw new Error(`more than ${step.atMost ?? 1000} pages`);
      params = { ...step.params, [cursor]: result.next };
    }
    if (step.count !== undefined) compare(step.count, count, run.scope);
    if (step.minCount !== undefined && count < step.minCount)
      throw new Error(`expected at least ${step.minCount} pages, came ${count}`);
    if (step.unique)
      compare(all.length, new Set(all.map(item => item[step.unique])).size, run.scope);
    if (step.result) compare(step.result, all, run.scope);
    if (step.save) run.scope.saved[step.save] = all.join('');
  },
  /** Saved texts put together, changed, looked at. */
  async join(run, step) {
    run.scope.saved[step.save] = step.join.map(name => run.scope.saved[name]).join('');
  },
  async alter(run, step) {
    const text = run.scope.saved[step.alter];
    const find = expand(step.find, run.scope);
    if (!text.includes(find)) throw new Error(`${step.alter} has no ${find}`);
    run.scope.saved[step.save] = text.replace(find, () => expand(step.with, run.scope));
  },
  async json(run, step) {
    compare(step.result, JSON.parse(run.scope.saved[step.json]), run.scope);
  },
  async text(run, step) {
    const text = run.scope.saved[step.text];
    for (const part of [step.has ?? []].flat())
      if (!text.includes(part)) throw new Error(`${step.text} lacks ${part}`);
    for (const part of [step.lacks ?? []].flat())
      if (text.includes(part)) throw new Error(`${step.text} has ${part}`);
    if (step.lines) compare(step.lines, text.split('\n').length, run.scope);
  },

  async close(run, step) {
    if (step.close === 'stdout') await run.host(step.host).closeStdout();
    else await run.host(step.host).closeStdin();
  },
  async exit(run, step) {
    compare(
      typeof step.exit === 'number' ? { code: step.exit } : step.exit,
      await run.host(step.host).exit(),
      run.scope,
    );
  },
  /** "off": nobody reads the host's stdout, so that its pipe fills; "on" reads again. */
  async reading(run, step) {
    const { stdout } = run.host(step.host);
    if (step.reading === 'off') stdout.pause();
    else stdout.resume();
  },
  async signal(run, step) {
    run.host(step.host).signal(step.signal);
  },
  async stderr(run, step) {
    await run.host(step.host).exit();
    compare({ $match: step.stderr }, run.host(step.host).stderr, run.scope);
  },

  ...FOLDER_STEPS,
};

/** The kind of a step, or a complaint for the author of the case. */
export function kindOf(step) {
  const kind = Object.keys(step)[0];
  if (!(kind in STEPS))
    throw new Error(
      `unknown kind of step: ${JSON.stringify(kind)}; known: ${Object.keys(STEPS).join(', ')}`,
    );
  return kind;
}
