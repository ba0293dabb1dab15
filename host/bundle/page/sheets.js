// The first pages of the statement, one for each platform: host/bundle/STATEMENT.md.
import {
  code,
  doubtOf,
  escape,
  fill,
  how,
  isAboutTraining,
  isChange,
  isSure,
  isolated,
  countOf,
  readable,
  reason,
  stateOf,
  tells,
  text,
  instant,
  what,
  when,
} from './facts.js';
import { isObject } from './json.js';

/** The host of a site whose switch the user pointed at. @param {string} platform */
function ownSite(platform) {
  if (!platform.startsWith('own-')) return '';
  return platform.slice(4).replace(/--?/g, dash => (dash === '--' ? '-' : '.'));
}
/** @param {any} packet @param {string} platform */
export function platformName({ platforms }, platform) {
  const given = isObject(platforms) && Object.hasOwn(platforms, platform);
  return (given && text(platforms, platform)) || ownSite(platform) || platform;
}
/** The platform's own words for a setting. @param {any} setting */
export const quoted = setting => `<bdi lang="en">“${escape(text(setting, 'name'))}”</bdi>`;

const fact = (name, value) => (value === '' ? '' : `<dt>${name}</dt><dd>${value}</dd>\n`);

/**
 * The lines of the entries, by platform, each in the order in which they first come.
 * @param {any[]} rows
 * @returns {Map<string, Map<string, any[]>>}
 */
function linesOf(rows) {
  const platforms = new Map();
  for (const row of rows) {
    if (row.entry.type !== undefined) continue;
    const names = ['platform', 'control', 'account', 'unit'].map(name => text(row.entry, name));
    const key = names.join('\0');
    if (!platforms.has(names[0])) platforms.set(names[0], new Map());
    const lines = platforms.get(names[0]);
    if (lines.has(key)) lines.get(key).push(row);
    else lines.set(key, [row]);
  }
  return platforms;
}

/** In the order of their own times. */
const ordered = (rows, basis) =>
  rows
    .filter(({ entry }) => entry.basis === basis)
    .map(row => ({ row, at: instant(row.entry, 'at') }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ row }) => row);

/** Readings that say the same, none in between that says otherwise. The newest two such. */
function runsOf(told) {
  const runs = [];
  for (const row of told) {
    const run = runs[runs.length - 1];
    if (run && run[0].entry.training === row.entry.training) run.push(row);
    else runs.push([row]);
  }
  return [runs[runs.length - 1], runs[runs.length - 2]];
}

function runWords(run, setting, words) {
  const last = run.reduce((found, { entry, again }) => {
    const at = instant(again, 'last') || instant(entry, 'at');
    return at > found ? at : found;
  }, '');
  const looks = run.reduce((sum, { again }) => sum + 1 + countOf(again, 'times'), 0);
  const [{ seq, entry }] = run;
  return fill(
    words.run,
    stateOf(entry, setting, words),
    readable(instant(entry, 'at')),
    seq,
    readable(last),
    looks,
  );
}

/** A denial that is followed by a permission, where both are beyond doubtOf. */
function turned([run, before], words) {
  if (!before || run[0].entry.training !== 'allowed') return '';
  const alarm = sentence => `<br><strong class="alarm">${sentence}</strong>`;
  const [{ entry }] = run;
  const last = before[before.length - 1].entry;
  if (!isSure(entry)) return '';
  if (isChange(last)) return alarm(words.notKept);
  if (!isSure(last) || entry.actor === 'user') return '';
  return text(entry, 'account') === '' ? `<br>${words.unnamed}` : alarm(words.unseen);
}

function stateWords(seen, told, setting, words) {
  if (!isAboutTraining(setting)) return words.notTraining;
  if (seen.length === 0) return words.never;
  const newest = seen[seen.length - 1];
  const unknown = fill(
    words.newestUnknown,
    newest.seq,
    readable(instant(newest.entry, 'at')),
    reason(newest.entry, words),
  );
  if (told.length === 0) return `${words.never}<br>${unknown}`;
  const { entry } = told[told.length - 1];
  const state = `<strong>${stateOf(entry, setting, words)}</strong>. `;
  return (
    state +
    doubtOf(entry, words, words.changed) +
    turned(runsOf(told), words) +
    (tells(newest.entry) ? '' : `<br>${unknown}`)
  );
}

function seenWords(told, setting, words) {
  if (told.length === 0) return '';
  const [run, before] = runsOf(told);
  let said = runWords(run, setting, words);
  if (before) said += `<br>${fill(words.before, runWords(before, setting, words))}`;
  return `${said}<br>${words.noGap}`;
}

/** The first time-stamp that covers the entry. */
function stampWords(stamps, seq, words) {
  const stamp = stamps.find(({ covers }) => countOf(covers, 'count') >= seq);
  if (!stamp) return words.stampNone;
  const url = isolated(text(stamp.authority, 'url'));
  return fill(words.stampCovers, seq, readable(instant(stamp, 'time')), url);
}

