#!/usr/bin/env node
// Runs the runner against hosts that misbehave, each in one way, and shows that it notices: a
// runner that cannot fail proves nothing. Also against one that behaves.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'optoutlog-selftest-'));

/** A small host; `wrong` is JavaScript that runs at its four weak places. */
function host(
  name,
  { before = '', answer = 'frame(reply)', after = '', end = 'process.exit(0)' } = {},
) {
  const file = path.join(folder, name);
  fs.writeFileSync(
    file,
    `#!${process.execPath}
    const write = (bytes) => require('fs').writeSync(1, bytes);
    const frame = (value) => {
      const body = Buffer.from(JSON.stringify(value));
      const head = Buffer.alloc(4);
      head.writeUInt32LE(body.length);
      write(head);
      write(body);
    };
    ${before}
    let data = Buffer.alloc(0);
    process.stdin.on('data', (chunk) => {
      data = Buffer.concat([data, chunk]);
      while (data.length >= 4 && data.length >= 4 + data.readUInt32LE(0)) {
        const request = JSON.parse(data.subarray(4, 4 + data.readUInt32LE(0)));
        data = data.subarray(4 + data.readUInt32LE(0));
        const reply = { jsonrpc: '2.0', id: request.id, result: { controls: [], entries: 1 } };
        ${answer};
        ${after}
      }
    });
    process.stdin.on('end', () => { ${end} });
  `,
    { mode: 0o755 },
  );
  return file;
}

const cases = path.join(folder, 'cases');
fs.mkdirSync(cases);
const write = (name, steps) =>
  fs.writeFileSync(
    path.join(cases, `${name}.json`),
    JSON.stringify({ name, why: 'to see the runner at work', steps }),
  );
write('plain', [
  { call: 'status', result: { controls: [] } },
  { send: { jsonrpc: '2.0', id: 'a', method: 'status' }, split: 'every' },
  { expect: { id: 'a', result: { entries: '$int' } } },
  { close: 'stdin' },
  { exit: 0 },
]);

/** Runs the runner on a host; returns what it said and its status. */
function run(file, ...more) {
  try {
    return {
      status: 0,
      said: execFileSync(
        process.execPath,
        [path.join(here, 'run.mjs'), '--host', file, '--cases', cases, ...more],
        {
          encoding: 'utf8',
          stdio: 'pipe',
          env: { ...process.env, OPTOUTLOG_TEST_TIMEOUT: '3000' },
        },
      ),
    };
  } catch (error) {
    return { status: error.status, said: error.stdout + error.stderr };
  }
}

const EXPECTED = [
  ['a host that behaves', host('good'), 0, /1 passed, 0 failed/],
  [
    'a banner on stdout',
    host('banner', { before: 'write("7-Zip\\r\\n");' }),
    1,
    /the host ended|waited|announced 1768569655 bytes|7-Zi/,
  ],
  [
    'a stray byte after the last answer',
    host('stray', { end: 'write("!"); process.exit(0)' }),
    1,
    /1 bytes on stdout that are no frame/,
  ],
  [
    'a frame that nobody asked for',
    host('chatty', { after: "if (request.id === 'a') frame({ event: 1 });" }),
    1,
    /nobody asked for/,
  ],
  [
    'another result',
    host('other', { answer: 'frame({ ...reply, result: { controls: [1] } })' }),
    1,
    /expected a list of 0/,
  ],
  [
    'a missing member',
    host('missing', { answer: 'frame({ ...reply, result: { controls: [] } })' }),
    1,
    /expected \$int, got nothing/,
  ],
  ['another id', host('id', { answer: 'frame({ ...reply, id: 99 })' }), 1, /\$\.id: expected/],
  [
    'an error instead of a result',
    host('error', {
      answer:
        "frame({ jsonrpc: '2.0', id: request.id, error: { code: 1, message: 'no', data: { " +
        "name: 'x' } } })",
    }),
    1,
    /got nothing|expected no such member/,
  ],
  ['no answer', host('silent', { answer: '' }), 1, /waited 3000 ms for a frame/],
  [
    'an end instead of an answer',
    host('gone', { answer: 'process.exit(0)' }),
    1,
    /no frame: the host ended/,
  ],
  ['a wrong status at the end', host('status', { end: 'process.exit(3)' }), 1, /expected 0/],
  [
    'a host that does not end',
    host('forever', { end: 'setInterval(() => {}, 1000)' }),
    1,
    /waited 3000 ms for the host to end/,
  ],
  [
    'a crash',
    host('crash', { answer: "process.kill(process.pid, 'SIGSEGV'); for (;;);" }),
    1,
    /SIGSEGV/,
  ],
  [
    'a sanitizer that speaks',
    host('sanitizer', { end: "console.error('host.cpp:1: runtime error: x'); process.exit(0)" }),
    1,
    /a sanitizer spoke/,
  ],
  ['no such host', path.join(folder, 'nothing'), 2, /no such file/],
  ['no case that fits', host('good2'), 2, /no case fits/, '--filter', 'nothing'],
];

let failed = 0;
for (const [name, file, status, words, ...more] of EXPECTED) {
  const result = run(file, ...more);
  const ok = result.status === status && words.test(result.said);
  if (!ok) failed += 1;
  console.log(
    ok ? `ok     ${name}` : `FAILED ${name}: status ${result.status}, said ${result.said}`,
  );
}
fs.rmSync(folder, { recursive: true, force: true });
console.log(`${EXPECTED.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
