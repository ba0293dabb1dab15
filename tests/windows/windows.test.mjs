// The Windows programs under Wine: registration in the registry, doctor, the log. The frames
// themselves are tested with the protocol table (run.sh, stage windows). Needs
// tests/windows/prefix.sh and packaging/windows/build.sh to have run.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { faults } from '../installer/validator.mjs';
import { callers, ids } from '../installer/world.mjs';
import { frame, FrameReader } from '../protocol/lib/frames.mjs';
import {
  bin,
  missing,
  native,
  ok,
  onWindows,
  optoutlog,
  reg,
  registry,
  root,
  value,
  wine,
} from './wine.mjs';

const hosts = Object.values(ids.names);

describe('under Wine', { skip: missing() }, () => {
  afterEach(() => {
    optoutlog('unregister', '--force');
    optoutlog('unregister', '--system', '--force');
  });

  for (const [scope, hive, flags] of [
    ['user', 'HKCU', []],
    ['system', 'HKLM', ['--system']],
  ]) {
    test(
      `register writes, ${scope}-wide, for every browser what its row says; unregister ` +
        'restores the registry and the files',
      () => {
        const names = onWindows.flatMap(({ id }) => ['--browser', id]);
        const clean = registry(hive);
        assert.match(ok('register', ...flags, ...names, '--plan'), /Nothing was written/);
        assert.equal(registry(hive), clean, '--plan wrote something');
        ok('register', ...flags, ...names);
        for (const browser of onWindows) {
          for (const { key, writes } of browser.windows[scope]) {
            if (writes === false) continue;
            for (const host of hosts) {
              const file = value(`${hive}\\${key}\\${host}`);
              assert.ok(file && /^[A-Z]:\\/.test(file), `${browser.id} ${key}: ${file}`);
              const manifest = native(file);
              const found = faults(manifest, browser.family, { callers: callers[browser.family] });
              // The validator is of this system: modes and what a full path is are not Windows'.
              assert.deepEqual(
                found.filter(fault => !/^mode is|path is not absolute/.test(fault)),
                [],
                manifest,
              );
              const { path: program } = JSON.parse(readFileSync(manifest, 'utf8'));
              assert.ok(/^[A-Z]:\\/.test(program) && existsSync(native(program)), program);
            }
          }
        }
        const written = registry(hive);
        assert.match(ok('register', ...flags, ...names), /unchanged/);
        assert.equal(registry(hive), written);
        ok('unregister', ...flags);
        assert.equal(registry(hive), clean);
      },
    );
  }

  test('doctor starts the registered programs, completes hello, and is all PASS', () => {
    ok('register', '--browser', 'chrome', '--browser', 'edge', '--browser', 'firefox');
    const result = optoutlog(
      'doctor',
      '--json',
      '--browser',
      'chrome',
      '--browser',
      'edge',
      '--browser',
      'firefox',
    );
    const report = JSON.parse(result.stdout);
    assert.deepEqual(
      report.browsers.map(({ browser, result: is }) => [browser, is]),
      [
        ['chrome', 'PASS'],
        ['edge', 'PASS'],
        ['firefox', 'PASS'],
      ],
      JSON.stringify(report, null, 1),
    );
    assert.equal(result.status, 0);
  });

  const key = `Software\\Google\\Chrome\\NativeMessagingHosts\\${ids.names.host}`;
  /** The names of what doctor finds wrong for Chrome. */
  const findings = () =>
    JSON.parse(optoutlog('doctor', '--json', '--browser', 'chrome').stdout)
      .browsers[0].checks.filter(({ result }) => result !== 'PASS')
      .map(({ name, result }) => `${result} ${name}`);
  for (const [what, breakIt, pattern] of [
    [
      'a key that leads to no file',
      () => reg('add', `HKCU\\${key}`, '/ve', '/t', 'REG_SZ', '/d', 'C:\\gone\\host.json', '/f'),
      /^FAIL manifest\./,
    ],
    [
      'a key without a default value',
      () => {
        reg('delete', `HKCU\\${key}`, '/f');
        reg('add', `HKCU\\${key}`, '/v', 'path', '/t', 'REG_SZ', '/d', 'C:\\x.json', '/f');
      },
      /^FAIL /,
    ],
    [
      'a policy that blocks native hosts',
      () =>
        reg(
          'add',
          'HKCU\\Software\\Policies\\Google\\Chrome\\NativeMessagingBlocklist',
          '/v',
          '1',
          '/t',
          'REG_SZ',
          '/d',
          '*',
          '/f',
        ),
      /^FAIL policy\./,
    ],
  ]) {
    test(`doctor names ${what}`, () => {
      ok('register', '--browser', 'chrome');
      assert.deepEqual(findings(), []);
      try {
        breakIt();
        assert.ok(
          findings().some(name => pattern.test(name)),
          findings().join(', ') || 'nothing was found',
        );
      } finally {
        reg('delete', 'HKCU\\Software\\Policies\\Google', '/f');
        reg('delete', `HKCU\\${key}`, '/f');
      }
    });
  }

  test('doctor names a policy that blocks the extension in Firefox', () => {
    ok('register', '--browser', 'firefox');
    const policy = 'HKCU\\Software\\Policies\\Mozilla\\Firefox';
    reg(
      'add',
      policy,
      '/v',
      'ExtensionSettings',
      '/t',
      'REG_MULTI_SZ',
      '/d',
      '{"*":\\0{"installation_mode":"blocked"}}',
      '/f',
    );
    try {
      const { browsers } = JSON.parse(optoutlog('doctor', '--json', '--browser', 'firefox').stdout);
      assert.ok(
        browsers[0].checks.some(({ name }) => name === 'policy.extension-blocked'),
        JSON.stringify(browsers),
      );
    } finally {
      reg('delete', 'HKCU\\Software\\Policies\\Mozilla', '/f');
    }
  });

  describe('the log', () => {
    let data;
    before(() => {
      data = mkdtempSync(path.join(root, 'build/wine-data-'));
    });
    after(() => rmSync(data, { recursive: true, force: true }));
    const origin = `${callers.chromium[0]}`;
    /**
     * Every body is filled up with CR LF to 0x0d1a bytes: text mode would eat the line ends, and
     * end the input at 0x1a.
     */
    function ask(program, ...requests) {
      const bodies = requests.map((request, id) => {
        const body = JSON.stringify({ jsonrpc: '2.0', id, ...request });
        const missing = 0x0d1a - Buffer.byteLength(body);
        return frame(
          Buffer.from(
            `${body}${'\r\n'.repeat(Math.ceil(missing / 2))}`.slice(0, body.length + missing),
          ),
        );
      });
      const result = wine(path.join(bin, program), [origin, '--parent-window=0'], {
        input: Buffer.concat(bodies),
        env: { OPTOUTLOG_DATA: data },
      });
      assert.equal(result.status, 0, result.stderr);
      const answers = [];
      new FrameReader(body => answers.push(JSON.parse(body.toString()))).push(result.stdout);
      return answers;
    }

    test(
      'an entry with every awkward byte is kept, the command reads it back, and the chain ' +
        'verifies',
      () => {
        const label = 'naïve \u2028 "quoted" \\ 設定';
        const entry = {
          id: '0b0e2d52-7c1b-4b7e-9f57-0d4a3a5f1c11',
          at: new Date().toISOString(),
          platform: 'linkedin',
          control: 'genai-training',
          account: 'ada-l',
          unit: null,
          basis: 'seen',
          training: 'denied',
          why: 'ok',
          sure: 'sure',
          actor: 'none',
          raw: 'off',
          evidence: {
            label,
            lang: 'en',
            route: '/mypreferences/d',
            by: ['role'],
            rule: 'linkedin',
            rev: 1,
          },
          browser: 'test',
        };
        const [hello, recorded, history] = ask(
          'optoutlog-host.exe',
          {
            method: 'hello',
            params: { client: { name: 't', version: '0', browser: 't' }, protocol: 1 },
          },
          { method: 'record', params: { entries: [entry] } },
          { method: 'history', params: {} },
        );
        assert.equal(hello.result?.protocol, 1, JSON.stringify(hello));
        assert.equal(recorded.result?.results[0].effect, 'recorded', JSON.stringify(recorded));
        assert.equal(history.result.entries[0].evidence.label, label);
        const command = (...args) =>
          wine(path.join(bin, 'optoutlog.exe'), args, { env: { OPTOUTLOG_DATA: data } });
        assert.equal(JSON.parse(command('status', '--json').stdout).controls[0].training, 'denied');
        assert.equal(JSON.parse(command('verify', '--json').stdout).ok, true);
        assert.deepEqual(readdirSync(data), ['record.db']);
      },
    );

    test('the policy watch answers hello', () => {
      const [hello] = ask('optoutlog-policy.exe', {
        method: 'hello',
        params: { client: { name: 't', version: '0', browser: 't' }, protocol: 1 },
      });
      assert.equal(hello.result?.protocol, 1, JSON.stringify(hello));
    });
  });
});
