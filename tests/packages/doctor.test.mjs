// Doctor's word against the browsers': each failure is made under a running Chromium and a running
// Firefox, and both are asked for the log program as the extension asks. Doctor has to say FAIL
// where the browser fails, and only there. Minutes: with OPTOUTLOG_FULL=1.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { executable as chromium } from '../e2e/lib/chromium.mjs';
import { executable as firefox } from '../e2e/lib/firefox.mjs';
import { extensionSource } from '../e2e/lib/profile.mjs';
import { happenOn } from '../installer/damage.mjs';
import { manifestFailures } from '../installer/manifest-failures.mjs';
import { oddities } from '../installer/oddities.mjs';
import { programFailures } from '../installer/program-failures.mjs';
import { Computer, ids } from '../installer/world.mjs';
import { grantNativeMessaging, openChromium, openFirefox } from './findable.mjs';

const names = ['chromium', 'firefox'];
const full = process.env.OPTOUTLOG_FULL === '1';
const missing = [chromium, firefox].find(program => spawnSync(program, ['--version']).status !== 0);
/**
 * Root may read everything, so what root would see is no test of permissions: the browsers then run
 * as nobody.
 */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;

/**
 * Runs in a page of the extension: `hello` and one question over a port that stays open, as the
 * extension does.
 */
const converse = name =>
  new Promise(resolve => {
    const api = globalThis.browser ?? globalThis.chrome;
    const port = api.runtime.connectNative(name);
    const answers = [];
    let clock;
    const end = (works, why) => {
      clearTimeout(clock);
      port.disconnect();
      resolve({ works, why });
    };
    const within = (ms, works, why) => {
      clearTimeout(clock);
      clock = setTimeout(() => end(works, why), ms);
    };
    within(10_000, false, 'silent');
    port.onDisconnect.addListener(it =>
      end(false, it.error?.message ?? chrome.runtime.lastError?.message ?? 'closed'),
    );
    port.onMessage.addListener(answer => {
      answers.push(answer);
      if (!answer?.result || answer.result.problem) end(false, JSON.stringify(answer));
      // A second answer is well if the port outlives it: junk behind it closes the port at once.
      else if (answers.length === 2) within(500, true, 'answers');
    });
    port.postMessage({
      jsonrpc: '2.0',
      id: 1,
      method: 'hello',
      params: { client: { name: 'test', version: '0', browser: 'test' }, protocol: 1 },
    });
    port.postMessage({ jsonrpc: '2.0', id: 2, method: 'history', params: { limit: 1 } });
  });

describe(
  'doctor and the real browsers agree',
  { skip: missing ? `${missing} is not here` : !full && 'with OPTOUTLOG_FULL=1' },
  () => {
    const opened = {};
    let computer, extension;

    before(async () => {
      extension = path.join(mkdtempSync(path.join(tmpdir(), 'optoutlog extension ')), 'extension');
      cpSync(extensionSource, extension, { recursive: true });
      grantNativeMessaging(extension);
      spawnSync('chmod', ['-R', 'a+rX', path.dirname(extension)]);
      computer = new Computer({ as: nobody });
      happenOn(computer);
      computer.make('home/.config/chromium/Default');
      computer.make('home/.mozilla/firefox');
      computer.own();
      const env = {
        HOME: computer.at('home'),
        PATH: process.env.PATH,
        LANG: 'C.UTF-8',
        NO_AT_BRIDGE: '1',
      };
      const start = (open, program) =>
        open({ home: env.HOME, env, program: computer.personal(program) }, extension);
      opened.chromium = await start(openChromium, chromium);
      opened.firefox = await start(openFirefox, firefox);
      for (const name of names) assert.ok(opened[name].page, `${name} did not load the extension`);
    });
    after(async () => {
      for (const { close } of Object.values(opened)) await close();
      computer?.remove();
      rmSync(path.dirname(extension), { recursive: true, force: true });
    });

    /**
     * What both say of this computer as it is now: `works` by the browser's word, `fails` by
     * doctor's.
     */
    async function verdicts(args) {
      computer.own();
      const browsers = await Promise.all(
        names.map(name => opened[name].page.evaluate(converse, ids.names.host)),
      );
      // The browsers look into the system's real places; so does doctor.
      const report = computer.doctor([
        ...names.flatMap(name => ['--browser', name]),
        '--root',
        '/',
        ...args,
      ]);
      return names.map((name, at) => ({
        name,
        browser: browsers[at],
        doctor: report.browsers.find(it => it.browser === name),
      }));
    }
    const agree = ({ name, browser, doctor }) =>
      assert.equal(
        doctor.result !== 'FAIL',
        browser.works,
        `doctor says ${doctor.result}, and ${name}: ` +
          `${browser.why}\n${JSON.stringify(doctor.checks, null, 1)}`,
      );

    test('on a healthy computer: PASS, and both reach the log program', async () => {
      computer.heal();
      for (const each of await verdicts([])) {
        assert.equal(each.browser.works, true, `${each.name}: ${each.browser.why}`);
        assert.equal(each.doctor.result, 'PASS', JSON.stringify(each.doctor));
      }
    });

    for (const [scenario, browser, spoil, , { args = [] } = {}] of [
      ...manifestFailures,
      ...programFailures,
      ...oddities,
    ]) {
      test(`${scenario}, in ${browser}`, async () => {
        computer.heal();
        spoil();
        for (const each of await verdicts(args)) agree(each);
      });
    }
  },
);
