/**
 * Documents that are nothing without scripts: read in a tab of the user's browser, when they ask
 * for it or have the page open anyway, and sent to the policy program. Never to the log.
 */
import { api } from '../../shared/api.js';
import { HostFailure } from '../ground/failures.js';
import { granted } from '../ground/permissions.js';
import { local } from '../ground/store.js';
import { askPolicy } from './host.js';
import { readRendered } from './page.js';

/** Bytes of JSON a part may take; the program takes 1 MiB a message. */
const PART = 900_000;
/** Characters of a whole page; the program takes 8 MiB. */
const WHOLE = 8_000_000;
/** Milliseconds to wait for the text of a page. */
const PATIENCE = 20_000;
/** Milliseconds between two readings of a page that come by themselves. */
const REST = 20 * 3_600_000;

/**
 * @typedef {{ document: string, url: string, checked: number }} Page a followed document that only
 *   a browser can read
 */

/**
 * Keeps which pages are worth reading when the user has one open.
 * @param {{ enabled: boolean, documents: any[] }} list of `policy.list`
 */
export async function rememberPages({ enabled, documents }) {
  const pages = documents
    .filter(one => one.followed && (one.needs_scripts || one.capture === 'page'))
    .map(one => ({
      document: one.document,
      url: one.url,
      checked: one.checked ? Date.parse(one.checked) : 0,
    }));
  await local.set('policyPages', enabled ? pages : []);
}

/** @returns {Promise<Page[]>} */
async function pagesToRead() {
  return (await local.get('policyPages')) ?? [];
}

/** @param {string} id of the document */
async function noteChecked(id) {
  await local.set(
    'policyPages',
    (await pagesToRead()).map(one => (one.document === id ? { ...one, checked: Date.now() } : one)),
  );
}

/** Host and path: a query or a fragment does not make another document. @param {string} url */
function placeOf(url) {
  const { hostname, pathname } = new URL(url);
  return `${hostname}${pathname.replace(/\/+$/, '')}`;
}

/**
 * Parts of a text that stay within `limit` bytes as JSON, never cut inside a character. Pure.
 * @param {string} text
 * @param {number} [limit]
 * @returns {string[]} at least one
 */
export function partsOf(text, limit = PART) {
  const parts = [];
  let from = 0;
  let size = 0;
  for (let at = 0; at < text.length;) {
    const code = /** @type {number} */ (text.codePointAt(at));
    const width = code > 0xffff ? 2 : 1;
    // as the browsers write JSON: control characters, `<` and some others as \uXXXX
    const cost =
      code < 0x20 || code === 0x3c || code === 0x7f || code === 0x2028 || code === 0x2029
        ? 6
        : code === 0x22 || code === 0x5c
          ? 2
          : code < 0x80
            ? 1
            : code < 0x800
              ? 2
              : code > 0xffff
                ? 4
                : 3;
    if (size + cost > limit && at > from) {
      parts.push(text.slice(from, at));
      from = at;
      size = 0;
    }
    size += cost;
    at += width;
  }
  return [...parts, text.slice(from)];
}

/**
 * Reads a document in a tab: one that is open already, else a new one, which is closed again when
 * the text was taken (and left open when not: a page may want an answer first).
 * @param {string} id of the document
 * @returns {Promise<any>} the document as the program describes it now
 */
export async function capture(id) {
  const { documents } = await askPolicy('policy.list', { all: true });
  const document = documents.find((/** @type {any} */ one) => one.document === id);
  if (!document) throw new HostFailure('record', id, { name: 'policy.document-unknown' });
  if (!(await granted({ origins: [`https://${new URL(document.url).hostname}/*`] })))
    throw new HostFailure('not-allowed', document.url, { name: 'page.no-access' });
  const open = (await api.tabs.query({})).find(
    tab => tab.url && placeOf(tab.url) === placeOf(document.url),
  );
  // the tab that is opened here need not be read a second time because it has loaded
  await noteChecked(id);
  const tab = open ?? (await api.tabs.create({ url: document.url, active: true }));
  const tabId = /** @type {number} */ (tab.id);
  if (!open) await loaded(tabId);
  const result = await captureTab(id, tabId);
  if (!open && result.ok) await api.tabs.remove(tabId);
  else await api.tabs.update(tabId, { active: true });
  return result;
}

/** @param {number} tabId */
async function loaded(tabId) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const tab = await api.tabs.get(tabId);
    if (tab.status === 'complete' && tab.url && tab.url !== 'about:blank') return;
    // slow pages are read as they are; the program tells a page without a text
    if (Date.now() > end) return;
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
  }
}

/**
 * Document → its reading that is under way: the parts of two texts of one document must not mix.
 * @type {Map<string, Promise<any>>}
 */
const underWay = new Map();

/**
 * @param {string} id
 * @param {number} tabId
 * @returns {Promise<any>} of the reading that is under way for this document, if there is one
 */
function captureTab(id, tabId) {
  const reading = underWay.get(id) ?? readTab(id, tabId).finally(() => underWay.delete(id));
  underWay.set(id, reading);
  return reading;
}

/** @param {string} id @param {number} tabId */
async function readTab(id, tabId) {
  const [frame] = await api.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    func: readRendered,
    args: [PATIENCE],
  });
  const page = /** @type {{ url: string, html: string } | undefined} */ (frame?.result);
  if (!page) throw new HostFailure('record', 'the tab gave no page', { name: 'page.unreadable' });
  const html = /** @type {any} */ (page.html).toWellFormed?.() ?? page.html;
  if (html.length > WHOLE)
    throw new HostFailure('record', 'larger than 8 MiB', { name: 'policy.capture-invalid' });
  const parts = partsOf(html);
  const url = page.url.split(/[?#]/, 1)[0];
  let result;
  for (const [part, text] of parts.entries())
    result = await askPolicy('policy.capture', {
      document: id,
      url,
      html: text,
      part,
      of: parts.length,
    });
  return result;
}

/**
 * A tab has finished loading: where it shows a followed document that only a browser can read, and
 * that was not read today, it is taken. Addresses are visible for granted hosts alone.
 * @param {number} tabId
 * @param {string} url
 * @returns {Promise<any>} the document as the program describes it now; null where nothing was sent
 */
export async function captureIfWanted(tabId, url) {
  const page = (await pagesToRead()).find(one => placeOf(one.url) === placeOf(url));
  if (!page || Date.now() - page.checked < REST) return null;
  await noteChecked(page.document);
  return captureTab(page.document, tabId);
}
