// Writes the tables of platforms in README.md from extension/rules/index.json: those that are read, and those that have no
// control to read.
//   node scripts/readme-platforms.mjs           rewrites the table
//   node scripts/readme-platforms.mjs --check   status 1 when the table is not what the rules say
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const START = '<!-- platforms: made by scripts/readme-platforms.mjs -->';
const END = '<!-- /platforms -->';

const KINDS = { toggle: 'switch', choice: 'choice', dropdown: 'drop-down', chip: 'menu', text: 'text', form: 'objection form: steps, never a state', 'not-training': 'not AI training: shown, not counted' };

const NO_CONTROL = { none: 'none found', 'cannot-read': 'there is one that we cannot read yet', 'app-only': 'in the app only' };
const TRAINS = { yes: 'yes', no: 'no', partly: 'in part', silent: 'its terms are silent, which is no promise', 'not-stated': 'not stated' };

const cell = (text) => String(text).replaceAll('|', '\\|');

/** The table for the platforms of index.json, in Markdown. */
export function table(platforms) {
  const rows = [...platforms].sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, kind, grade, seen, open }) => `| ${open ? `[${cell(name)}](${open})` : cell(name)} | ${KINDS[kind] ?? cell(kind)} | ${grade} | ${seen} |`);
  return ['| platform | what is read | grade | seen |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The table for the platforms without a control. */
function tableOfOthers(without) {
  const rows = [...without].sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, kind, trains, grade, seen, source }) => `| ${cell(name)} | ${NO_CONTROL[kind]} | ${/^https:/.test(source) ? `[${TRAINS[trains]}](${source})` : `${TRAINS[trains]} (${cell(source)})`} | ${grade} | ${seen} |`);
  return ['Without a control that could be read; what they say about training is told as their word:', '', '| platform | control | trains AI on what members post or do, by its own text | grade | seen |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** `readme` with its tables replaced. @param {string} readme @param {any[]} platforms @param {any[]} [without] */
export function withTable(readme, platforms, without = []) {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`README.md has no place for the table: ${START} … ${END}`);
  return `${readme.slice(0, start)}${START}\n\n${table(platforms)}\n\n${without.length ? `${tableOfOthers(without)}\n\n` : ''}${readme.slice(end)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(root, 'README.md');
  const readme = readFileSync(file, 'utf8');
  const { platforms, without } = JSON.parse(readFileSync(path.join(root, 'extension/rules/index.json'), 'utf8'));
  const next = withTable(readme, platforms, without);
  if (!process.argv.includes('--check')) writeFileSync(file, next);
  else if (next !== readme) {
    console.error('The table of platforms in README.md is not what the rules say. Run: node scripts/readme-platforms.mjs');
    process.exitCode = 1;
  }
}
