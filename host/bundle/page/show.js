// What a verdict says, as elements: in the words of the reader's language, built without markup.
import { witnessSaid } from './witness.js';

/**
 * @param {string} name @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Text of others keeps its own direction. @param {string} text */
const own = text => make('bdi', {}, text);

/**
 * The sentence with each $1, $2 … replaced.
 * @param {string} sentence @param {(Node | string)[]} values
 */
export const filled = (sentence, ...values) =>
  sentence.split(/(\$\d)/).map(part => (/^\$\d$/.test(part) ? values[Number(part[1]) - 1] : part));

/** @param {string} language */
const moment = language => text => {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return own(String(text));
  const format = { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' };
  return own(`${new Intl.DateTimeFormat(language, format).format(at)} UTC`);
};

/** Reasons of host/RECORD.md, section 7 → the message that says them. */
const REASONS = {
  genesis: 'badLinks',
  order: 'badLinks',
  prev: 'badLinks',
  hash: 'badLinks',
  digest: 'badContent',
  payload: 'badContent',
  note: 'badErase',
  'erased-without-note': 'badErase',
  'note-without-erase': 'badErase',
  withheld: 'badWithheld',
  head: 'badHead',
  checkpoint: 'badHead',
  stamp: 'badStamp',
  picture: 'badPicture',
  witness: 'badWitness',
  token: 'badToken',
};

/**
 * @param {import('./chain.js').Verified} found
 * @param {Record<string, string>} t
 */
export function verdict({ broken, entries, stamps: all, statement }, t) {
  if (!broken) {
    const links = make('div', {}, ...filled(t.holdsMore, String(entries.length)));
    // what could not be looked at is not said to hold
    const whole = statement !== false && !all.some(({ judged }) => judged?.unknown);
    const parts = whole ? [make('b', {}, t.holds), links] : [links];
    if (statement !== undefined)
      parts.push(make('div', {}, statement ? t.statementFits : t.statementOther));
    return make('div', { class: 'verdict good' }, ...parts);
  }
  const { seq, reason, why } = broken;
  return make(
    'div',
    { class: 'verdict bad' },
    make('b', {}, t.broken),
    make('div', {}, t[REASONS[reason]] ?? reason),
    make(
      'div',
      { class: 'note' },
      ...filled(t.where, String(seq), [reason, why].filter(Boolean).join(': ')),
    ),
  );
}

/**
 * The file is no bundle and no export, or a document in it does not fit (`parted`).
 * @param {string} why @param {boolean} parted @param {Record<string, string>} t
 */
export const noBundle = (why, parted, t) =>
  make(
    'div',
    { class: 'verdict bad' },
    make('b', {}, t.broken),
    make('div', {}, ...filled(parted ? t.badDocument : t.badFile, own(why))),
  );

function stampRow(stamp, t, when) {
  const { judged, count, authority = stamp.payload.authority } = stamp;
  const lines = [];
  if (judged?.unknown) {
    lines.push(t.stampUnknown);
  } else if (judged?.fault) {
    lines.push(make('b', {}, t.stampBad), ` ${t.badToken} (${judged.fault})`);
  } else {
    const by = make('b', {}, when(stamp.time));
    lines.push(
      make(
        'div',
        {},
        ...filled(t.stampBy, by, String(count), own(`${judged?.signer} (${authority.url})`)),
      ),
    );
    const root = judged ? make('code', {}, judged.fingerprint) : '';
    lines.push(
      make('div', { class: 'note' }, ...filled(t.stampRoot, own(judged?.root ?? ''), root)),
    );
    if (!judged?.revocationSeen) lines.push(make('div', { class: 'note' }, t.stampRevoked));
  }
  for (const entry of [stamp.ahead, stamp.behind].filter(Boolean))
    lines.push(make('div', { class: 'note' }, ...filled(t.stampTimes, String(entry))));
  return make('li', {}, ...lines);
}

/** Since when at the latest. */
export function stamps(found, t, language) {
  if (found.stamps.length === 0) return make('p', {}, t.noStamps);
  return make('ul', {}, ...found.stamps.map(stamp => stampRow(stamp, t, moment(language))));
}

/** Each picture, with its time, and with what reading it was kept. */
export const pictures = (found, t, language) =>
  found.pictures.map(({ seq, of, at, bytes, media, covered }) => {
    const said = make(
      'figcaption',
      {},
      `${seq}. `,
      ...filled(t.pictureOf, moment(language)(at), String(of)),
    );
    if (covered > 0) said.append(' ', ...filled(t.pictureCovered, String(covered)));
    if (!bytes) return make('figure', {}, said, make('div', { class: 'note' }, t.pictureAway));
    const shown = make('img', {
      alt: '',
      src: URL.createObjectURL(new Blob([bytes], { type: media })),
    });
    return make('figure', {}, said, shown);
  });

const STATES = { allowed: 'allowed', denied: 'denied' };

/** What a file in public said, in the words of the statement. */
const witnessParts = (entry, read, words) =>
  witnessSaid(entry, read?.training ?? '').flatMap(([name, ...values]) => {
    const shown = values.map(value =>
      typeof value === 'string' ? own(make('code', {}, value)) : String(value),
    );
    return [...filled(words[name], ...shown), ' '];
  });

/** What was seen or said, and when, newest first; and what a file in public said beside it. */
export function entriesTable(found, t, language, words) {
  const when = moment(language);
  /** The reading beside a witness; its content may be withheld. */
  const beside = ({ of }) => found.entries[of.seq - 1]?.payload;
  const said = payload =>
    payload.type === 'witness'
      ? witnessParts(payload, beside(payload), words)
      : [t[STATES[payload.training] ?? 'unknown'], ' · ', t[payload.basis] ?? ''];
  const rows = found.entries
    .filter(({ payload }) => payload && [undefined, 'witness'].includes(payload.type))
    .reverse()
    .map(({ seq, payload }) =>
      make(
        'tr',
        {},
        make('td', {}, String(seq)),
        make('td', {}, when(payload.at ?? payload.received)),
        make('td', {}, ...subject(payload.type ? { ...beside(payload), ...payload } : payload)),
        make('td', {}, ...said(payload)),
      ),
    );
  const head = ['number', 'when', 'what', 'state'].map(name =>
    make('th', { scope: 'col' }, t[name]),
  );
  return make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
}

function subject({ platform, control, account, unit }) {
  const names = [[platform, control].filter(Boolean).join('/'), account, unit].filter(
    name => typeof name === 'string',
  );
  return names.flatMap((name, at) => (at === 0 ? [own(name)] : [' · ', own(name)]));
}

/** How many are withheld and erased, and what nothing of this shows. */
export function limits(found, t) {
  const count = which => found.entries.filter(entry => entry[which]).length;
  const lines = [];
  if (count('withheld'))
    lines.push(make('p', {}, ...filled(t.withheld, String(count('withheld')))));
  if (count('erased')) lines.push(make('p', {}, ...filled(t.erased, String(count('erased')))));
  return [...lines, make('p', {}, t.limits)];
}
