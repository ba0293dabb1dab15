// The statement of an export, as host/service/statement.cpp makes it: host/bundle/STATEMENT.md.
import {
  code,
  escape,
  fill,
  how,
  isolated,
  countOf,
  readable,
  text,
  instant,
  what,
  when,
} from './facts.js';
import { platformName, quoted, sheets } from './sheets.js';
import { witnessSaid } from './witness.js';

/** Raised with every change of what a statement of the same export says, or how. */
export const STATEMENT_VERSION = 1;

const TOLD = [undefined, 'stamp', 'erased', 'picture', 'witness'];

const pair = (name, value) => `<dt>${name}</dt><dd>${value}</dd>\n`;
const cell = inner => `<td>${inner}</td>`;

function tableHead(words) {
  return (
    `<table><thead><tr><th scope="col" class="n">${words.number}</th>` +
    `<th scope="col" class="t">${words.when}</th><th scope="col" class="c">${words.setting}</th>` +
    `<th scope="col">${words.what}</th></tr></thead>\n`
  );
}

function settingCell({ packet, words }, entry, setting) {
  const platform = text(entry, 'platform');
  const parts = [`<strong>${isolated(platformName(packet, platform))}</strong>`];
  if (setting) parts.push(quoted(setting));
  parts.push(code(`${platform}/${text(entry, 'control')}`));
  for (const [label, name] of [
    [words.account, 'account'],
    [words.part, 'unit'],
  ])
    if (text(entry, name) !== '') parts.push(`${label}: ${isolated(text(entry, name))}`);
  return parts.join('<br>');
}

function witnessWords({ rows, words }, entry) {
  const of = countOf(entry.of, 'seq');
  const read = rows.find(({ seq }) => seq === of);
  const said = witnessSaid(entry, read ? text(read.entry, 'training') : '');
  const parts = said.map(([name, ...values]) =>
    fill(words[name], ...values.map(value => (typeof value === 'string' ? code(value) : value))),
  );
  if (text(entry, 'sha256') !== '') parts.push(`SHA-256: ${code(text(entry, 'sha256'))}`);
  return parts.join(' ');
}

/** The cells after the number of what is no reading and no word of the owner. */
function noteCells({ entry }, source) {
  const { words } = source;
  const wide = (name, said) =>
    cell(readable(instant(entry, name))) + `<td colspan="2">${said}</td>`;
  const { covers, authority, of } = entry;
  if (entry.type === 'stamp')
    return wide(
      'received',
      fill(
        words.stampTaken,
        isolated(text(authority, 'url')),
        countOf(covers, 'count'),
        readable(instant(entry, 'time')),
      ),
    );
  if (entry.type === 'erased') return wide('received', fill(words.erased, countOf(entry, 'count')));
  if (entry.type === 'witness') return wide('at', witnessWords(source, entry));
  let said = fill(words.pictureKept, countOf(of, 'seq'), code(text(entry, 'sha256')));
  if (countOf(entry, 'covered') > 0)
    said += ` ${fill(words.pictureCovered, countOf(entry, 'covered'))}`;
  return wide('at', said);
}

function rowOf(row, source) {
  const { settings, words } = source;
  const { seq, hash, entry } = row;
  const line = fill(words.hash, code(hash));
  const end = more =>
    `</tr><tr class="more"><td></td><td colspan="3">${more}${line}</td></tr></tbody>\n`;
  const begin = `<tbody><tr>${cell(seq)}`;
  if (entry.type !== undefined) return begin + noteCells(row, source) + end('');
  const setting = settings.get(`${text(entry, 'platform')}/${text(entry, 'control')}`);
  return (
    begin +
    cell(when(entry, words)) +
    cell(settingCell(source, entry, setting)) +
    cell(what(entry, setting, words)) +
    end(`${how(entry, words)}<br>`)
  );
}

const isSeen = ({ entry }) =>
  entry.type === undefined ? entry.basis === 'seen' : entry.type === 'picture';

function section(title, say, rows, source) {
  const { words } = source;
  const body = rows.map(row => rowOf(row, source)).join('');
  return (
    `<h2>${title}</h2>\n<p class="small">${say}</p>\n` +
    (body === '' ? `<p>${words.nothing}</p>\n` : `${tableHead(words)}${body}</table>\n`)
  );
}

function top({ packet, words }) {
  const { platform, account } = packet.scope;
  return (
    `<h1>${words.title}</h1>\n<p>${words.lead}</p>\n<dl>\n` +
    pair(words.madeOn, readable(instant(packet, 'exported'))) +
    pair(words.madeBy, isolated(text(packet, 'tool'))) +
    pair(words.platform, platform === null ? words.all : isolated(platformName(packet, platform))) +
    pair(words.account, account === null ? words.all : isolated(account)) +
    pair(words.record, fill(words.recordOf, code(packet.record), packet.count)) +
    '</dl>\n' +
    (platform === null && account === null ? '' : `<p class="small">${words.partial}</p>\n`) +
    `<div class="sign"><span>${words.signName}</span><span>${words.signPlace}</span>` +
    `<span>${words.signature}</span></div>\n`
  );
}

function bottom({ packet, words }) {
  const steps = [
    words.checkAsk,
    fill(words.checkRun, code('optoutlog verify FILE')),
    fill(words.checkCompare, packet.count),
  ];
  return (
    `<h2>${words.checkTitle}</h2>\n<p>${words.checkLead}</p>\n` +
    `<p class="box">${code(packet.checkpoint)}</p>\n` +
    `<ol>\n${steps.map(step => `<li>${step}</li>\n`).join('')}</ol>\n` +
    `<h2>${words.showsTitle}</h2>\n<p>${words.proves}</p>\n<p>${words.limits}</p>\n`
  );
}

/** Of `settings`, those that have names, by platform/control; the first of two. */
function settingsOf(packet) {
  const settings = new Map();
  for (const one of Array.isArray(packet.settings) ? packet.settings : []) {
    const key = `${text(one, 'platform')}/${text(one, 'control')}`;
    if (key.length > 1 && !settings.has(key)) settings.set(key, one);
  }
  return settings;
}

/**
 * An export that verifies, read for those who tell it.
 * @param {{ packet: any, entries: { seq: number, hash: string, payload: any }[] }} found
 */
export function sourceOf({ packet, entries }) {
  const rows = entries
    .filter(({ payload }) => payload && TOLD.includes(payload.type))
    .map(({ seq, hash, payload }) => {
      const { again } = packet.entries[seq - 1];
      return { seq, hash, entry: payload, again };
    });
  return { packet, rows, settings: settingsOf(packet) };
}

/**
 * @param {any} read of sourceOf()
 * @param {Map<string, string>} pictures base64 by SHA-256
 * @param {{ language: string, words: Record<string, string>, style: string }} how
 */
export function statementOf(read, pictures, { language, words, style }) {
  const tag = language.replace('_', '-');
  const source = { ...read, pictures, language: tag, words };
  const { rows } = read;
  return (
    `<!DOCTYPE html>\n<html lang="${tag}" ` +
    `dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ` +
    `'unsafe-inline'; img-src data:"><meta name="viewport" content="width=device-width">` +
    `<title>${escape(words.title)}</title><style>\n${style.replace('$title', words.title)}` +
    `</style></head><body><main>\n${top(source)}${sheets(source)}` +
    section(words.seenTitle, words.seenSay, rows.filter(isSeen), source) +
    section(
      words.saidTitle,
      words.saidSay,
      rows.filter(row => !isSeen(row)),
      source,
    ) +
    `${bottom(source)}</main></body></html>\n`
  );
}
