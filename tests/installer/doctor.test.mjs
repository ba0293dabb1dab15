// Each failure that users of native hosts meet, made on purpose: doctor names exactly it, and where its remedy is a command,
// running that command makes everything well again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Computer, ids, onLinux } from './world.mjs';

const chromiumFile = 'home/.config/chromium/NativeMessagingHosts/org.optoutlog.host.json';
const firefoxFile = 'home/.mozilla/native-messaging-hosts/org.optoutlog.host.json';
const chromiumSystem = 'root/etc/chromium/native-messaging-hosts/org.optoutlog.host.json';
const id = ids.chromium[0];

let computer;
beforeEach(() => { computer = new Computer(); });
afterEach(() => computer.remove());

const edit = (file, change) => computer.write(file, change(computer.read(file).toString('utf8')));
const swap = (from, to) => (text) => { assert.ok(text.includes(from), `${from} is not in the manifest`); return text.replace(from, to); };
const frame = (text) => { const body = Buffer.from(text); const head = Buffer.alloc(4); head.writeUInt32LE(body.length); return Buffer.concat([head, body]); };
/** A host that prints these bytes, then waits for the end of its input. */
const printing = (bytes, after = 'cat >/dev/null') => {
  const octal = [...Buffer.from(bytes)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  return `#!/bin/sh\nprintf '${octal}'\n${after}\n`;
};
const host = (text) => computer.write('bin/optoutlog-host', text, 0o755);
const hello = (more = {}) => JSON.stringify({ jsonrpc: '2.0', id: 1, result: { name: 'optoutlog-host', version: '0.1.0', protocol: 1, problem: null, ...more } });
const both = (first) => Buffer.concat([frame(first), frame('{"jsonrpc":"2.0","id":2,"result":{"entries":[],"next":null}}')]);

/** The names of what is not well with one browser. */
function findings(report, browser) {
  return report.browsers.find((it) => it.browser === browser).checks.filter((check) => check.result !== 'PASS');
}

/** Runs a remedy as the person would. */
function follow(remedy) {
  const own = remedy.replace(/^optoutlog (register|unregister)/, `optoutlog $1 --root '${computer.at('root')}'`);
  const result = spawnSync('/bin/sh', ['-c', own], { env: { ...computer.env, PATH: `${computer.at('bin')}:/usr/bin:/bin` }, encoding: 'utf8' });
  assert.equal(result.status, 0, `${own}\n${result.stdout}${result.stderr}`);
}

test('on a healthy computer with every browser everything passes, and doctor changes nothing', () => {
  computer.install(onLinux);
  computer.ok(['register']);
  const before = [computer.tree('home'), computer.tree('root')];
  const report = computer.doctor();
  assert.equal(report.status, 0);
  assert.equal(report.ok, true);
  for (const browser of onLinux) {
    const { result } = report.browsers.find((it) => it.browser === browser.id);
    const want = browser.works ? 'WARN' : browser.only_named ? 'SKIP' : 'PASS';
    assert.equal(result, want, `${browser.id}: ${JSON.stringify(findings(report, browser.id))}`);
  }
  assert.deepEqual([computer.tree('home'), computer.tree('root')], before);
});

test('system-wide alone passes too', () => {
  computer.make('home/.config/chromium/Default');
  computer.make('home/.mozilla/firefox');
  chmodSync(computer.path, 0o755); // the temporary folder is closed to other users, whom a system manifest has to serve
  computer.ok(['register', '--system']);
  const report = computer.doctor();
  assert.equal(report.result, 'PASS', JSON.stringify(report, null, 1));
});

test('a browser that is not here is skipped; none at all is a warning', () => {
  const report = computer.doctor();
  assert.equal(report.status, 0);
  assert.ok(report.browsers.every((browser) => browser.result === 'SKIP'));
  assert.deepEqual(report.general.map((check) => check.name), ['browser.none']);
});

// name of the scenario, browser, how it is made, what has to be found; `cure`: the (last) remedy is followed and has to help;
// `says`: what the sentence has to contain.
const failures = [
  ['no manifest', 'chromium', () => rmSync(computer.at(chromiumFile)), ['manifest.missing'], { cure: true, says: 'NativeMessagingHosts' }],
  ['no manifest', 'firefox', () => rmSync(computer.at(firefoxFile)), ['manifest.missing'], { cure: true }],
  ['an extension id that is not ours', 'chromium', () => edit(chromiumFile, swap(id, 'abcdefghijklmnopabcdefghijklmnop')), ['manifest.origin-missing'], { cure: true, says: id }],
  ['an add-on id that is not ours', 'firefox', () => edit(firefoxFile, swap(ids.firefox[0], 'other@optoutlog.org')), ['manifest.extension-missing'], { cure: true }],
  ['an origin without its slash', 'chromium', () => edit(chromiumFile, swap(`${id}/`, id)), ['manifest.origin-invalid'], { cure: true, says: `chrome-extension://${id}` }],
  ['an origin with a wildcard', 'chromium', () => edit(chromiumFile, swap(id, '*')), ['manifest.origin-invalid'], { cure: true }],
  ['one bad origin beside the good one', 'chromium', () => edit(chromiumFile, swap('"allowed_origins": [', '"allowed_origins": ["https://example.org/",')), ['manifest.origin-invalid'], { cure: true }],
  ['a program without the x bit', 'chromium', () => chmodSync(computer.at('bin/optoutlog-host'), 0o644), ['binary.not-executable'], { cure: true, general: ['host.missing'] }],
  ['a relative path', 'chromium', () => edit(chromiumFile, swap(`"${computer.at('bin/optoutlog-host')}"`, '"bin/optoutlog-host"')), ['manifest.path-relative'], { cure: true }],
  ['a relative path', 'firefox', () => edit(firefoxFile, swap(`"${computer.at('bin/optoutlog-host')}"`, '"./optoutlog-host"')), ['manifest.path-relative'], { cure: true }],
  ['a byte order mark', 'chromium', () => edit(chromiumFile, (text) => `\ufeff${text}`), ['manifest.bom'], { cure: true }],
  ['a byte order mark', 'firefox', () => edit(firefoxFile, (text) => `\ufeff${text}`), ['manifest.bom'], { cure: true }],
  ['UTF-16', 'chromium', () => computer.write(chromiumFile, Buffer.from(`\ufeff${computer.read(chromiumFile)}`, 'utf16le')), ['manifest.not-utf8'], { cure: true }],
  ['Latin-1', 'firefox', () => computer.write(firefoxFile, Buffer.from(computer.read(firefoxFile).toString().replace('Log:', 'L\u00f6g:'), 'latin1')), ['manifest.not-utf8'], { cure: true }],
  ['an empty description', 'chromium', () => edit(chromiumFile, (text) => text.replace(/"description": "[^"]*"/, '"description": ""')), ['manifest.description'], { cure: true }],
  ['a trailing comma', 'chromium', () => edit(chromiumFile, swap('"stdio",', '"stdio",,')), ['manifest.json'], { cure: true }],
  ['a comma before the closing bracket', 'chromium', () => edit(chromiumFile, swap(`${id}/"`, `${id}/",`)), ['manifest.trailing-comma'], { cure: true }],
  ['a comma before the closing brace', 'firefox', () => edit(firefoxFile, swap(']\n}', '],\n}')), ['manifest.trailing-comma'], { cure: true }],
  ['a comment', 'firefox', () => edit(firefoxFile, (text) => `// ours\n${text}`), ['manifest.comment'], { cure: true }],
  ['half a file', 'chromium', () => edit(chromiumFile, (text) => text.slice(0, 90)), ['manifest.json'], { cure: true }],
  ['an empty file', 'firefox', () => computer.write(firefoxFile, ''), ['manifest.empty'], { cure: true }],
  ['the name of another host', 'chromium', () => edit(chromiumFile, swap('"org.optoutlog.host"', '"org.optoutlog.hosts"')), ['manifest.name'], { cure: true, says: 'org.optoutlog.hosts' }],
  ['a name with capitals', 'chromium', () => edit(chromiumFile, swap('"org.optoutlog.host"', '"org.optoutlog.Host"')), ['manifest.name-invalid'], { cure: true, says: 'org.optoutlog.Host' }],
  ['a name with a hyphen', 'firefox', () => edit(firefoxFile, swap('"org.optoutlog.host"', '"org.optoutlog-host"')), ['manifest.name-invalid'], { cure: true }],
  ['another type', 'chromium', () => edit(chromiumFile, swap('stdio', 'pipe')), ['manifest.type'], { cure: true }],
  ['the other family\'s manifest', 'chromium', () => copyFileSync(computer.at(firefoxFile), computer.at(chromiumFile)), ['manifest.callers'], { cure: true }],
  ['a manifest that may not be read', 'firefox', () => chmodSync(computer.at(firefoxFile), 0o000), ['manifest.unreadable'], { cure: true }],
  ['a program that was moved', 'chromium', () => { renameSync(computer.at('bin/optoutlog-host'), computer.at('bin/moved')); }, ['binary.missing'], { general: ['host.missing'], says: 'not there' }],
  ['a manifest of an older place', 'firefox', () => edit(firefoxFile, swap(computer.at('bin/optoutlog-host'), '/opt/old/optoutlog-host')), ['binary.missing'], { cure: true, says: '/opt/old/optoutlog-host' }],
  ['a folder for a program', 'chromium', () => edit(chromiumFile, swap('bin/optoutlog-host', 'bin')), ['binary.folder'], { cure: true }],
  ['a program for another processor', 'chromium', () => { const elf = computer.read('bin/optoutlog-host'); elf.writeUInt16LE(elf.readUInt16LE(18) === 183 ? 62 : 183, 18); computer.write('bin/optoutlog-host', elf, 0o755); }, ['binary.wrong-architecture'], {}],
  ['a program for another system', 'chromium', () => host('MZ, a program for Windows'), ['binary.wrong-system'], {}],
  ['a script without its interpreter', 'chromium', () => host('#!/no/such/python3\n'), ['binary.interpreter'], { says: '/no/such/python3' }],
  ['an empty program', 'firefox', () => host(''), ['binary.empty'], {}],
  ['a program that anybody can overwrite', 'chromium', () => chmodSync(computer.at('bin/optoutlog-host'), 0o757), ['binary.writable'], { cure: true, warns: true }],
  ['text on stdout', 'chromium', () => host('#!/bin/sh\necho "Usage: host [options]"\n'), ['launch.text-on-stdout'], { says: 'Usage: host [options]' }],
  ['text on stdout, from a child process', 'firefox', () => host(printing('\r\n7-Zip 23.01\r\n')), ['launch.text-on-stdout'], { says: '758581773' }],
  ['text after a good answer', 'chromium', () => host(printing(Buffer.concat([both(hello()), Buffer.from('done\n')]))), ['launch.text-on-stdout'], { says: 'done' }],
  ['a program that prints its usage to stderr and ends', 'chromium', () => host('#!/bin/sh\necho "unknown argument $1" >&2\nexit 64\n'), ['launch.exited'], { says: `unknown argument chrome-extension://${id}/` }],
  ['a crash at start', 'firefox', () => host('#!/bin/sh\nkill -SEGV $$\n'), ['launch.crashed'], { says: 'signal 11' }],
  ['a host that never answers', 'chromium', () => host('#!/bin/sh\ncat >/dev/null\n'), ['launch.silent'], { args: ['--timeout', '1'] }],
  ['a frame that is too long', 'chromium', () => host(printing([0, 0, 0x20, 1, 0x7b, 0x7d])), ['launch.frame-too-long'], { says: '18874368' }],
  ['a frame that breaks off', 'chromium', () => host(printing(frame(hello()).subarray(0, 30), 'exit 0')), ['launch.truncated'], {}],
  ['an answer that is no JSON', 'firefox', () => host(printing(frame('{hello}'))), ['launch.not-json'], {}],
  ['another program\'s host', 'chromium', () => host(printing(frame('{"version":"3.1.0","status":"ok"}'))), ['launch.not-ours'], { says: '3.1.0' }],
  ['a host that refuses the extension', 'chromium', () => host(printing(frame('{"jsonrpc":"2.0","id":1,"error":{"code":-32006,"message":"Not for you.","data":{"name":"caller.forbidden"}}}'))), ['launch.forbidden'], { says: 'Not for you.' }],
  ['a host of another version', 'chromium', () => host(printing(both(hello({ version: '0.0.1' })))), ['launch.other-version'], { warns: true, says: '0.0.1' }],
  ['a host that does not end', 'firefox', () => host(printing(both(hello()), 'exec sleep 30')), ['launch.lingers'], { warns: true }],
  ['a damaged record', 'chromium', () => computer.write('home/.local/share/optoutlog/record.db', 'this is no database, and never was one'.repeat(40), 0o600), ['record.trouble'], { says: 'record.' }],
  ['a user manifest that hides a good system one', 'chromium', () => { chmodSync(computer.path, 0o755); computer.ok(['register', '--system', '--browser', 'chromium']); edit(chromiumFile, (text) => text.slice(0, 20)); }, ['manifest.json', 'manifest.shadowing'], { cure: true, says: chromiumSystem }],
  ['a user manifest that hides a system one for another program', 'chromium', () => { chmodSync(computer.path, 0o755); computer.ok(['register', '--system', '--browser', 'chromium']); edit(chromiumSystem, swap('bin/optoutlog-host', 'bin/elsewhere')); }, ['manifest.shadows'], { warns: true }],
  ['a broken user manifest before a good system one', 'firefox', () => { chmodSync(computer.path, 0o755); computer.ok(['register', '--system', '--browser', 'firefox']); edit(firefoxFile, (text) => text.slice(0, 20)); }, ['manifest.passed-over'], { warns: true, cure: true }],
  ['a system manifest closed to other users', 'chromium', () => { rmSync(computer.at(chromiumFile)); chmodSync(computer.path, 0o755); computer.ok(['register', '--system', '--browser', 'chromium']); chmodSync(computer.at(chromiumSystem), 0o600); }, ['manifest.unreadable'], { cure: true }],
  ['a system program in a closed folder', 'chromium', () => { rmSync(computer.at(chromiumFile)); chmodSync(computer.path, 0o755); computer.ok(['register', '--system', '--browser', 'chromium']); chmodSync(computer.at('bin'), 0o700); }, ['binary.folder-closed'], { says: '/bin' }],
  ['a policy that blocks every host', 'chromium', () => computer.write('root/etc/chromium/policies/managed/a.json', '{"NativeMessagingBlocklist": ["*"]}'), ['policy.blocked'], { says: 'a.json' }],
  ['a policy against manifests of users', 'chromium', () => computer.write('root/etc/chromium/policies/managed/a.json', '{"NativeMessagingUserLevelHosts": false}'), ['policy.user-level-off'], {}],
  ['a policy against the extension', 'chromium', () => computer.write('root/etc/chromium/policies/managed/a.json', '{"ExtensionInstallBlocklist": ["*"]}'), ['policy.extension-blocked'], {}],
  ['a policy against the add-on', 'firefox', () => computer.write('root/etc/firefox/policies/policies.json', '{"policies": {"ExtensionSettings": {"*": {"installation_mode": "blocked"}}}}'), ['policy.extension-blocked'], {}],
];

describe('doctor names exactly', () => {
  for (const [scenario, browser, spoil, names, { cure, says, warns, general = [], args = [] }] of failures) {
    test(`${scenario}, in ${browser}`, () => {
      computer.make('home/.config/chromium/Default');
      computer.make('home/.mozilla/firefox');
      computer.ok(['register']);
      assert.equal(computer.doctor().result, 'PASS');
      spoil();
      const report = computer.doctor(['--browser', browser, ...args]);
      const found = findings(report, browser);
      assert.deepEqual(found.map((check) => check.name), names, JSON.stringify(found, null, 1));
      assert.deepEqual(report.general.map((check) => check.name), general);
      assert.equal(report.status, warns ? 0 : 1);
      assert.equal(report.result, warns ? 'WARN' : 'FAIL');
      for (const check of found) {
        assert.ok(check.what.length > 0 && check.remedy.length > 0, JSON.stringify(check));
        assert.doesNotMatch(check.what + check.remedy, /[{}](?!.*")/, 'a brace was not filled in');
      }
      if (says) assert.ok(found.some((check) => check.what.includes(says)), `${says} is not in ${JSON.stringify(found)}`);
      // For people the same, with the remedy below.
      const text = computer.run(['doctor', '--browser', browser, ...args], { env: { COLUMNS: '400' } }).stdout;
      for (const check of found) assert.ok(text.includes(check.what) && text.includes(check.remedy), text);
      if (!cure) return;
      follow(found.at(-1).remedy);
      assert.equal(computer.doctor(['--browser', browser]).result, 'PASS', JSON.stringify(computer.doctor(['--browser', browser]), null, 1));
    });
  }

  for (const browser of onLinux.filter((it) => it.works)) {
    test(`${browser.name}, a sandboxed package, with its own remedy`, () => {
      computer.install([browser]);
      const [check] = findings(computer.doctor(), browser.id);
      assert.equal(check.name, browser.works === 'no' ? 'browser.sandboxed' : 'browser.sandbox-asks');
      assert.equal(check.result, 'WARN');
      assert.ok(check.what.includes(browser.why));
      assert.equal(check.remedy, browser.remedy.replace('{host}', ids.names.host));
    });
  }

  test('a shell with a record of its own', () => {
    const report = computer.doctor([], { env: { OPTOUTLOG_DATA: computer.at('home/elsewhere') } });
    assert.equal(report.general[0].name, 'record.elsewhere');
  });

  test('a policy host that is there but not registered, as a warning', () => {
    computer.make('home/.mozilla/firefox');
    computer.ok(['register']);
    copyFileSync(computer.at('bin/optoutlog-host'), computer.at('bin/optoutlog-policy'));
    const report = computer.doctor();
    assert.deepEqual(findings(report, 'firefox').map((check) => [check.name, check.host]), [['manifest.optional-missing', 'org.optoutlog.policy']]);
    assert.equal(report.status, 0);
  });

  test('a user data folder of its own', () => {
    computer.make('home/.config/chromium/Default');
    computer.ok(['register']);
    mkdirSync(computer.at('home/profile'));
    const report = computer.doctor(['--browser', 'chromium', '--user-data-dir', computer.at('home/profile')]);
    assert.equal(report.status, 1);
    assert.equal(report.browsers[1].checks[0].name, 'manifest.missing');
    computer.ok(['register', '--browser', 'chromium', '--user-data-dir', computer.at('home/profile')]);
    assert.equal(computer.doctor(['--browser', 'chromium', '--user-data-dir', computer.at('home/profile')]).result, 'PASS');
  });
});

test('doctor starts the host as a browser does: arguments, folder, bare environment', () => {
  computer.make('home/.config/chromium/Default');
  computer.make('home/.mozilla/firefox');
  const seen = computer.at('home/seen');
  host(`#!/bin/sh\n{ pwd; echo "$#"; for a; do echo "$a"; done; env; } >>'${seen}'\n${printing(both(hello())).split('\n').slice(1).join('\n')}`);
  computer.ok(['register']);
  const report = computer.doctor([], { env: { SECRET_OF_THIS_SHELL: 'x', OPTOUTLOG_MAX_FRAME: '10' } });
  assert.equal(report.result, 'PASS', JSON.stringify(report));
  const text = computer.read('home/seen').toString();
  assert.ok(text.includes(`${computer.at('bin')}\n1\nchrome-extension://${id}/\n`), text);
  assert.ok(text.includes(`${computer.at('bin')}\n2\n${computer.at(firefoxFile)}\n${ids.firefox[0]}\n`), text);
  assert.ok(text.includes('PATH=/usr/bin:/bin'), text);
  assert.doesNotMatch(text, /SECRET_OF_THIS_SHELL|OPTOUTLOG_/);
});
