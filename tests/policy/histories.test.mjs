// `policy compare` over pairs of real versions that were judged by hand: how many of the changes
// about training it tells, and how much of what it tells is in scope. The texts are the platforms'
// and are not part of this repository: OPTOUTLOG_SAMPLES names their folder, else
// ../shared/policy-samples beside the checkout is tried.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { compare, root } from './lib/optoutlog.mjs';
import { some } from './lib/some.mjs';

const folder = path.join(
  process.env.OPTOUTLOG_SAMPLES ?? path.join(root, '../shared/policy-samples'),
  'histories',
);
const labels = path.join(folder, 'labels.csv');
const skip = existsSync(labels)
  ? false
  : `the judged pairs are not here (${labels}); set OPTOUTLOG_SAMPLES`;

/** The rows of the table; only the last field, a note, may hold commas. */
function pairs() {
  const [head, ...lines] = readFileSync(labels, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map(line => {
    const fields = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, fields[i]]));
  });
}

async function judged(pair) {
  const files = [pair.old, pair.new].map(file => path.join(folder, file));
  const { steps } = await compare(files, ['--lang', pair.lang, '--at', pair.date]);
  return { ...pair, said: steps[0] };
}

test(
  'judged pairs: recall of training changes, share in scope, rights, days',
  { skip },
  async () => {
    const all = pairs();
    assert.ok(all.length >= 200 && all.every(one => /^[TALRSFC]$/.test(one.label)));
    const results = [];
    const next = some(all, 2)[Symbol.iterator]();
    const work = async () => {
      for (const pair of next) results.push(await judged(pair));
    };
    await Promise.all([work(), work()]);
    const alerts = results.filter(one => one.said.verdict === 'alert');
    const training = results.filter(one => one.label === 'T');
    const recall = training.filter(one => one.said.verdict === 'alert').length;
    const inScope = alerts.filter(one => 'TAL'.includes(one.label)).length;
    console.log(
      `recall of training changes ${recall} of ${training.length}, in scope ${inScope} of ` +
        `${alerts.length} alerts`,
    );
    assert.ok(recall / training.length >= 0.95, 'recall');
    assert.ok(inScope / alerts.length >= 0.9, 'in scope');
    // none of these changes took a way out of training away
    assert.deepEqual(
      results.filter(one => one.said.right_removed).map(one => `${one.source} ${one.date}`),
      [],
    );
    for (const { said, date } of results)
      if (said.effective)
        assert.ok(Date.parse(date) - Date.parse(said.effective) <= 60 * 86_400e3, said.effective);
  },
);
