// The metamorphic report: who, which variant, right / unknown / wrong.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib-rules.mjs';

/**
 * @param {any[]} rows
 * @returns {{right: number, unknown: number, wrong: number, keeps: number, decisive: number}}
 *   decisive in %
 */
export function tally(rows) {
  const count = (/** @type {string} */ result) => rows.filter(row => row.result === result).length;
  const keeps = rows.filter(row => row.keeps);
  const right = keeps.filter(row => row.result === 'right').length;
  return {
    right: count('right'),
    unknown: count('unknown'),
    wrong: count('wrong'),
    keeps: keeps.length,
    decisive: keeps.length ? (100 * right) / keeps.length : 100,
  };
}

const table = (head, lines) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- |').join('')}`,
    ...lines.map(line => `| ${line.join(' | ')} |`),
  ].join('\n');
const groups = (rows, key) => [...new Set(rows.map(row => row[key]))].sort();

/** What is not decided though the meaning is kept, or wrong. @param {any[]} rows */
function open(rows) {
  return table(
    ['platform', 'page', 'widget', 'variant', 'result', 'why', 'row'],
    rows
      .filter(row => row.result === 'wrong' || (row.keeps && row.result === 'unknown'))
      .map(row => [
        row.platform,
        row.page,
        row.widget,
        row.variant,
        row.result,
        row.why,
        row.row ?? '–',
      ]),
  );
}

/** @param {any[]} rows @param {string} where the engine that read them */
function markdown(rows, where) {
  const by = key =>
    table(
      [key, 'variants', 'right', 'unknown', 'wrong', 'decisive where the meaning is kept'],
      groups(rows, key).map(value => {
        const t = tally(rows.filter(row => row[key] === value));
        const n = t.right + t.unknown + t.wrong;
        return [
          value,
          n,
          t.right,
          t.unknown,
          t.wrong,
          t.keeps ? `${t.decisive.toFixed(1)} %` : '–',
        ];
      }),
    );
  const sum = tally(rows);
  return [
    `# Metamorphic pages, ${where}`,
    '',
    `${rows.length} variants: ${sum.right} right, ${sum.unknown} unknown, ${sum.wrong} ` +
      `wrong. Decisive on ${sum.decisive.toFixed(1)} % of the ${sum.keeps} that keep the ` +
      'meaning.',
    '',
    '## By platform',
    '',
    by('platform'),
    '',
    '## By widget kind',
    '',
    by('widget'),
    '',
    '## By kind of control',
    '',
    by('kind'),
    '',
    '## By variant',
    '',
    by('variant'),
    '',
    '## Not decided though the meaning is kept, or wrong',
    '',
    open(rows),
    '',
  ].join('\n');
}

/**
 * Writes tests/out/<name>.json and .md.
 * @param {string} name
 * @param {any[]} rows
 * @param {string} where
 * @returns {string} one line about it
 */
export function writeReport(name, rows, where) {
  const out = join(root, 'tests', 'out');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.json`), JSON.stringify(rows, null, 1));
  writeFileSync(join(out, `${name}.md`), markdown(rows, where));
  const sum = tally(rows);
  return (
    `metamorphic, ${where}: ${rows.length} variants, ${sum.right} right, ${sum.unknown} ` +
    `unknown, ${sum.wrong} wrong, decisive on ${sum.decisive.toFixed(1)} % of the ${sum.keeps} ` +
    `that keep the meaning (tests/out/${name}.md)`
  );
}
