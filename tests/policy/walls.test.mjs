// The walls of both native hosts, tried from inside the programs as they are shipped: a library
// that is preloaded does what a fault in them could do. The calls one by one:
// tests/unit/base/walls_test.cpp.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { Host } from './lib/host.mjs';
import { root } from './lib/optoutlog.mjs';

const EPERM = 1;
const EACCES = 13;
const entry = {
  id: '6f1c0f0e-3b5e-4b52-9d5e-2a5f0a3f5a01',
  at: '2026-11-23T18:00:00.000Z',
  platform: 'linkedin',
  control: 'genai-training',
  basis: 'declared',
  training: 'denied',
};
let folder;
let preload;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'optoutlog walls '));
  preload = path.join(mkdtempSync(path.join(tmpdir(), 'optoutlog-inside-')), 'from_inside.so');
  const source = path.join(root, 'tests/policy/lib/from_inside.c');
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', preload, source, '-ldl']);
});
after(() => {
  for (const each of [folder, path.dirname(preload)]) rmSync(each, { recursive: true });
});

/** A home of its own: `data` is where the log is to lie. */
function home(name) {
  const place = path.join(folder, name);
  mkdirSync(path.join(place, 'data'), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(place, 'secret'), 'x');
  writeFileSync(path.join(place, 'data/record.db'), '', { mode: 0o600 });
  return place;
}

/** A host in it, and what its newest attempt from inside met, by name. */
function inside(place, program, env = {}) {
  const files = ['secret', 'data/record.db', 'data/policy/policy.db'];
  const host = new Host({
    program,
    folder: place,
    env: {
      LD_PRELOAD: preload,
      OPTOUTLOG_TEST_FILES: files.map(file => path.join(place, file)).join(':'),
      ...env,
    },
  });
  const lines = () => host.stderr.match(/^inside .*\n/gm) ?? [];
  const met = async method => {
    const before = lines().length;
    await host.call(method);
    while (lines().length === before) await once(host.child.stderr, 'data');
    const line = lines().at(-1);
    return Object.fromEntries(
      [...line.matchAll(/ ([^ =]+)=(-?\d+)/g)].map(([, name, errno]) => [name, Number(errno)]),
    );
  };
  return { host, met };
}

/** Another program that holds the lock of a database until `end()`. */
function execHolding(file) {
  const script =
    'import sqlite3,sys\ndb=sqlite3.connect(sys.argv[1],isolation_level=None)\n' +
    'db.execute("BEGIN EXCLUSIVE")\nprint("held",flush=True)\nsys.stdin.read()';
  const child = spawn('python3', ['-c', script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  return {
    ready: once(child.stdout, 'data'),
    end: () => {
      child.stdin.end();
      return once(child, 'exit');
    },
  };
}

/** What the kernel has; where it has none the hosts run without, and that is what is checked. */
const walls = met => (met.landlock > 0 ? ['files', 'calls'] : ['calls']);

test('16 (13) the log host: no socket, no program, no ptrace, no file but its own', async () => {
  const place = home('log');
  const { host, met } = inside(place, 'optoutlog-host');
  const first = await met('hello');
  assert.deepEqual((await host.call('hello')).walls, walls(first));
  await host.call('record', { entries: [entry] });
  const now = await met('status');
  assert.deepEqual([now.socket, now.exec, now.ptrace], [EPERM, EPERM, EPERM]);
  assert.equal(now['record.db'], 0);
  if (now.landlock > 0) assert.equal(now.secret, EACCES);
  assert.equal((await host.close({ keep: true })).code, 0);
});

test('16 (13) a log that is not there yet is made behind the walls, also over links', async () => {
  const place = home('new log');
  mkdirSync(path.join(place, 'real'));
  symlinkSync('real', path.join(place, 'link'));
  const { host, met } = inside(place, 'optoutlog-host', {
    OPTOUTLOG_DATA: '',
    XDG_DATA_HOME: path.join(place, 'link/my share'),
  });
  const early = await met('status');
  assert.equal((await host.call('record', { entries: [entry] })).results[0].effect, 'recorded');
  assert.equal((await met('status'))['record.db'], early.landlock > 0 ? EACCES : 0);
  assert.ok(existsSync(path.join(place, 'real/my share/optoutlog/record.db')));
  const more = { ...entry, id: entry.id.replace('01', '02'), control: 'x' };
  assert.equal((await host.call('record', { entries: [more] })).results[0].seq, 2);
  assert.equal((await host.call('verify')).ok, true);
  await host.close({ keep: true });
});

test('16 (13) a folder that was moved away is told, and the next run uses the new', async () => {
  const place = home('moved');
  const { host, met } = inside(place, 'optoutlog-host');
  await host.call('record', { entries: [entry] });
  const { landlock } = await met('status');
  renameSync(path.join(place, 'data'), path.join(place, 'away'));
  const answer = await host.ask('record', { entries: [entry] });
  if (landlock > 0) {
    assert.equal(answer.error.data.name, 'record.io');
    assert.match(answer.error.message, /moved, removed or replaced/);
    assert.deepEqual(await host.exit, { code: 0, signal: null });
  }
  const next = inside(place, 'optoutlog-host').host;
  assert.equal((await next.call('record', { entries: [entry] })).results[0].seq, 1);
  await next.close({ keep: true });
});

test('16 (14) the policy host: its own folder, and record.db cannot be opened', async () => {
  const place = home('policy');
  const { host, met } = inside(place, 'optoutlog-policy');
  const before = await met('hello');
  assert.equal(before.exec, EPERM);
  assert.equal(existsSync(path.join(place, 'data/policy')), false);
  await host.call('policy.enable', { on: true });
  for (const each of [{ host, met }, inside(place, 'optoutlog-policy')]) {
    const now = await each.met('hello');
    assert.deepEqual((await each.host.call('hello')).walls, walls(now));
    assert.deepEqual([now.socket, now.exec, now.ptrace], [0, EPERM, EPERM]);
    assert.equal(now['policy.db'], 0);
    if (now.landlock > 0) assert.deepEqual([now['record.db'], now.secret], [EACCES, EACCES]);
    assert.equal((await each.host.close({ keep: true })).code, 0);
  }
});

test('16 (14) what an older version kept is brought into the new folder, whole', async () => {
  const place = home('older');
  const first = new Host({ folder: place });
  await first.call('policy.enable', { on: true });
  await first.call('policy.follow', { platforms: ['reddit'] });
  await first.close({ keep: true });
  const [older, newer] = ['data/policy.db', 'data/policy/policy.db'].map(name =>
    path.join(place, name),
  );
  renameSync(newer, older);
  rmSync(path.dirname(newer), { recursive: true });
  // Another program is at work on it: nothing is moved, and the next run tries again.
  const held = execHolding(older);
  await held.ready;
  const refused = new Host({ folder: place });
  assert.equal((await refused.ask('policy.list')).error.data.name, 'policy.store-busy');
  assert.deepEqual(await refused.exit, { code: 0, signal: null });
  assert.ok(existsSync(older) && !existsSync(newer));
  await held.end();
  const then = new Host({ folder: place });
  const list = await then.call('policy.list');
  assert.deepEqual([list.enabled, list.platforms], [true, ['reddit']]);
  assert.ok(!existsSync(older) && existsSync(newer));
  await then.close({ keep: true });
});
