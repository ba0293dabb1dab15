// What only looks wrong, or is wrong in a rarer way: doctor's verdict alone is compared with the
// browsers'.
import { chmodSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { chromiumFile, computer, edit, firefoxFile, host, id, swap } from './damage.mjs';

export const oddities = [
  ['a member that nobody knows', 'chromium', () => edit(chromiumFile, swap('{', '{"x": 1,'))],
  [
    'an empty description',
    'firefox',
    () => edit(firefoxFile, text => text.replace(/"description": "[^"]*"/, '"description": ""')),
  ],
  [
    'no description',
    'firefox',
    () => edit(firefoxFile, text => text.replace(/"description": "[^"]*",/, '')),
  ],
  [
    'no description',
    'chromium',
    () => edit(chromiumFile, text => text.replace(/"description": "[^"]*",/, '')),
  ],
  [
    'a description that is a number',
    'firefox',
    () => edit(firefoxFile, text => text.replace(/"description": "[^"]*"/, '"description": 5')),
  ],
  [
    'another extension beside ours',
    'chromium',
    () =>
      edit(
        chromiumFile,
        swap(
          '"allowed_origins": [',
          '"allowed_origins": ["chrome-extension://abcdefghijklmnopabcdefghijklmnop/",',
        ),
      ),
  ],
  [
    'another id with letters of no id',
    'chromium',
    () =>
      edit(
        chromiumFile,
        swap(
          '"allowed_origins": [',
          '"allowed_origins": ["chrome-extension://zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz/",',
        ),
      ),
  ],
  [
    'another id of 31 letters',
    'chromium',
    () =>
      edit(
        chromiumFile,
        swap(
          '"allowed_origins": [',
          '"allowed_origins": ["chrome-extension://abcdefghijklmnopabcdefghijklmno/",',
        ),
      ),
  ],
  [
    'our origin with a star for the path',
    'chromium',
    () => edit(chromiumFile, swap(`${id}/`, `${id}/*`)),
  ],
  [
    'our origin with more of a path',
    'chromium',
    () => edit(chromiumFile, swap(`${id}/`, `${id}/popup`)),
  ],
  ['our origin in capitals', 'chromium', () => edit(chromiumFile, swap(id, id.toUpperCase()))],
  ['an origin with a port', 'chromium', () => edit(chromiumFile, swap(`${id}/`, `${id}:80/`))],
  [
    'an origin without an id beside ours',
    'chromium',
    () =>
      edit(
        chromiumFile,
        swap('"allowed_origins": [', '"allowed_origins": ["chrome-extension:///",'),
      ),
  ],
  [
    'a star origin beside ours',
    'chromium',
    () =>
      edit(
        chromiumFile,
        swap('"allowed_origins": [', '"allowed_origins": ["chrome-extension://*/",'),
      ),
  ],
  [
    'a number among the origins',
    'chromium',
    () => edit(chromiumFile, swap('"allowed_origins": [', '"allowed_origins": [5,')),
  ],
  [
    'a number among the add-ons',
    'firefox',
    () => edit(firefoxFile, swap('"allowed_extensions": [', '"allowed_extensions": [5,')),
  ],
  [
    'a malformed add-on beside ours',
    'firefox',
    () =>
      edit(firefoxFile, swap('"allowed_extensions": [', '"allowed_extensions": ["no at sign",')),
  ],
  [
    'a star among the add-ons',
    'firefox',
    () => edit(firefoxFile, swap('"allowed_extensions": [', '"allowed_extensions": ["*",')),
  ],
  [
    'a name with capitals',
    'firefox',
    () => edit(firefoxFile, swap('"org.optoutlog.host"', '"org.optoutlog.Host"')),
  ],
  [
    'a name with a hyphen',
    'chromium',
    () => edit(chromiumFile, swap('"org.optoutlog.host"', '"org.optoutlog-host"')),
  ],
  [
    'the name of another host',
    'firefox',
    () => edit(firefoxFile, swap('"org.optoutlog.host"', '"org.optoutlog.hosts"')),
  ],
  ['another type', 'firefox', () => edit(firefoxFile, swap('stdio', 'pipe'))],
  ['no type', 'chromium', () => edit(chromiumFile, text => text.replace(/"type": "stdio",/, ''))],
  ['DOS line ends', 'chromium', () => edit(chromiumFile, text => text.replaceAll('\n', '\r\n'))],
  ['DOS line ends', 'firefox', () => edit(firefoxFile, text => text.replaceAll('\n', '\r\n'))],
  [
    'a tab within a text',
    'chromium',
    () => edit(chromiumFile, swap('Opt-Out Log:', 'Opt-Out\tLog:')),
  ],
  [
    'a tab within a text',
    'firefox',
    () => edit(firefoxFile, swap('Opt-Out Log:', 'Opt-Out\tLog:')),
  ],
  ['something after the end', 'chromium', () => edit(chromiumFile, text => `${text}{}`)],
  ['something after the end', 'firefox', () => edit(firefoxFile, text => `${text}{}`)],
  [
    'a member twice, the good one last',
    'chromium',
    () => edit(chromiumFile, swap('{', '{"name": "x",')),
  ],
  [
    'a member twice, the good one last',
    'firefox',
    () => edit(firefoxFile, swap('{', '{"name": "x",')),
  ],
  [
    'Latin-1',
    'chromium',
    () =>
      computer.write(
        chromiumFile,
        Buffer.from(computer.read(chromiumFile).toString().replace('Log:', 'L\u00f6g:'), 'latin1'),
      ),
  ],
  ['a list for an object', 'chromium', () => edit(chromiumFile, text => `[${text}]`)],
  [
    'an empty path',
    'chromium',
    () => edit(chromiumFile, text => text.replace(/"path": "[^"]*"/, '"path": ""')),
  ],
  [
    'a path with dots',
    'chromium',
    () => edit(chromiumFile, swap('/bin/optoutlog-host', '/bin/../bin/optoutlog-host')),
  ],
  [
    'a path with dots',
    'firefox',
    () => edit(firefoxFile, swap('/bin/optoutlog-host', '/bin/../bin/optoutlog-host')),
  ],
  [
    'a path that is a link',
    'chromium',
    () => {
      renameSync(computer.at('bin/optoutlog-host'), computer.at('bin/real'));
      symlinkSync('real', computer.at('bin/optoutlog-host'));
    },
  ],
  ['a folder for a program', 'firefox', () => edit(firefoxFile, swap('bin/optoutlog-host', 'bin'))],
  [
    'a script that does the work',
    'chromium',
    () => {
      renameSync(computer.at('bin/optoutlog-host'), computer.at('bin/real'));
      host('#!/bin/sh\nexec "${0%/*}/real" "$@"\n');
    },
  ],
  [
    'a script through env',
    'chromium',
    () => {
      renameSync(computer.at('bin/optoutlog-host'), computer.at('bin/real'));
      host('#!/usr/bin/env sh\nexec "${0%/*}/real" "$@"\n');
    },
  ],
  [
    'a script without a first line',
    'chromium',
    () => {
      renameSync(computer.at('bin/optoutlog-host'), computer.at('bin/real'));
      host('exec "${0%/*}/real" "$@"\n');
    },
  ],
  [
    'a script through an env without the interpreter',
    'chromium',
    () => host('#!/usr/bin/env no-such-python\n'),
  ],
  [
    'a manifest in a folder that may not be entered',
    'chromium',
    () => chmodSync(computer.at('home/.config/chromium/NativeMessagingHosts'), 0o000),
  ],
  [
    'a manifest in a folder that may not be entered',
    'firefox',
    () => chmodSync(computer.at('home/.mozilla/native-messaging-hosts'), 0o000),
  ],
  [
    'a manifest that is a folder',
    'chromium',
    () => {
      rmSync(computer.at(chromiumFile));
      computer.make(chromiumFile);
    },
  ],
  [
    'a manifest that is a link to nothing',
    'firefox',
    () => {
      rmSync(computer.at(firefoxFile));
      symlinkSync('nothing', computer.at(firefoxFile));
    },
  ],
  [
    'a program that others may not run',
    'chromium',
    () => chmodSync(computer.at('bin/optoutlog-host'), 0o700),
  ],
  [
    'a program that its owner may not run',
    'chromium',
    () => chmodSync(computer.at('bin/optoutlog-host'), 0o055),
  ],
  [
    'a log that may not be written',
    'chromium',
    () => {
      computer.make('home/.local/share');
      rmSync(computer.at('home/.local/share/optoutlog'), { recursive: true });
      computer.write('home/.local/share/optoutlog', '');
    },
  ],
  [
    'a program in a folder that may not be entered',
    'firefox',
    () => {
      computer.write('closed/optoutlog-host', computer.read('bin/optoutlog-host'), 0o755);
      chmodSync(computer.at('closed'), 0o600);
      edit(firefoxFile, swap('/bin/', '/closed/'));
    },
  ],
];
