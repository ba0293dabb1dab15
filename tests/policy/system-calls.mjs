#!/usr/bin/env node
// Shows what the policy host does not do while its own tests run: strace sees each of its processes
// start no program, look into no other process, open nothing of the log, and change no file outside
// its folder. That a file in walls.test.mjs cannot do so is shown there, from inside.
//
//     node tests/policy/system-calls.mjs [TEST FILE]...
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Host } from './lib/host.mjs';
import { bin, root } from './lib/optoutlog.mjs';

/** By file, how the names of tests begin that together ask for each method, and end each way. */
const SAMPLE = {
  alerts: ['a dated clause waits, too'],
  checks: [
    'cancel works within a second',
    'the browser going away',
    'at most once a day',
    'who only asks',
    'a page of the browser',
    'bad params',
    'another extension',
  ],
  misbehave: ['a certificate that nobody', 'no connection at all'],
  'stamp-forged': ['the policy host judges'],
  stamp: ['a request can be cancelled'],
  witness: ['one file is asked for'],
};
// Left out: what runs it under strace itself, what changes how its libraries are found (strace has
// libraries too), and what tries from inside what is looked for here.
const OTHERS = ['apart', 'libraries', 'walls'];
const place = path.join(root, 'tests/policy');
const starts = file => /lib\/(?:host|watched)\.mjs/.test(fs.readFileSync(file, 'utf8'));
const named = process.argv.slice(2);
const whole = process.env.OPTOUTLOG_FULL === '1';

/** What node runs: the files, and of the sample the names. */
function selection() {
  if (named.length > 0) return named;
  if (!whole)
    return [
      ...Object.values(SAMPLE).flatMap(names => names.map(name => `--test-name-pattern=^${name}`)),
      ...Object.keys(SAMPLE).map(name => path.join(place, `${name}.test.mjs`)),
    ];
  return fs
    .readdirSync(place)
    .filter(name => name.endsWith('.test.mjs') && !OTHERS.includes(name.split('.')[0]))
    .map(name => path.join(place, name))
    .filter(starts);
}

const CALLS =
  '%file,execve,execveat,ptrace,process_vm_readv,process_vm_writev,pidfd_getfd,bind,listen,' +
  'read'; // what it is asked for
const CHANGES = new RegExp(
  '^(mkdir|rename|unlink|rmdir|link|symlink|truncate|chmod|chown|lchown|fchmod|fchown|mknod|' +
    'creat|setxattr)(at|at2)?$',
);
const PROCESSES = /^(ptrace|process_vm_readv|process_vm_writev|pidfd_getfd|execveat)$/;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'optoutlog-calls-'));
const traces = path.join(folder, 'traces');
const programs = path.join(folder, 'bin');

/** A folder of programs in which the policy host runs under strace, each in a log of its own. */
function wrap() {
  for (const each of [traces, programs]) fs.mkdirSync(each);
  for (const name of ['optoutlog', 'optoutlog-host'])
    fs.symlinkSync(path.resolve(bin(name)), path.join(programs, name));
  const script = `#!/bin/sh
log=$(mktemp '${traces}/XXXXXXXX') && printf '%s\\n' "$OPTOUTLOG_DATA" >"$log.data"
# -D: the host stays the child of who started it, and gets the signals that are meant for it
exec strace -D -f -q -s 80 -e trace=${CALLS} -o "$log" \\
  '${path.resolve(bin('optoutlog-policy'))}' "$@"
`;
  fs.writeFileSync(path.join(programs, 'optoutlog-policy'), script, { mode: 0o755 });
}

/** Milliseconds after which a log without an end is that of a strace that was ended, too. */
const SILENT = 10_000;

/** The lines of one process' log, once strace has written the last. */
async function linesOf(log) {
  for (;;) {
    const lines = fs.readFileSync(log, 'utf8').trimEnd().split('\n');
    const [first] = lines[0].split(' ');
    const silent = Date.now() - fs.statSync(log).mtimeMs > SILENT;
    // a short number of a process is padded
    if (silent || lines.some(line => /^(\d+) +\+{3} /.exec(line)?.[1] === first)) return lines;
    await pause(20);
  }
}

/** Whether the path lies in the folder, or is it. */
const isIn = (file, place) => file === place || file.startsWith(`${place}/`);

