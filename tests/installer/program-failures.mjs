// Failures that users of native hosts meet, of the kind that the program is not the right one, or
// does not do its work.
import { chmodSync, copyFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import {
  both,
  chromiumFile,
  computer,
  edit,
  firefoxFile,
  frame,
  hello,
  host,
  id,
  printing,
  swap,
} from './damage.mjs';
import { built } from './world.mjs';

/** @type {import('./damage.mjs').Failure[]} */
export const programFailures = [
  [
    'a program without the x bit',
    'chromium',
    () => chmodSync(computer.at('bin/optoutlog-host'), 0o644),
    ['binary.not-executable'],
    { cure: true, general: ['host.missing'] },
  ],
  [
    'a program that was moved',
    'chromium',
    () => {
      renameSync(computer.at('bin/optoutlog-host'), computer.at('bin/moved'));
    },
    ['binary.missing'],
    { general: ['host.missing'], says: 'not there' },
  ],
  [
    'a manifest of an older place',
    'firefox',
    () => edit(firefoxFile, swap(computer.at('bin/optoutlog-host'), '/opt/old/optoutlog-host')),
    ['binary.missing'],
    { cure: true, says: '/opt/old/optoutlog-host' },
  ],
  [
    'a folder for a program',
    'chromium',
    () => edit(chromiumFile, swap('bin/optoutlog-host', 'bin')),
    ['binary.folder'],
    { cure: true },
  ],
  [
    'a program for another processor',
    'chromium',
    () => {
      const elf = computer.read('bin/optoutlog-host');
      elf.writeUInt16LE(elf.readUInt16LE(18) === 183 ? 62 : 183, 18);
      computer.write('bin/optoutlog-host', elf, 0o755);
    },
    ['binary.wrong-architecture'],
    {},
  ],
  [
    'a program for another system',
    'chromium',
    () => host('MZ, a program for Windows'),
    ['binary.wrong-system'],
    {},
  ],
  [
    'a script without its interpreter',
    'chromium',
    () => host('#!/no/such/python3\n'),
    ['binary.interpreter'],
    { says: '/no/such/python3' },
  ],
  ['an empty program', 'firefox', () => host(''), ['binary.empty'], {}],
  [
    'a program that anybody can overwrite',
    'chromium',
    () => chmodSync(computer.at('bin/optoutlog-host'), 0o757),
    ['binary.writable'],
    { cure: true, warns: true },
  ],
  [
    '16 (17) a program in a folder that everybody may write',
    'chromium',
    () => chmodSync(computer.at('bin'), 0o777),
    ['binary.folder-writable'],
    { cure: true, warns: true },
  ],
  [
    '16 (17) a manifest that starts the other program',
    'firefox',
    () => {
      copyFileSync(path.join(built, 'optoutlog-policy'), computer.at('bin/optoutlog-policy'));
      edit(firefoxFile, swap('bin/optoutlog-host', 'bin/optoutlog-policy'));
    },
    ['binary.other-copy', 'launch.other-program', 'manifest.optional-missing'],
    { says: 'calls itself optoutlog-policy' },
  ],
  [
    '16 (13) a system that gives the program no walls',
    'chromium',
    () => host(printing(both(hello({ walls: ['calls'] })))),
    ['launch.no-walls'],
    { warns: true, says: 'Landlock' },
  ],
  [
    'text on stdout',
    'chromium',
    () => host('#!/bin/sh\necho "Usage: host [options]"\n'),
    ['launch.text-on-stdout'],
    { says: 'Usage: host [options]' },
  ],
  [
    'text on stdout, from a child process',
    'firefox',
    () => host(printing('\r\n7-Zip 23.01\r\n')),
    ['launch.text-on-stdout'],
    { says: '758581773' },
  ],
  [
    'text after a good answer',
    'chromium',
    () => host(printing(Buffer.concat([both(hello()), Buffer.from('done\n')]))),
    ['launch.text-on-stdout'],
    { says: 'done' },
  ],
  [
    'a program that prints its usage to stderr and ends',
    'chromium',
    () => host('#!/bin/sh\necho "unknown argument $1" >&2\nexit 64\n'),
    ['launch.exited'],
    { says: `unknown argument chrome-extension://${id}/` },
  ],
  [
    'a crash at start',
    'firefox',
    () => host('#!/bin/sh\nkill -SEGV $$\n'),
    ['launch.crashed'],
    { says: 'signal 11' },
  ],
  [
    'a host that never answers',
    'chromium',
    () => host('#!/bin/sh\ncat >/dev/null\n'),
    ['launch.silent'],
    { args: ['--timeout', '1'] },
  ],
  [
    'a frame that is too long',
    'chromium',
    () => host(printing([0, 0, 0x20, 1, 0x7b, 0x7d])),
    ['launch.frame-too-long'],
    { says: '18874368' },
  ],
  [
    'a frame that breaks off',
    'chromium',
    () => host(printing(frame(hello()).subarray(0, 30), 'exit 0')),
    ['launch.truncated'],
    {},
  ],
  [
    'an answer that is no JSON',
    'firefox',
    () => host(printing(frame('{hello}'))),
    ['launch.not-json'],
    {},
  ],
  [
    "another program's host",
    'chromium',
    () => host(printing(frame('{"version":"3.1.0","status":"ok"}'))),
    ['launch.not-ours'],
    { says: '3.1.0' },
  ],
  [
    'a host that refuses the extension',
    'chromium',
    () =>
      host(
        printing(
          frame(
            '{"jsonrpc":"2.0","id":1,"error":{"code":-32006,"message":"Not for ' +
              'you.","data":{"name":"caller.forbidden"}}}',
          ),
        ),
      ),
    ['launch.forbidden'],
    { says: 'Not for you.' },
  ],
  [
    'a host of another version',
    'chromium',
    () => host(printing(both(hello({ version: '0.0.1' })))),
    ['launch.other-version'],
    { warns: true, says: '0.0.1' },
  ],
  [
    'a host that does not end',
    'firefox',
    () => host(printing(both(hello()), 'exec sleep 30')),
    ['launch.lingers'],
    { warns: true },
  ],
  [
    'a damaged record',
    'chromium',
    () =>
      computer.write(
        'home/.local/share/optoutlog/record.db',
        'this is no database, and never was one'.repeat(40),
        0o600,
      ),
    ['record.trouble'],
    { says: 'record.' },
  ],
];
