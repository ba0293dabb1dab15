// Never the opposite: every variant of every marked page, in jsdom, in as many threads as there are
// processors: read by the rule of its platform, and by the rule of a person who pointed at its
// control. The reports go to tests/out/metamorphic-jsdom.json and .md, metamorphic-own: pages ×
// variants, right / unknown / wrong per platform and per widget. PLATFORM=<id>,<id> reads these;
// BY=rule or BY=own one of the two.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { markedPages, sample } from './lib/cases.mjs';
import { readAll } from './lib/pool.mjs';
import { tally, writeReport } from './lib/report.mjs';
import { VARIANTS } from './metamorphic.mjs';

const only = process.env.PLATFORM;
const by = process.env.BY;
const pages = markedPages(only);
const all = only || process.env.OPTOUTLOG_FULL === '1';

/**
 * @param {string} name
 * @param {{ own: boolean, about: number, report: string }} how about: A reading takes seconds of
 *   (virtual) time and a second of a processor: the normal run reads so many in all, spread over
 *   the pages and the variants; OPTOUTLOG_FULL=1 or PLATFORM reads all
 */
function stage(name, { own, about, report }) {
  const which = all ? null : sample(pages, about);
  let read = [];
  const rows = () => read.flatMap(answer => answer?.rows ?? []);

  describe(name, () => {
    before(async () => {
      read = await readAll(pages.length, at => ({ only, own, variants: which?.[at] }));
    });

    for (const [at, page] of pages.entries()) {
      if (which && !which[at].length) continue;
      test(`${page.rule.id} ${page.file}: no variant gives the opposite`, t => {
        const { rows: its, error, pointed } = read[at];
        assert.equal(error, undefined);
        if (!pointed) return t.skip('nobody can point at its control');
        assert.ok(its.length > 0 || which, 'its one variant of a sample may not be for it');
        return assert.deepEqual(
          its.filter(row => row.result === 'wrong').map(row => row.variant),
          [],
        );
      });
    }

    test(
      'decisive on at least 95 % of the variants that keep the meaning',
      { skip: !!only },
      () => {
        const sum = tally(rows());
        assert.ok(
          sum.wrong === 0 && sum.decisive >= 95,
          `wrong ${sum.wrong}, decisive ${sum.decisive.toFixed(1)} %`,
        );
      },
    );

    test('the sample is spread over the variants, and most was read', { skip: !which }, () => {
      const wanted = which.flat();
      assert.equal(new Set(wanted).size, Math.min(wanted.length, VARIANTS.length));
      assert.ok(rows().length >= 0.75 * wanted.length, `${rows().length} of ${wanted.length}`);
    });

    test('most pages can be pointed at', { skip: !own || !!only }, () => {
      const can = read.filter(({ pointed }) => pointed).length;
      console.log(`# pointed at: ${can} of ${pages.length} pages`);
      assert.ok(can >= 0.85 * pages.length, `${can} of ${pages.length}`);
    });

    after(() => {
      const file = only ? `${report}-${only.replaceAll(',', '-')}` : report;
      if (read.length) console.log(writeReport(file, rows(), own ? 'own rules' : 'jsdom'));
    });
  });
}

if (by !== 'own')
  stage('variants in jsdom', { own: false, about: 90, report: 'metamorphic-jsdom' });
if (by !== 'rule')
  stage('variants read by an own rule', { own: true, about: 45, report: 'metamorphic-own' });