/** The newest picture that was kept with a reading of the line; a bundle shows it. */
function pictureWords(line, { kept, pictures, words }) {
  const all = line.flatMap(({ seq }) => kept.get(seq) ?? []).sort((a, b) => a.seq - b.seq);
  if (all.length === 0) return '';
  const { entry } = all[all.length - 1];
  const hash = text(entry, 'sha256');
  const of = countOf(entry.of, 'seq');
  let said = fill(words.pictureTaken, readable(instant(entry, 'at')), of, code(hash));
  if (countOf(entry, 'covered') > 0)
    said += ` ${fill(words.pictureCovered, countOf(entry, 'covered'))}`;
  if (all.length > 1) said += ` ${fill(words.pictureEarlier, all.length - 1)}`;
  const data = pictures.get(hash);
  return data
    ? `${said}<img alt="" src="data:${escape(text(entry, 'media'))};base64,${data}">`
    : said;
}

/** Where a sentence of the rules is from, and when that was read. */
function ruled(sentence, from) {
  const source = text(from, 'source');
  return source === '' ? '' : fill(sentence, isolated(source), code(text(from, 'seen')));
}

/**
 * Sentences of the rules, in the statement's language where the export has them in it. A source is
 * told behind the last of those that it gave.
 */
function factsWords(all, { language, words }) {
  const facts = (Array.isArray(all) ? all : [])
    .map(one => ({
      own: text(one?.text, language),
      english: text(one?.text, 'en'),
      origin: text(one, 'source') + text(one, 'seen'),
      source: ruled(words.ruled, one),
    }))
    .filter(({ own, english }) => own !== '' || english !== '');
  return facts
    .flatMap(({ own, english, origin, source }, at) => [
      own === '' ? `<bdi lang="en" dir="ltr">${escape(english)}</bdi>` : escape(own),
      facts[at + 1]?.origin === origin ? '' : source,
    ])
    .filter(said => said !== '')
    .join(' ');
}

function rulesWords({ packet, language, words }, platform, setting) {
  const own = ownSite(platform);
  if (own !== '') return `${fill(words.at, code(own))} ${words.ownSite}`;
  if (!setting) return '';
  const parts = [fill(words.at, code(text(setting, 'site')))];
  if (text(setting, 'trainers') === 'others')
    parts[0] += ` ${fill(words.others, isolated(platformName(packet, platform)))}`;
  else if (setting.trainers === null) parts[0] += ` ${words.notTraining}`;
  const said = facts => factsWords(facts, { language, words });
  const add = (label, told) => told !== '' && parts.push(label + told);
  add('', ruled(words.described, setting));
  add(`${words.governs} `, said(setting.governs));
  add(`${words.governsNot} `, said(setting.governs_not));
  add('', said(setting.regions));
  return parts.join('<br>');
}

function lineWords(line, beside) {
  const { settings, stamps, words } = beside;
  const [{ entry: of }] = line;
  const platform = text(of, 'platform');
  const control = text(of, 'control');
  const setting = settings.get(`${platform}/${control}`);
  const seen = ordered(line, 'seen');
  const told = isAboutTraining(setting) ? seen.filter(({ entry }) => tells(entry)) : [];
  const owner = ordered(line, 'declared').pop();
  const step = ordered(line, 'form').pop();
  const read = told[told.length - 1] ?? seen[seen.length - 1];
  const account = text(of, 'account');
  const unit = text(of, 'unit');
  const sayOf = row =>
    row ? `${what(row.entry, setting, words)}<br>${when(row.entry, words)}` : '';
  return (
    `<h3>${setting ? `${quoted(setting)} · ` : ''}${code(`${platform}/${control}`)}</h3>\n<dl>\n` +
    fact(words.account, account === '' ? words.notNamed : isolated(account)) +
    fact(words.part, unit === '' ? '' : isolated(unit)) +
    fact(words.state, stateWords(seen, told, setting, words)) +
    fact(words.seen, seenWords(told, setting, words)) +
    fact(words.owner, sayOf(owner)) +
    fact(words.objection, sayOf(step)) +
    (read
      ? fact(
          words.read,
          fill(
            words.entryAt,
            read.seq,
            readable(instant(read.entry, 'at')),
            how(read.entry, words),
          ),
        ) + fact(words.stamp, stampWords(stamps, read.seq, words))
      : '') +
    fact(words.picture, pictureWords(line, beside)) +
    fact(words.rules, rulesWords(beside, platform, setting)) +
    '</dl>\n'
  );
}

/** @param {any} source as statement.js makes it */
export function sheets(source) {
  const { packet, words } = source;
  const check =
    `<div class="box"><strong>${words.checkShort}</strong> ` +
    fill(words.checkShortSay, code('optoutlog verify FILE'), packet.count) +
    `<br>${code(packet.checkpoint)}</div>\n`;
  const kept = new Map();
  for (const row of source.rows.filter(({ entry }) => entry.type === 'picture')) {
    const of = countOf(row.entry.of, 'seq');
    kept.set(of, [...(kept.get(of) ?? []), row]);
  }
  const stamps = source.rows.map(({ entry }) => entry).filter(({ type }) => type === 'stamp');
  let out = '';
  for (const [platform, lines] of linesOf(source.rows)) {
    out += `<section class="sheet">\n<h2>${isolated(platformName(packet, platform))}</h2>\n`;
    for (const line of lines.values()) out += lineWords(line, { ...source, kept, stamps });
    out += `${check}</section>\n`;
  }
  return out;
}
