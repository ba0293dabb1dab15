// Never the opposite, in the real browsers: every kind of widget, and variants of every marked
// page, read by the real content scripts in a real DOM. The normal run reads a fixed sample, of
// each next page other variants; OPTOUTLOG_FULL=1 reads all of them. PLATFORM=<id>,<id> reads these
// platforms, PLATFORM=widgets the table of widgets, PLATFORM=components the design systems' own
// (tests/pages/render). The report: tests/out/metamorphic-<browser>.json and .md.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { readRules } from '../server/pages.mjs';
import { casesOf, markedPages, outcome, sample } from '../engine/lib/cases.mjs';
import { wakes } from '../engine/lib/fixtures.mjs';
import { isMarked } from '../engine/metamorphic.mjs';
import { tally, writeReport } from '../engine/lib/report.mjs';
import { pagesOf } from '../engine/lib/widget-pages.mjs';
import { WIDGETS } from '../engine/lib/widgets.mjs';
import { Reader } from './lib/frames.mjs';
import { out } from './lib/profile.mjs';
import { browsers } from './lib/world.mjs';

/** How many variants the normal run reads in each browser. */
const SAMPLE = 60;

const only = process.env.PLATFORM;
const full = process.env.OPTOUTLOG_FULL === '1' || !!only;
/** What tests/pages/render made: whole pages with the design systems' own code in them. */
async function rendered() {
  const rules = new Map((await readRules()).map(({ platform, rule }) => [platform, rule]));
  return JSON.parse(readFileSync(made, 'utf8')).map(page => ({
    rule: rules.get(page.platform),
    tell: html => html,
    ...page,
  }));
}

const made = path.join(out, 'render/pages.json');
const isMade = existsSync(made);
const table = [
  ...(only && !only.split(',').includes('widgets') ? [] : WIDGETS.flatMap(pagesOf)),
  ...(isMade && (!only || only.split(',').includes('components')) ? await rendered() : []),
];
const marked = [...markedPages(only), ...table.filter(page => isMarked(page.html))];
const chosen = full ? marked.map(() => undefined) : sample(marked, SAMPLE);
const platforms = new Set(marked.map(page => page.platform ?? page.rule.id));

/**
 * The widgets' and components' pages as they are, then the variants. A page that the boot script
 * would not wake for is not read at all.
 */
function* cases() {
  for (const page of table) if (wakes(page.rule, page.url)) yield { ...page, plain: true };
  for (const [at, page] of marked.entries()) yield* casesOf(page, chosen[at]);
}

for (const name of browsers) {
  describe(`variants in ${name}`, () => {
    /** @type {any[]} */
    const rows = [];
    const plain = new Map();
    const unread = [];
    const watching = [];

    before(async () => {
      const reader = await Reader.open(
        name,
        [...marked, ...table].map(page => page.url),
      );
      try {
        await reader.read(cases(), (it, readings, left) => {
          if (left) watching.push(`${it.platform} ${it.page ?? it.file} ${it.variant ?? ''}`);
          if (!readings) unread.push(`${it.platform} ${it.page ?? it.file} ${it.variant ?? ''}`);
          else if (it.plain)
            plain.set(
              it.file,
              readings.map(reading => [reading.training, reading.why]),
            );
          else rows.push(outcome(it, readings));
        });
      } finally {
        await reader.close();
      }
    });

    test('every page was read', t => {
      assert.deepEqual(unread, []);
      assert.ok(rows.length > 0);
      t.diagnostic(
        writeReport(
          `metamorphic-${name}${only ? `-${only.replaceAll(',', '-')}` : full ? '' : '-sample'}`,
          rows,
          name,
        ),
      );
    });

    test('no observer of the engine is alive when it has come to an end', () => {
      assert.deepEqual(watching, []);
    });

    test(
      'the pages of real components are made',
      { skip: isMade ? false : 'run npm ci and npm run render in tests/pages/render' },
      () => {
        assert.ok(only || table.some(page => page.platform === '(components)'));
      },
    );

    for (const { file, before: training, why, rule, url } of table) {
      test(`${file}: ${training} ${why ?? 'silence'}`, () => {
        assert.deepEqual(plain.get(file) ?? [], why === null ? [] : [[training, why]]);
        assert.equal(plain.has(file), wakes(rule, url));
      });
    }

    for (const platform of platforms) {
      test(`${platform}: no variant gives the opposite`, t => {
        const own = rows.filter(row => row.platform === platform);
        if (own.length === 0 && !full) return t.skip('the sample takes other pages');
        assert.ok(own.length > 0);
        assert.deepEqual(
          own.filter(row => row.result === 'wrong').map(row => `${row.page} ${row.variant}`),
          [],
        );
      });
    }

    test(
      'decisive on at least 95 % of the variants that keep the meaning',
      { skip: !!only },
      () => {
        const sum = tally(rows);
        assert.ok(sum.decisive >= 95, `${sum.decisive.toFixed(1)} %`);
      },
    );
  });
}