/** The methods that a process was asked for, as its input brought them. */
const asked = lines =>
  lines.flatMap(line => /^\d+ +read\(.*?\\"method\\":\\"([a-z.]+)\\"/.exec(line)?.[1] ?? []);

/** All methods of the host, as it says itself. */
async function methods() {
  const host = new Host();
  const { error } = await host.ask('policy.none');
  await host.close();
  return error.data.methods;
}

/** What is forbidden in a log: the calls, and how many there were. */
function judge(lines, data) {
  const own = path.join(data, 'policy');
  let calls = 0;
  const forbidden = lines.filter(line => {
    const [, name, rest] = /^\d+ +(\w+)\((.*)/.exec(line) ?? [];
    if (!name || name === 'read') return false;
    ++calls;
    if (PROCESSES.test(name)) return true;
    if (name === 'execve') return calls > 1;
    if (name === 'bind' || name === 'listen') return !/AF_NETLINK/.test(rest);
    const paths = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, file]) => file);
    const opens = /^open(at|at2)?$/.test(name);
    if (opens && !/O_PATH/.test(rest) && data)
      if (paths.some(file => isIn(file, data) && !isIn(file, own))) return true;
    const changes = CHANGES.test(name) || (opens && /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(rest));
    if (!changes) return false;
    // the folders above its own are made by whoever comes first
    if (/^mkdir/.test(name)) return !paths.every(file => isIn(own, file) || isIn(file, own));
    return !paths.every(file => isIn(file, own) || file === '/dev/null');
  });
  return { calls, forbidden };
}

async function run() {
  wrap();
  const child = spawn(
    process.execPath,
    ['--test', '--test-reporter=dot', '--test-concurrency=1', ...selection()],
    { env: { ...process.env, OPTOUTLOG_BIN: programs }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [status] = await once(child, 'exit');
  const logs = fs.readdirSync(traces).filter(name => !name.endsWith('.data'));
  let calls = 0;
  const forbidden = [];
  const missing = new Set(named.length > 0 ? [] : await methods());
  for (const log of logs) {
    const lines = await linesOf(path.join(traces, log));
    const data = fs.readFileSync(path.join(traces, `${log}.data`), 'utf8').trim();
    const found = judge(lines, data);
    for (const method of asked(lines)) missing.delete(method);
    calls += found.calls;
    forbidden.push(...found.forbidden);
  }
  if (logs.length === 0) throw new Error('the policy host was not started');
  return { status, processes: logs.length, calls, forbidden, missing: [...missing] };
}

/** The judgement itself, on calls that are and that are not to be. */
function selfTest() {
  const start = '1 execve("/bin/optoutlog-policy", [], 0x7 /* 9 vars */) = 0';
  const [fine, wrong] = [
    ['openat(AT_FDCWD, "/d/policy/policy.db", O_RDWR|O_CREAT, 0600) = 3', 'mkdir("/d", 0700) = 0'],
    [
      'execve("/bin/sh", ["sh"], 0x7) = -1 EPERM',
      'openat(AT_FDCWD, "/d/record.db", O_RDONLY) = -1 EACCES',
      'openat(AT_FDCWD, "/tmp/x", O_RDWR|O_CREAT, 0600) = 3',
      'rename("/d/policy/a", "/tmp/b") = 0',
      'ptrace(PTRACE_TRACEME) = -1 EPERM',
    ],
  ];
  for (const [list, count] of [
    [fine, 0],
    [wrong, wrong.length],
  ]) {
    const { forbidden } = judge([start, ...list.map(call => `1 ${call}`)], '/d');
    if (forbidden.length !== count) throw new Error(`of ${list.join('; ')}: ${forbidden}`);
  }
}

try {
  selfTest();
  const { status, processes, calls, forbidden, missing } = await run();
  console.log(`${processes} processes of the policy host, ${calls} calls`);
  for (const line of forbidden.slice(0, 20)) console.log(`FAILED ${line}`);
  if (status !== 0) console.log(`FAILED the tests themselves ended with ${status}`);
  if (missing.length > 0) console.log(`FAILED nothing asked for ${missing.join(', ')}`);
  const failed = [forbidden.length, status, missing.length].filter(one => one !== 0).length;
  console.log(`${3 - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  console.log(`FAILED ${error.message}`);
  process.exitCode = 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
