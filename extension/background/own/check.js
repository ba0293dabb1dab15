/**
 * What is taken for a rule of the user's own: from a page that was pointed at, and from a file.
 * Both are untrusted. Nothing but the members below passes, each within its bounds; a whole thing
 * is refused with the path of what is wrong in it. Pure. The form is docs/own-rules.md's, and a
 * part of rules/schema.json's.
 */
import { SLUG } from '../../shared/vocabulary.js';
import { ownId } from '../ground/own.js';

/** Thrown with the path of the member, `controls[0].locate[1].value`. */
export class Refused extends Error {}

export const BOUNDS = Object.freeze({
  name: 100,
  phrase: 400,
  phrases: 40,
  controls: 8,
  locators: 8,
  pages: 8,
  neighbours: 8,
  url: 600,
  hook: 60,
});

const ROLES = [
  'switch',
  'checkbox',
  'menuitemcheckbox',
  'button',
  'radio',
  'radiogroup',
  'combobox',
];
const ATTRS = ['id', 'name'];
const UNITS = ['account', 'blog', 'site', 'channel', 'publication', 'team', 'organisation'];
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
const LANG = /^(?:\*|[a-z]{2,3}(?:-[a-z0-9]{2,8})*)$/i;

/** @param {boolean} holds @param {string} at @returns {asserts holds} */
function need(holds, at) {
  if (!holds) throw new Refused(at);
}

/** @param {unknown} value @param {string} at @param {string[]} members @param {string[]} [may] */
export function checkObject(value, at, members, may = []) {
  need(typeof value === 'object' && value !== null && !Array.isArray(value), at);
  const found = /** @type {Record<string, unknown>} */ (value);
  for (const member of members) need(Object.hasOwn(found, member), `${at}.${member}`);
  for (const member of Object.keys(found))
    need(members.includes(member) || may.includes(member), `${at}.${member}`);
  return found;
}

/** @param {unknown} value @param {string} at @param {number} most @returns {string} */
export function checkText(value, at, most) {
  need(typeof value === 'string' && value.trim() !== '' && value.length <= most, at);
  need(!CONTROL.test(value), at);
  return value;
}

/** @param {unknown} value @param {string} at @param {number} most @returns {unknown[]} */
export function checkList(value, at, most) {
  need(Array.isArray(value) && value.length >= 1 && value.length <= most, at);
  return value;
}

/** @param {unknown} value @param {string} at @param {readonly unknown[]} words */
const word = (value, at, words) => need(words.includes(value), at);

/** @param {unknown} value @param {string} at @returns {string} */
function slug(value, at) {
  need(typeof value === 'string' && SLUG.test(value), at);
  return value;
}

/** @param {unknown} value @param {string} at @param {Set<string>} keys */
const key = (value, at, keys) =>
  need(typeof value === 'string' && value.startsWith('@') && keys.has(value.slice(1)), at);

/** @param {unknown} value @param {string} at @returns {Set<string>} the keys */
function strings(value, at) {
  const found = checkObject(value, at, [], Object.keys(/** @type {object} */ (value ?? {})));
  const keys = Object.keys(found);
  need(keys.length >= 1 && keys.length <= BOUNDS.phrases, at);
  for (const name of keys) {
    slug(name, `${at}.${name}`);
    const languages = Object.entries(/** @type {object} */ (found[name] ?? {}));
    need(languages.length >= 1 && languages.length <= 12, `${at}.${name}`);
    for (const [lang, phrases] of languages) {
      need(LANG.test(lang), `${at}.${name}.${lang}`);
      checkList(phrases, `${at}.${name}.${lang}`, 4).forEach((phrase, n) =>
        checkText(phrase, `${at}.${name}.${lang}[${n}]`, BOUNDS.phrase),
      );
    }
  }
  return new Set(keys);
}

/** A host of its own, https, no pattern but an exact path. @param {unknown} value
 * @param {string} at @param {string} host */
function address(value, at, host) {
  const url = checkText(value, at, BOUNDS.url);
  need(url.startsWith(`https://${host}/`) && URL.canParse(url.replaceAll('\\', '')), at);
  const path = url.slice(`https://${host}`.length).replace(/\\[\\:*?+{}()[\]|^$]/g, '');
  need(!/[\\*?+{}()[\]|^$\s]|(?<=\/):/.test(path) && !path.includes(':'), at);
}

/** @param {unknown} value @param {string} at @param {string} host @param {Set<string>} keys */
function page(value, at, host, keys) {
  const found = checkObject(value, at, ['id', 'url', 'signature', 'open'], ['neighbours']);
  slug(found.id, `${at}.id`);
  checkList(found.url, `${at}.url`, 2).forEach((url, n) => address(url, `${at}.url[${n}]`, host));
  checkOpen(found.open, `${at}.open`, host);
  const { any } = checkObject(found.signature, `${at}.signature`, ['any']);
  checkList(any, `${at}.signature.any`, 4).forEach((one, n) => {
    const [name, ...others] = Object.keys(/** @type {object} */ (one ?? {}));
    need(
      others.length === 0 && (name === 'text' || name === 'heading'),
      `${at}.signature.any[${n}]`,
    );
    key(/** @type {any} */ (one)[name], `${at}.signature.any[${n}].${name}`, keys);
  });
  if (found.neighbours !== undefined)
    checkList(found.neighbours, `${at}.neighbours`, BOUNDS.neighbours).forEach((one, n) =>
      key(one, `${at}.neighbours[${n}]`, keys),
    );
}

