// `policy compare` against real histories. The texts are the platforms' and are not part of this
// repository: OPTOUTLOG_SAMPLES names their folder, else ../shared/policy-samples beside the
// checkout is tried. What is right for each case is what the folder's MANIFEST.json says; this file
// only reads its wording.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';
import { compare, root } from './lib/optoutlog.mjs';

const folder = process.env.OPTOUTLOG_SAMPLES ?? path.join(root, '../shared/policy-samples');
const manifest = path.join(folder, 'MANIFEST.json');
const skip = existsSync(manifest)
  ? false
  : `the policy samples are not here (${manifest}); set OPTOUTLOG_SAMPLES`;
const cases = skip ? [] : JSON.parse(readFileSync(manifest, 'utf8')).cases;
const table = [];

// The manifest's results are words for people. One that is not known here fails: it must not pass
// by being skipped.
const meanings = [
  [
    /^(alert|mention|none|in-force|new-baseline|cannot-compare)$/,
    (steps, word) => steps.at(-1).verdict === word,
  ],
  [/^none \(/, steps => steps.at(-1).verdict === 'none'],
  [/^new baseline, no alert/, steps => steps.at(-1).verdict === 'new-baseline'],
  [/^at most mention/, steps => ['mention', 'none'].includes(steps.at(-1).verdict)],
  [
    /^one alert, at the first appearance or the second, not at both/,
    steps => {
      const alerts = steps
        .map((step, index) => (step.verdict === 'alert' ? index : -1))
        .filter(index => index >= 0);
      return alerts.length === 1 && [0, 2].includes(alerts[0]);
    },
  ],
  [
    /^no alert; step 1 is could-not-check/,
    steps => steps[0].verdict === 'cannot-compare' && steps.every(step => step.verdict !== 'alert'),
  ],
  [/^no alert/, steps => steps.every(step => step.verdict !== 'alert')],
];

for (const entry of cases) {
  const file = step => path.join(folder, entry.files.find(one => one.step === step).file);
  for (const expect of entry.expect) {
    const numbers = expect.sequence ?? [expect.from, expect.to];
    test(`${entry.case} ${numbers.join(' → ')}: ${expect.result}`, async () => {
      const options = expect.lang ? ['--lang', expect.lang] : [];
      const { steps } = await compare(numbers.map(file), options);
      const last = steps.at(-1);
      const said = steps
        .map(step =>
          [step.verdict, step.level || '', step.phase ?? '', step.effective ?? '']
            .filter(Boolean)
            .join(' '),
        )
        .join(' | ');
      const row = {
        case: entry.case,
        steps: numbers.join(' → '),
        expected: [expect.result, expect.level, expect.phase, expect.effective]
          .filter(Boolean)
          .join(' '),
        said,
        ok: false,
      };
      table.push(row);
      const meaning = meanings.find(([wording]) => wording.test(expect.result));
      assert.ok(meaning, `the manifest's result "${expect.result}" is not known to this test`);
      assert.ok(meaning[1](steps, expect.result), `said: ${said}`);
      if (expect.level !== undefined) assert.equal(last.level, expect.level);
      if (expect.phase !== undefined) assert.equal(last.phase, expect.phase);
      if (/^\d{4}-\d\d-\d\d$/.test(expect.effective ?? ''))
        assert.equal(last.effective, expect.effective);
      else if (expect.effective)
        assert.match(
          steps.find(step => step.verdict === 'alert').effective ?? '',
          /^\d{4}-\d\d-\d\d$/,
        );
      for (const step of steps) assert.ok(step.reasons.length > 0, 'a verdict without a reason');
      row.ok = true;
    });
  }
}

test('the samples are there', { skip }, () => assert.ok(cases.length > 0));

after(() => {
  for (const row of table)
    console.log(
      `${row.ok ? 'ok  ' : 'FAIL'} ${row.case.padEnd(34)} ${row.steps.padEnd(14)} expected: ` +
        `${row.expected.padEnd(34)} said: ${row.said}`,
    );
});
