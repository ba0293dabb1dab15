// Writes docs/platforms.md from extension/rules/index.json: the platforms that are read, and those
// that have no control to read.
//   node scripts/make-platforms.mjs writes it
//   node scripts/make-platforms.mjs --check status 1 when it is not what the rules say
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const INTRO = `# Platforms

Made by \`scripts/make-platforms.mjs\` from \`extension/rules/\`; change the rules, not this file.

*Grade* says what the rule rests on: A the platform's own client or documents, B readings by others
that agree, C single or undated reports (marked as such where you see them). *Seen* is the date to
which the facts were last checked. A platform changes its pages without notice; a rule that no
longer fits says "could not tell". *Seen live* counts the samples that people made of the real page
([samples.md](samples.md)) and names the day of the last one.

## Read
`;

const KINDS = {
  toggle: 'switch',
  choice: 'choice',
  dropdown: 'drop-down',
  chip: 'menu',
  text: 'text',
  form: 'objection form: steps, never a state',
  'not-training': 'not AI training: shown, not counted',
};

const NO_CONTROL = {
  none: 'none found',
  'cannot-read': 'there is one that we cannot read yet',
  'app-only': 'in the app only',
};
const TRAINS = {
  yes: 'yes',
  no: 'no',
  partly: 'in part',
  silent: 'its terms are silent, which is no promise',
  'not-stated': 'not stated',
};

const cell = text => String(text).replaceAll('|', '\\|');

/**
 * Samples of the real page among a platform's test pages, by their names.
 * @param {string} id
 * @param {string} [pages] folder of the test pages
 */
export function seenLive(id, pages = path.join(root, 'tests/pages')) {
  const dir = path.join(pages, id);
  const days = (existsSync(dir) ? readdirSync(dir) : [])
    .flatMap(name => /^sample-(\d{4}-\d{2}-\d{2})-\d+\.html$/.exec(name)?.[1] ?? [])
    .sort();
  return days.length > 0 ? `${days.length}, last ${days.at(-1)}` : 'no sample yet';
}

/** The table for the platforms of index.json, in Markdown. */
export function table(platforms, live = seenLive) {
  const rows = [...platforms]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(
      ({ id, name, kind, grade, seen, open }) =>
        `| ${open ? `[${cell(name)}](${open})` : cell(name)} | ${KINDS[kind] ?? cell(kind)} ` +
        `| ${grade} | ${seen} | ${live(id)} |`,
    );
  return [
    '| platform | what is read | grade | seen | seen live |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The table for the platforms without a control. */
function tableOfOthers(without) {
  const said = ({ trains, source }) =>
    /^https:/.test(source)
      ? `[${TRAINS[trains]}](${source})`
      : `${TRAINS[trains]} (${cell(source)})`;
  const rows = [...without]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(
      it =>
        `| ${cell(it.name)} | ${NO_CONTROL[it.kind]} | ${said(it)} | ${it.grade} | ${it.seen} |`,
    );
  return [
    '| platform | control | trains AI on what members post or do, by its own text | grade | seen |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/**
 * docs/platforms.md for the two lists of extension/rules/index.json.
 * @param {any[]} platforms
 * @param {any[]} without
 */
export function platformsText(platforms, without) {
  return (
    `${INTRO}\n${table(platforms)}\n\n## Without a control that could be read\n\nWhat they say ` +
    `about training is told as their word.\n\n${tableOfOthers(without)}\n`
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(root, 'docs/platforms.md');
  const { platforms, without } = JSON.parse(
    readFileSync(path.join(root, 'extension/rules/index.json'), 'utf8'),
  );
  const text = platformsText(platforms, without);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(
      'docs/platforms.md is not what the rules say. Run: node scripts/make-platforms.mjs',
    );
    process.exitCode = 1;
  }
}
