// The statement as it is printed: a page for each platform, with the picture in its place, and
// nothing fetched from anywhere.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import puppeteer from 'puppeteer-core';
import { executable } from './lib/chromium.mjs';
import { opened, textOf } from '../policy/lib/bundle.mjs';
import { keepPicture, png } from '../policy/lib/images.mjs';
import { folder, log, useAuthority } from '../policy/lib/stamps.mjs';

/** The inside of an A4 page with the statement's margins, in CSS pixels. */
const PAGE = { width: 680, height: 986 };
const LINKEDIN = { platform: 'linkedin', control: 'genai-training', account: 'ada-l' };
let plain, bundled;

useAuthority(undefined, async () => {
  const own = await log(0);
  await own.record(1, { ...LINKEDIN, training: 'allowed', raw: 'on' });
  await own.record(1, LINKEDIN);
  await own.record(1, { platform: 'x', control: 'grok', account: 'بدر <b>' });
  await keepPicture(own.env, LINKEDIN, png('large', 1200), { covered: 3 });
  await own.stamp();
  const file = await own.export('bundle.zip');
  bundled = textOf(await opened(file), 'statement.html');
  plain = (await own.command('export', '--format', 'html', '--out', '-')).stdout;
});

test('a page for each platform, with what the log holds', async () => {
  assert.doesNotMatch(plain, /<img/);
  assert.match(bundled, /<img alt="" src="data:image\/png;base64,/);
  const file = path.join(folder, 'statement.html');
  writeFileSync(file, bundled);
  const browser = await puppeteer.launch({ executablePath: executable, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const requests = [];
    page.on('request', request => requests.push(request.url()));
    await page.setViewport(PAGE);
    await page.emulateMediaType('print');
    await page.goto(`file://${file}`);
    const sheets = await page.$$eval('.sheet', all =>
      all.map(sheet => ({
        name: sheet.querySelector('h2').textContent,
        height: sheet.getBoundingClientRect().height,
        text: sheet.innerText,
        image: sheet.querySelector('img')?.naturalWidth ?? 0,
        before: getComputedStyle(sheet).breakBefore,
      })),
    );
    assert.deepEqual(
      sheets.map(({ name, image, before }) => [name, image, before]),
      [
        ['LinkedIn', 1200, 'page'],
        ['X', 0, 'page'],
      ],
    );
    for (const { name, height } of sheets) assert.ok(height <= PAGE.height, `${name}: ${height}`);
    const [linkedin, x] = sheets.map(({ text }) => text);
    assert.match(linkedin, /“Data for Generative AI Improvement”/);
    assert.match(linkedin, /ada-l/);
    assert.match(linkedin, /not allowed: first seen .*looks: 1\.\s*Before that, AI .* allowed: f/);
    assert.match(linkedin, /Entry 2, .*: Read from the platform’s page/);
    assert.match(linkedin, /Entry 2, and all before it, stood as they are by .*tsa\.example/);
    assert.match(linkedin, /kept with entry 2.*It is no proof.* made black: 3\./);
    assert.match(linkedin, /Does not govern/);
    assert.match(linkedin, /optoutlog-checkpoint-v1 [0-9a-f]{32} 5 /);
    assert.match(x, /بدر <b>/);
    assert.doesNotMatch(x, /SHA-256|ada-l/);
    assert.deepEqual(
      requests.filter(url => !/^(file|data):/.test(url)),
      [],
    );
  } finally {
    await browser.close();
  }
});
