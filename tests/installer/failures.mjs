// Each failure that users of native hosts meet, as something that is done to a healthy computer
// (world.mjs). doctor.test.mjs holds doctor to its words; tests/packages/doctor.test.mjs asks real
// browsers what they make of each.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { ids } from './world.mjs';

export const chromiumFile = 'home/.config/chromium/NativeMessagingHosts/org.optoutlog.host.json';
export const firefoxFile = 'home/.mozilla/native-messaging-hosts/org.optoutlog.host.json';
const edgeSystem = 'root/etc/opt/edge/native-messaging-hosts/org.optoutlog.host.json';
const chromiumSystem = 'root/etc/chromium/native-messaging-hosts/org.optoutlog.host.json';
export const id = ids.chromium[0];

let computer;
/**
 * The computer that the failures are made on from now on.
 * @param {import('./world.mjs').Computer} it
 */
export function happenOn(it) {
  computer = it;
}

const edit = (file, change) => computer.write(file, change(computer.read(file).toString('utf8')));
const swap = (from, to) => text => {
  assert.ok(text.includes(from), `${from} is not in the manifest`);
  return text.replace(from, to);
};
const frame = text => {
  const body = Buffer.from(text);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
};
/** A host that prints these bytes, then waits for the end of its input. */
export const printing = (bytes, after = 'cat >/dev/null') => {
  const octal = [...Buffer.from(bytes)]
    .map(byte => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
  return `#!/bin/sh\nprintf '${octal}'\n${after}\n`;
};
export const host = text => computer.write('bin/optoutlog-host', text, 0o755);
export const hello = (more = {}) =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    result: { name: 'optoutlog-host', version: '0.1.0', protocol: 1, problem: null, ...more },
  });
export const both = first =>
  Buffer.concat([
    frame(first),
    frame('{"jsonrpc":"2.0","id":2,"result":{"entries":[],"next":null}}'),
  ]);

