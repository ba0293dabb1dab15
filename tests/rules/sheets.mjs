// What a fact sheet says, as far as a rule can be held against it: its rows with their grades, its
// labels, and the date to which it goes. The sheets are not part of this repository.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib-rules.mjs';

/** Where they are: OPTOUTLOG_SHEETS, or beside the repository. Null: nowhere. */
export function sheetsDir() {
  const dir = process.env.OPTOUTLOG_SHEETS || join(root, '..', 'shared', 'platforms');
  return existsSync(join(dir, 'README.md')) ? dir : null;
}

/** Rules whose sheet has another name. */
const NAMED = {
  gmail: 'google-smart-features',
  facebook: 'meta',
  instagram: 'meta',
  whatsapp: 'meta',
  'openai-portal': 'chatgpt',
  discord: 'none',
  gemini: ['gemini', 'google-search-services'],
};
export const sheetsOf = id => [NAMED[id] ?? id].flat();

/** As the platforms' pages are compared: letters, not typography. @param {string} text */
export const plain = text =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .replace(/[‐‑]/g, '-')
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** "A/B", "C (t3n.de)", "B page, C label" → the letters that it names. @param {string} cell */
const letters = cell =>
  [...new Set(cell.match(/(?<![A-Za-z])[ABCDU](?![A-Za-z])/g) ?? [])].sort().join('');

const cellsOf = line =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map(cell => cell.trim());

/** The labels of a cell, with and without what stands in brackets. @param {string} cell */
const itemsOf = cell =>
  cell
    .replace(/\*\*/g, '')
    .split(/;| \/ /)
    .map(item =>
      item
        .trim()
        .replace(/^[^:]{0,30}: |^(older|newer|section) |<[^>]*>/g, '')
        .trim(),
    )
    .flatMap(item => [item, item.replace(/ *\([^)]*\)/g, '').trim()])
    .filter((item, at, all) => item !== '' && all.indexOf(item) === at);

/**
 * @typedef {object} Row labels: the items of the columns that hold labels; grades: '' where its
 *   table has no such column
 * @property {string} section
 * @property {string} text
 * @property {string[]} items
 * @property {string[]} labels
 * @property {string} grades
 * @param {string} dir
 * @param {string | string[]} ids of one sheet, or of several that belong together
 * @returns {{ text: string, asOf: string[], dates: string[], rows: Row[] }} asOf: the newest
 *   readings that its second line names; where it names none, the day of the review
 */
export function readSheet(dir, ids) {
  const text = [ids]
    .flat()
    .map(id => readFileSync(join(dir, `${id}.md`), 'utf8'))
    .join('\n');
  const rows = [];
  let section = '';
  let heads = [];
  let before = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3).trim();
    if (line.startsWith('|') && !before.startsWith('|')) heads = cellsOf(line);
    else if (line.startsWith('|') && !/^\|[-| ]+$/.test(line)) {
      const cells = cellsOf(line);
      const grades = heads.at(-1) === 'Grade' ? letters(cells.at(-1)) : '';
      const labels = cells
        .filter((_, at) => /label|title|wording/i.test(heads[at]))
        .flatMap(itemsOf);
      const items = cells.flatMap(itemsOf);
      rows.push({ section, text: plain(cells.join(' | ')), items, labels, grades });
    }
    before = line;
  }
  const second = text.match(/^As of.*$/m)?.[0] ?? '';
  const read = datesOf(second.replace(/20\d\d-\d\d-\d\d review/, ''));
  return { text, asOf: read.length ? read : datesOf(second), dates: datesOf(text), rows };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec';

/** Every day and month that it names, as 2026-10-02 and 2026-10. @param {string} text */
function datesOf(text) {
  const months = MONTHS.split(' ').flatMap((name, at) =>
    [...text.matchAll(new RegExp(`${name}[a-z]* (20\\d\\d)`, 'g'))].map(
      ([, year]) => `${year}-${String(at + 1).padStart(2, '0')}`,
    ),
  );
  return [...new Set([...(text.match(/20\d\d-\d\d(-\d\d)?/g) ?? []), ...months])];
}

/**
 * The grades under which a sheet has these words: of the row that has them alone, else of all that
 * hold them. Null: it has them nowhere; '': in running text, without a grade.
 * @param {ReturnType<typeof readSheet>} sheet
 * @param {string} words
 */
export function gradesOf(sheet, words) {
  const wanted = plain(words);
  const exact = sheet.rows.filter(row => row.items.some(item => plain(item) === wanted));
  const labels = exact.filter(row => row.section === 'Labels');
  const holding = sheet.rows.filter(row => row.text.includes(wanted));
  const found = [labels, exact, holding].find(rows => rows.length > 0) ?? [];
  if (found.length > 0) return [...new Set(found.flatMap(row => [...row.grades]))].sort().join('');
  return plain(sheet.text).includes(wanted) ? '' : null;
}
