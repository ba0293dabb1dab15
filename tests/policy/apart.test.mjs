// The process that reads policies never opens the record, and a person sees how a check goes on.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { Host } from './lib/host.mjs';
import { bin, root, run } from './lib/optoutlog.mjs';
import { startServer } from './lib/server.mjs';

const base = readFileSync(path.join(root, 'tests/policy/documents/clause-dated/0.html'));
const has = program => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
let server, folder;
before(async () => {
  server = await startServer((request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(base),
  );
  folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-apart-'));
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const environment = data => ({
  ...server.env,
  OPTOUTLOG_DATA: data,
  https_proxy: '',
  HTTPS_PROXY: '',
  all_proxy: '',
  ALL_PROXY: '',
});

test(
  'strace: a whole session of the policy host opens policy.db and never the record',
  { skip: has('strace') ? false : 'strace is not installed' },
  async () => {
    const data = path.join(folder, 'traced');
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(path.join(data, 'record.db'), 'the record of somebody', { mode: 0o600 });
    const trace = path.join(folder, 'trace');
    const ids = JSON.parse(readFileSync(path.join(root, 'manifests/ids.json'), 'utf8'));
    const child = spawn(
      'strace',
      [
        '-f',
        '-qq',
        '-o',
        trace,
        '-e',
        'trace=%file,%network',
        bin('optoutlog-policy'),
        `chrome-extension://${ids.chromium[0]}/`,
      ],
      { env: { ...process.env, ...environment(data) }, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const answers = [];
    let buffer = Buffer.alloc(0),
      told = () => {};
    child.stdout.on('data', chunk => {
      buffer = Buffer.concat([buffer, chunk]);
      while (buffer.length >= 4 && buffer.length >= 4 + buffer.readUInt32LE(0)) {
        answers.push(JSON.parse(buffer.subarray(4, 4 + buffer.readUInt32LE(0))));
        buffer = buffer.subarray(4 + buffer.readUInt32LE(0));
        told();
      }
    });
    const ask = async (method, params = {}) => {
      const body = Buffer.from(
        JSON.stringify({ jsonrpc: '2.0', id: answers.length + 1, method, params }),
      );
      const head = Buffer.alloc(4);
      head.writeUInt32LE(body.length);
      const count = answers.length;
      child.stdin.write(Buffer.concat([head, body]));
      while (answers.length === count)
        await new Promise(resolve => {
          told = resolve;
        });
      return answers.at(-1);
    };
    await ask('policy.enable', { on: true });
    await ask('policy.add', { url: 'https://misbehave.example/x' });
    const checked = await ask('policy.check');
    assert.equal(checked.result.results[0].state, 'first');
    const stamp = { hash: '5a'.repeat(32), authority: 'https://misbehave.example/stamp' };
    assert.equal((await ask('policy.stamp', stamp)).error.data.state, 'not-a-reply');
    child.stdin.end();
    await new Promise(resolve => child.on('exit', resolve));
    const calls = readFileSync(trace, 'utf8');
    assert.match(calls, /policy\.db/, 'the trace is of the right program');
    assert.match(calls, /socket\(AF_INET/, 'and it did talk to the network');
    assert.doesNotMatch(calls, /record\.db/);
    assert.equal(readFileSync(path.join(data, 'record.db'), 'utf8'), 'the record of somebody');
  },
);

test('the command: add, on, check with plain lines into a pipe, list, show, remove', async () => {
  const env = environment(path.join(folder, 'command'));
  const policy = (...args) => run(['policy', ...args], { env });
  const off = await policy('check');
  assert.equal(off.status, 60);
  assert.match(off.stderr, /optoutlog policy on/);
  assert.equal((await policy('on')).status, 0);
  const added = await policy('add', 'https://misbehave.example/x', '--name', 'Parley');
  assert.match(added.stdout, /own\/misbehave\.example-1/);
  const checked = await policy('check');
  assert.equal(checked.status, 0, checked.stderr);
  assert.match(checked.stdout, /^\[1\/1\] own\/misbehave\.example-1: first$/m);
  assert.match(checked.stdout, /^1 of 1 read, 0 alerts, 0 could not be checked$/m);
  assert.ok(!checked.stdout.includes('\x1b'));
  const listed = JSON.parse((await policy('list', '--json')).stdout);
  assert.equal(listed.documents[0].state, 'first');
  assert.match(
    (await policy('show')).stdout,
    /No change about AI was found in the documents that could be read \(1 of 1\)/,
  );
  assert.equal((await policy('add', 'http://misbehave.example/')).status, 62);
  assert.equal((await policy('show', '7')).status, 63);
  assert.equal((await policy('remove', 'own/misbehave.example-1')).status, 0);
  assert.equal(JSON.parse((await policy('list', '--json')).stdout).documents.length, 0);
});

test(
  'on a terminal a check draws a bar',
  { skip: has('script') ? false : 'script (util-linux) is not installed' },
  async () => {
    const env = environment(path.join(folder, 'terminal'));
    await run(['policy', 'on'], { env });
    for (let i = 0; i < 30; i++)
      await run(['policy', 'add', `https://misbehave.example/${i}`], { env });
    const child = spawn('script', ['-qec', `${bin('optoutlog')} policy check`, '/dev/null'], {
      env: { ...process.env, ...env, TERM: 'xterm' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      out += text;
    });
    await new Promise(resolve => child.on('close', resolve));
    assert.match(out, /█/);
    for (let done = 1; done <= 30; done++) assert.ok(out.includes(`${done}/30`), `${done}/30`);
    assert.match(out, /30 of 30 read, 0 alerts/);
    // the bar is drawn over in its own line: what stays is the list
    assert.ok(out.lastIndexOf('\x1b[K') < out.indexOf('✓'));
    assert.equal(out.split('\n').filter(line => line.includes('✓ own/')).length, 30);
  },
);

test('into a pipe a check of 30 documents is a line each, as it goes', async () => {
  const env = environment(path.join(folder, 'lines'));
  await run(['policy', 'on'], { env });
  for (let i = 0; i < 30; i++)
    await run(['policy', 'add', `https://misbehave.example/${i}`], { env });
  const { stdout } = await run(['policy', 'check'], { env });
  const lines = stdout
    .split('\n')
    .filter(line => /^\[\d+\/30\] own\/misbehave\.example-\d+: first$/.test(line));
  assert.deepEqual(
    lines.map(line => Number(/\d+/.exec(line)[0])),
    Array.from({ length: 30 }, (_, i) => i + 1),
  );
  assert.doesNotMatch(stdout, /[\x1b\r█]/);
});

test('where every document failed nothing is said about changes', async () => {
  const own = await startServer((request, response) => response.writeHead(500).end());
  const env = { ...environment(path.join(folder, 'failing')), ...own.env };
  await run(['policy', 'on'], { env });
  assert.match((await run(['policy', 'show'], { env })).stdout, /no document is watched/);
  await run(['policy', 'add', 'https://misbehave.example/x'], { env });
  assert.match(
    (await run(['policy', 'show'], { env })).stdout,
    /Nothing can be said about changes: none of the 1 watched/,
  );
  const checked = await run(['policy', 'check'], { env });
  assert.equal(checked.status, 1);
  assert.match(checked.stdout, /No document could be checked, so nothing is known about changes/);
  const shown = (await run(['policy', 'show'], { env })).stdout;
  assert.match(shown, /Nothing can be said about changes/);
  assert.doesNotMatch(shown, /No change/);
  await own.close();
});

/** A sure reading and a probable one, written by the log program into the same folder. */
async function recordReadings(folder) {
  const log = new Host({ program: 'optoutlog-host', folder });
  const entry = {
    id: '0b7f1c1e-0000-4000-8000-000000000001',
    at: new Date().toISOString(),
    platform: 'linkedin',
    control: 'genai-training',
    basis: 'seen',
    training: 'denied',
    why: 'ok',
    sure: 'sure',
    actor: 'none',
    how: 'loaded',
  };
  const probable = {
    ...entry,
    id: '0b7f1c1e-0000-4000-8000-000000000002',
    control: 'another',
    sure: 'likely',
  };
  assert.equal(
    (await log.call('record', { entries: [entry, probable] })).results[0].effect,
    'recorded',
  );
  await log.close({ keep: true });
}

/** What `policy show` says of the change, and of the settings as the log has them. */
function assertShown(shown) {
  assert.match(shown, /New: the text speaks of training models\. Named with it: /);
  const before = 'That was before this change: open the setting and look again\\.';
  const sure =
    '(?:LinkedIn’s AI-training switch (?:is|was)|you turned LinkedIn’s AI-training switch) off\\.';
  assert.match(
    shown,
    new RegExp(`your setting \\(genai-training\\): [^\\n]*${sure}[^\\n]* ${before}`),
  );
  const probable = 'Your setting on LinkedIn probably (?:does|did) not allow AI training\\.';
  assert.match(shown, new RegExp(`your setting \\(another\\): ${probable}`));
}

/** @param {string} text the exported file's */
function assertPacket(text) {
  const packet = JSON.parse(text);
  assert.equal(packet.format, 'optoutlog-policy-changes');
  const [change] = packet.changes;
  assert.equal(packet.changes.length, 1);
  for (const name of ['old_sha256', 'new_sha256']) assert.match(change[name], /^[0-9a-f]{64}$/);
  assert.ok(change.judgement.clauses[0].hits.length > 0);
  assert.deepEqual(
    change.changes.map(one => one.op),
    ['added', 'added'],
  );
  assert.doesNotMatch(text, /denied|genai-training/, 'nothing of the log');
}

/** Between two looks nothing is told, and nothing says that nothing was found. */
async function waits(env) {
  const said = async name => (await run(['policy', name], { env })).stdout.replace(/\s+/g, ' ');
  assert.match(
    await said('show'),
    /^Nothing was told yet, but 1 of the 1 watched documents looked different when last read\./,
  );
  assert.match(
    await said('list'),
    /waiting.* The text looked different on \d{4}-\d\d-\d\d\. That is told once a second look has/,
  );
}

test('show joins a change with the log; export holds the difference and both hashes', async () => {
  const changed = readFileSync(path.join(root, 'tests/policy/documents/clause-dated/1.html'));
  let body = base;
  const own = await startServer((request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(body),
  );
  const host = new Host({ env: own.env });
  await host.call('policy.enable', { on: true });
  await host.call('policy.add', {
    url: 'https://misbehave.example/policy',
    platform: 'linkedin',
    name: 'LinkedIn: Policy',
  });
  await host.call('policy.check');
  await recordReadings(host.folder);
  await host.aDayLater();
  body = changed;
  assert.equal((await host.call('policy.check')).alerts, 0, 'the second look confirms');
  const env = environment(path.join(host.folder, 'data'));
  await waits(env);
  await host.aDayLater();
  assert.equal((await host.call('policy.check')).alerts, 1);
  assertShown((await run(['policy', 'show'], { env })).stdout.replace(/\s+/g, ' '));
  const file = path.join(host.folder, 'changes.json');
  assert.equal((await run(['policy', 'export', '--out', file], { env })).status, 0);
  assertPacket(readFileSync(file, 'utf8'));
  await host.close();
  await own.close();
});

test('the command and the host share one policy.db', async () => {
  const host = new Host({ env: server.env });
  await host.call('policy.enable', { on: true });
  const env = environment(path.join(host.folder, 'data'));
  assert.equal(JSON.parse((await run(['policy', 'list', '--json'], { env })).stdout).enabled, true);
  assert.ok(existsSync(path.join(host.folder, 'data/policy/policy.db')));
  await host.close();
});
