#!/usr/bin/env node
// Shows that the host makes no socket: strace sees every system call of whole sessions, and the
// loader's list of libraries is free of anything that could. The detector is shown to work on a
// program that does make one.
//
//     node tests/protocol/no-network.mjs --host build/release/bin/optoutlog-host
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadCase, Run } from './lib/case.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { host: { type: 'string' } } });
if (!values.host || !fs.existsSync(values.host)) {
  console.error(values.host ? `no such file: ${values.host}` : 'usage: no-network.mjs --host FILE');
  process.exit(2);
}
const binary = path.resolve(values.host);
const ids = JSON.parse(fs.readFileSync(path.join(here, '../../manifests/ids.json'), 'utf8'));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'optoutlog-network-'));

// Every system call of Linux that makes, joins or uses a socket.
const CALLS =
  'socket|socketpair|connect|bind|listen|accept4?|sendto|sendmsg|sendmmsg|recvfrom|recvmsg|' +
  'recvmmsg|shutdown|getsockname|getpeername|[gs]etsockopt|socketcall|io_uring_setup';
const NETWORK = new RegExp(`^(\\d+ +)?(${CALLS})\\(`);
const strace = log => ['strace', '-f', '-qq', '-o', log];

/**
 * What strace wrote: {calls, network: the lines that NETWORK finds, did: the names of all calls}.
 */
function look(log) {
  const lines = fs
    .readFileSync(log, 'utf8')
    .split('\n')
    .filter(line => /^(\d+ +)?\w+\(/.test(line));
  return {
    calls: lines.length,
    network: lines.filter(line => NETWORK.test(line)),
    did: new Set(lines.map(line => /(\w+)\(/.exec(line)[1])),
  };
}

/**
 * Plays a case under strace and looks. A host that did nothing would show no socket either: so that
 * is looked at too.
 */
async function session(file, needed) {
  const log = path.join(folder, `${path.basename(file)}.log`);
  const result = await new Run(loadCase(file), {
    command: [...strace(log), binary],
    ids,
    timeout: 60_000,
  }).run();
  if (!result.ok) throw new Error(result.problem);
  const { calls, network, did } = look(log);
  for (const name of needed)
    if (!did.has(name)) throw new Error(`strace saw no ${name}: it cannot have seen the session`);
  if (network.length) throw new Error(`of ${calls} system calls: ${network.join('\n')}`);
  return `${calls} system calls, no socket`;
}

const checks = {
  'the detector finds a socket where there is one': () => {
    const log = path.join(folder, 'control.log');
    execFileSync(strace(log)[0], [
      ...strace(log).slice(1),
      'python3',
      '-I',
      '-c',
      'import socket; socket.socket()',
    ]);
    if (!look(log).network.length)
      throw new Error('strace does not show the socket of a program that makes one');
    return 'yes';
  },
  'a session with every method': () =>
    session(path.join(here, 'sessions/every-method.json'), [
      'execve',
      'read',
      'write',
      'pwrite64',
      'unlink',
    ]),
  'a session that keeps a picture and erases it': () =>
    session(path.join(here, 'cases/435-picture-of-a-joined-reading.json'), [
      'execve',
      'openat',
      'fsync',
      'unlink',
    ]),
  'a session without HOME': () =>
    session(path.join(here, 'sessions/no-home.json'), ['execve', 'read', 'write']),
  'a session of a wrong caller': () =>
    session(path.join(here, 'sessions/wrong-caller.json'), ['execve', 'read', 'write']),
  libraries: () => {
    const { stdout, stderr } = spawnSync('ldd', [binary], { encoding: 'utf8' });
    const names = [...stdout.matchAll(/^\s*(\S+)/gm)].map(found => path.basename(found[1]));
    if (
      !/statically linked|not a dynamic executable/.test(stdout + stderr) &&
      !names.some(name => name.startsWith('libc.so'))
    ) {
      throw new Error(`ldd says nothing: ${stdout}${stderr}`);
    }
    const bad = names.filter(name =>
      /curl|ssl|tls|crypto|nghttp|ssh|resolv|anl|nss|dbus/.test(name),
    );
    if (bad.length) throw new Error(`linked: ${bad.join(', ')}`);
    return names.join(', ');
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    console.log(`ok     ${name}: ${await check()}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error.message}`);
  }
}
fs.rmSync(folder, { recursive: true, force: true });
console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