// name of the scenario, browser, how it is made, what has to be found; `cure`: the (last) remedy is
// followed and has to help; `says`: what the sentence has to contain.
export const failures = [
  [
    'no manifest',
    'chromium',
    () => rmSync(computer.at(chromiumFile)),
    ['manifest.missing'],
    { cure: true, says: 'NativeMessagingHosts' },
  ],
  [
    'no manifest',
    'firefox',
    () => rmSync(computer.at(firefoxFile)),
    ['manifest.missing'],
    { cure: true },
  ],
  [
    'an extension id that is not ours',
    'chromium',
    () => edit(chromiumFile, swap(id, 'abcdefghijklmnopabcdefghijklmnop')),
    ['manifest.origin-missing'],
    { cure: true, says: id },
  ],
  [
    'an add-on id that is not ours',
    'firefox',
    () => edit(firefoxFile, swap(ids.firefox[0], 'other@optoutlog.org')),
    ['manifest.extension-missing'],
    { cure: true },
  ],
  [
    'an origin without its slash',
    'chromium',
    () => edit(chromiumFile, swap(`${id}/`, id)),
    ['manifest.origin-invalid'],
    { cure: true, says: `chrome-extension://${id}` },
  ],
  [
    'an origin with a wildcard',
    'chromium',
    () => edit(chromiumFile, swap(id, '*')),
    ['manifest.origin-invalid'],
    { cure: true },
  ],
  [
    'one bad origin beside the good one',
    'chromium',
    () =>
      edit(
        chromiumFile,
        swap('"allowed_origins": [', '"allowed_origins": ["https://example.org/",'),
      ),
    ['manifest.origin-invalid'],
    { cure: true },
  ],
  [
    'a program without the x bit',
    'chromium',
    () => chmodSync(computer.at('bin/optoutlog-host'), 0o644),
    ['binary.not-executable'],
    { cure: true, general: ['host.missing'] },
  ],
  [
    'a relative path',
    'chromium',
    () =>
      edit(chromiumFile, swap(`"${computer.at('bin/optoutlog-host')}"`, '"bin/optoutlog-host"')),
    ['manifest.path-relative'],
    { cure: true },
  ],
  [
    'a relative path',
    'firefox',
    () => edit(firefoxFile, swap(`"${computer.at('bin/optoutlog-host')}"`, '"./optoutlog-host"')),
    ['manifest.path-relative'],
    { cure: true },
  ],
  [
    'a byte order mark',
    'chromium',
    () => edit(chromiumFile, text => `\ufeff${text}`),
    ['manifest.bom'],
    { cure: true, warns: true },
  ],
  [
    'a byte order mark',
    'firefox',
    () => edit(firefoxFile, text => `\ufeff${text}`),
    ['manifest.bom'],
    { cure: true, warns: true },
  ],
  [
    'UTF-16',
    'chromium',
    () =>
      computer.write(chromiumFile, Buffer.from(`\ufeff${computer.read(chromiumFile)}`, 'utf16le')),
    ['manifest.not-utf8'],
    { cure: true },
  ],
  [
    'Latin-1',
    'firefox',
    () =>
      computer.write(
        firefoxFile,
        Buffer.from(computer.read(firefoxFile).toString().replace('Log:', 'L\u00f6g:'), 'latin1'),
      ),
    ['manifest.not-utf8'],
    { cure: true },
  ],
  [
    'an empty description',
    'chromium',
    () => edit(chromiumFile, text => text.replace(/"description": "[^"]*"/, '"description": ""')),
    ['manifest.description'],
    { cure: true },
  ],
  [
    'a trailing comma',
    'chromium',
    () => edit(chromiumFile, swap('"stdio",', '"stdio",,')),
    ['manifest.json'],
    { cure: true },
  ],
  [
    'a comma before the closing bracket',
    'chromium',
    () => edit(chromiumFile, swap(`${id}/"`, `${id}/",`)),
    ['manifest.trailing-comma'],
    { cure: true },
  ],
  [
    'a comma before the closing brace',
    'firefox',
    () => edit(firefoxFile, swap(']\n}', '],\n}')),
    ['manifest.trailing-comma'],
    { cure: true },
  ],
  [
    'a comment',
    'firefox',
    () => edit(firefoxFile, text => `// ours\n${text}`),
    ['manifest.comment'],
    { cure: true },
  ],
  [
    'a comment',
    'chromium',
    () => edit(chromiumFile, text => `// ours\n${text}`),
    ['manifest.comment-skipped'],
    { cure: true, warns: true },
  ],
  [
    'a member that Firefox does not know',
    'firefox',
    () => edit(firefoxFile, swap('{', '{"version": "1",')),
    ['manifest.member'],
    { cure: true, says: "'version'" },
  ],
  [
    'the lists of both families',
    'firefox',
    () => edit(firefoxFile, swap('{', '{"allowed_origins": [],')),
    ['manifest.member'],
    { cure: true, says: 'allowed_origins' },
  ],
  [
    'a NUL behind the end',
    'chromium',
    () => edit(chromiumFile, text => `${text}\0`),
    ['manifest.json'],
    { cure: true, says: 'NUL' },
  ],
  [
    'a NUL behind the end',
    'firefox',
    () => edit(firefoxFile, text => `${text}\0`),
    ['manifest.json'],
    { cure: true, says: 'NUL' },
  ],
  [
    'half a file',
    'chromium',
    () => edit(chromiumFile, text => text.slice(0, 90)),
    ['manifest.json'],
    { cure: true },
  ],
  [
    'an empty file',
    'firefox',
    () => computer.write(firefoxFile, ''),
    ['manifest.empty'],
    { cure: true },
  ],
  [
    'the name of another host',
    'chromium',
    () => edit(chromiumFile, swap('"org.optoutlog.host"', '"org.optoutlog.hosts"')),
    ['manifest.name'],
    { cure: true, says: 'org.optoutlog.hosts' },
  ],
  [
    'a name with capitals',
    'chromium',
    () => edit(chromiumFile, swap('"org.optoutlog.host"', '"org.optoutlog.Host"')),
    ['manifest.name-invalid'],
    { cure: true, says: 'org.optoutlog.Host' },
  ],
  [
    'a name with a hyphen',
    'firefox',
    () => edit(firefoxFile, swap('"org.optoutlog.host"', '"org.optoutlog-host"')),
    ['manifest.name-invalid'],
    { cure: true },
  ],
  [
    'another type',
    'chromium',
    () => edit(chromiumFile, swap('stdio', 'pipe')),
    ['manifest.type'],
    { cure: true },
  ],
  [
    "the other family's manifest",
    'chromium',
    () => copyFileSync(computer.at(firefoxFile), computer.at(chromiumFile)),
    ['manifest.callers'],
    { cure: true },
  ],
  [
    'a manifest that may not be read',
    'firefox',
    () => chmodSync(computer.at(firefoxFile), 0o000),
    ['manifest.unreadable'],
    { cure: true },
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

/** The same, with files of the system in it (below `root`). */
export const systemFailures = [
  [
    'a user manifest that hides a good system one',
    'chromium',
    () => {
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      edit(chromiumFile, text => text.slice(0, 20));
    },
    ['manifest.json', 'manifest.shadowing'],
    { cure: true, says: chromiumSystem },
  ],
  [
    'a user manifest that hides a system one for another program',
    'chromium',
    () => {
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      edit(chromiumSystem, swap('bin/optoutlog-host', 'bin/elsewhere'));
    },
    ['manifest.shadows'],
    { warns: true, cure: true },
  ],
  [
    'a user manifest for another program that hides a good system one',
    'chromium',
    () => {
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      copyFileSync(computer.at('bin/optoutlog-host'), computer.at('bin/elsewhere'));
      edit(chromiumFile, swap('bin/optoutlog-host', 'bin/elsewhere'));
    },
    ['manifest.shadows', 'binary.other-copy'],
    { warns: true, cure: true },
  ],
  [
    'a broken system manifest before a good one of Chrome',
    'edge',
    () => {
      computer.make('home/.config/microsoft-edge/Default');
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'edge', '--browser', 'chrome']);
      edit(edgeSystem, text => text.slice(0, 20));
    },
    ['manifest.json', 'manifest.shadowing'],
    { cure: true, says: edgeSystem },
  ],
  [
    'a broken user manifest before a good system one',
    'firefox',
    () => {
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'firefox']);
      edit(firefoxFile, text => text.slice(0, 20));
    },
    ['manifest.passed-over'],
    { warns: true, cure: true },
  ],
  [
    'a system manifest where some builds of Firefox do not look',
    'firefox',
    () => {
      rmSync(computer.at(firefoxFile));
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'firefox']);
      computer.make('root/usr/lib64/mozilla');
    },
    ['manifest.other-build'],
    { warns: true, cure: true, says: '/usr/lib64/mozilla/native-messaging-hosts' },
  ],
  [
    'a system manifest closed to other users',
    'chromium',
    () => {
      rmSync(computer.at(chromiumFile));
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      chmodSync(computer.at(chromiumSystem), 0o600);
    },
    ['manifest.unreadable'],
    { cure: true },
  ],
  [
    'a system manifest below a closed folder',
    'chromium',
    () => {
      rmSync(computer.at(chromiumFile));
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      chmodSync(computer.at('root/etc/chromium'), 0o700);
    },
    ['manifest.folder-closed'],
    { cure: true, says: '/etc/chromium,' },
  ],
  [
    'a system program in a closed folder',
    'chromium',
    () => {
      rmSync(computer.at(chromiumFile));
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system', '--browser', 'chromium']);
      chmodSync(computer.at('bin'), 0o700);
    },
    ['binary.folder-closed'],
    { cure: true, says: '/bin' },
  ],
  [
    'a policy that blocks every host',
    'chromium',
    () =>
      computer.write(
        'root/etc/chromium/policies/managed/a.json',
        '{"NativeMessagingBlocklist": ["*"]}',
      ),
    ['policy.blocked'],
    { says: 'a.json' },
  ],
  [
    'a policy against manifests of users',
    'chromium',
    () =>
      computer.write(
        'root/etc/chromium/policies/managed/a.json',
        '{"NativeMessagingUserLevelHosts": false}',
      ),
    ['policy.user-level-off'],
    {},
  ],
  [
    'a policy against the extension',
    'chromium',
    () =>
      computer.write(
        'root/etc/chromium/policies/managed/a.json',
        '{"ExtensionInstallBlocklist": ["*"]}',
      ),
    ['policy.extension-blocked'],
    {},
  ],
  [
    'a policy against the add-on',
    'firefox',
    () =>
      computer.write(
        'root/etc/firefox/policies/policies.json',
        '{"policies": {"ExtensionSettings": {"*": {"installation_mode": "blocked"}}}}',
      ),
    ['policy.extension-blocked'],
    {},
  ],
  [
    'a policy against nativeMessaging',
    'chromium',
    () =>
      computer.write(
        'root/etc/chromium/policies/managed/a.json',
        '{"ExtensionSettings": {"*": {"blocked_permissions": ["nativeMessaging"]}}}',
      ),
    ['policy.permission-blocked'],
    { says: 'a.json' },
  ],
  [
    'a policy against nativeMessaging for the add-on',
    'firefox',
    () =>
      computer.write(
        'root/etc/firefox/policies/policies.json',
        JSON.stringify({
          policies: {
            ExtensionSettings: { [ids.firefox[0]]: { blocked_permissions: ['nativeMessaging'] } },
          },
        }),
      ),
    ['policy.permission-blocked'],
    { says: 'policies.json' },
  ],
];

/**
 * What only looks wrong, or is wrong in a rarer way: doctor's verdict alone is compared with the
 * browsers'.
 */
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