/** @param {unknown} value @param {string} at @param {string} host */
export function checkOpen(value, at, host) {
  const url = checkText(value, at, BOUNDS.url);
  need(URL.canParse(url), at);
  const { protocol, hostname, port, username, password, search } = new URL(url);
  need(protocol === 'https:' && hostname === host && port === '', at);
  need(username === '' && password === '' && search === '', at);
}

/** @param {unknown} value @param {string} at @param {Set<string>} keys */
function locator(value, at, keys) {
  const { by } = checkObject(
    value,
    at,
    ['by', 'role'],
    ['name', 'text', 'heading', 'attr', 'value'],
  );
  word(by, `${at}.by`, ['role', 'label', 'section', 'testid', 'attr']);
  const its = {
    role: ['name'],
    label: ['text'],
    section: ['heading'],
    testid: ['attr', 'value'],
    attr: ['attr', 'value'],
  }[String(by)];
  const found = checkObject(value, at, ['by', 'role', ...(its ?? [])]);
  checkList(found.role, `${at}.role`, ROLES.length).forEach((role, n) =>
    word(role, `${at}.role[${n}]`, ROLES),
  );
  if (by === 'role') key(found.name, `${at}.name`, keys);
  if (by === 'label') key(found.text, `${at}.text`, keys);
  if (by === 'section') key(found.heading, `${at}.heading`, keys);
  if (by === 'testid')
    need(/^data-[a-z-]{1,40}$/.test(checkText(found.attr, `${at}.attr`, 50)), `${at}.attr`);
  if (by === 'attr') word(found.attr, `${at}.attr`, ATTRS);
  if (by === 'testid' || by === 'attr')
    need(
      /^[a-z][a-z_.-]+$/i.test(checkText(found.value, `${at}.value`, BOUNDS.hook)),
      `${at}.value`,
    );
}

/** @param {unknown} value @param {string} at @param {Set<string>} keys */
function reader(value, at, keys) {
  const { from } = checkObject(value, at, ['from'], ['on', 'off']);
  word(from, `${at}.from`, ['checked', 'aria-checked', 'aria-pressed', 'choice']);
  const found = checkObject(value, at, from === 'choice' ? ['from', 'on', 'off'] : ['from']);
  if (from !== 'choice') return;
  for (const side of ['on', 'off'])
    checkList(found[side], `${at}.${side}`, 1).forEach(one => key(one, `${at}.${side}[0]`, keys));
}

/**
 * @param {unknown} value
 * @param {string} at
 * @param {Set<string>} keys
 * @param {Set<string>} pages
 */
function control(value, at, keys, pages) {
  const found = checkObject(value, at, [
    ...[
      'id',
      'name',
      'kind',
      'page',
      'onMeans',
      'unit',
      'locate',
      'read',
      'pointed',
      'file',
      'since',
    ],
  ]);
  need(/^\d{4}-\d{2}-\d{2}$/.test(String(found.pointed)), `${at}.pointed`);
  word(found.file, `${at}.file`, [true, false]);
  need(Number.isSafeInteger(found.since) && Number(found.since) >= 1, `${at}.since`);
  slug(found.id, `${at}.id`);
  checkText(found.name, `${at}.name`, BOUNDS.phrase);
  word(found.kind, `${at}.kind`, ['toggle', 'choice']);
  need(pages.has(String(found.page)), `${at}.page`);
  word(found.onMeans, `${at}.onMeans`, ['training', 'opted-out']);
  unit(found.unit, `${at}.unit`);
  checkList(found.locate, `${at}.locate`, BOUNDS.locators).forEach((one, n) =>
    locator(one, `${at}.locate[${n}]`, keys),
  );
  checkList(found.read, `${at}.read`, 3).forEach((one, n) => reader(one, `${at}.read[${n}]`, keys));
}

/** @param {unknown} value @param {string} at */
function unit(value, at) {
  const { is } = checkObject(value, at, ['is'], ['named']);
  word(is, `${at}.is`, UNITS);
  const found = checkObject(value, at, is === 'account' ? ['is'] : ['is', 'named']);
  if (is !== 'account') checkText(found.named, `${at}.named`, BOUNDS.name);
}

/**
 * The parts that make a rule: strings, pages, controls, and all of one host.
 * @param {unknown} value
 * @param {string} host
 * @param {string} at
 */
export function checkRule(value, host, at = 'rule') {
  const found = checkObject(value, at, ['rev', 'strings', 'pages', 'controls']);
  need(Number.isSafeInteger(found.rev) && Number(found.rev) >= 1, `${at}.rev`);
  checkHost(host, 'host');
  const keys = strings(found.strings, `${at}.strings`);
  const pages = checkList(found.pages, `${at}.pages`, BOUNDS.pages);
  pages.forEach((one, n) => page(one, `${at}.pages[${n}]`, host, keys));
  const ids = new Set(pages.map(one => /** @type {any} */ (one).id));
  need(ids.size === pages.length, `${at}.pages`);
  const controls = checkList(found.controls, `${at}.controls`, BOUNDS.controls);
  controls.forEach((one, n) => control(one, `${at}.controls[${n}]`, keys, ids));
  const names = new Set(controls.map(one => /** @type {any} */ (one).id));
  need(names.size === controls.length, `${at}.controls`);
}

/** @param {unknown} value @param {string} at */
export function checkHost(value, at) {
  need(typeof value === 'string' && HOST.test(value) && SLUG.test(ownId(value)), at);
  return value;
}
