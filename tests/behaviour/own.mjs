// A case as a person's own rule meets it: pointed at on the case's first page as it came, or on a
// test page of the platform, as it was before the case. Which control it is, and what On means, is
// told by the words that are shown there, as a person tells it.
import { readFileSync } from 'node:fs';
import { readRules } from '../../scripts/lib-rules.mjs';
import { htmlFor, pageHtml } from '../engine/lib/fixtures.mjs';
import { crossed, openToPoint, ownOf, ruleOfOwn } from '../engine/lib/point.mjs';
import { dress } from './virtual/browser.mjs';
import { filled } from './web.mjs';

const rules = new Map(readRules().map(({ rule }) => [rule.id, rule]));
const folder = new URL('pages/', import.meta.url);
const SETTLED = 6000;

/** What the rule's words say of a listed control. @param {any} listed @param {any} says */
function answerOf({ name, values }, { control, match }) {
  const keys = control.locate.flatMap(one => [one.name, one.text, values && one.heading]);
  if (!keys.some(key => key && match(key, name))) return null;
  if (!values) return { onMeans: control.onMeans };
  const on = control.read.flatMap(one => (one.from === 'choice' ? one.on : []));
  const its = values.filter(({ text }) => on.some(key => match(key, text)));
  if (its.length !== 1) return null;
  const other = values.find(one => one !== its[0]);
  const allows = control.onMeans === 'training' ? its[0] : other;
  return { onMeans: 'training', allows: allows.text };
}

/**
 * The own rule of whoever points at it on this page; null: it is not there, or more than once.
 * @param {{ html: string, url: string, rule: any, control?: string, lang: string, held: string }}
 *   of held: what its server answers
 */
async function pointed({ html, url, rule, control, lang, held }) {
  const still = { type: 'navigate', referrer: '' };
  const setup = (window, clock) => dress(window, clock, still, { held: () => held });
  const page = await openToPoint({ html, url, setup });
  await page.clock.advance(SETTLED);
  const { text } = page.window.OptOutLog;
  const strings = text.compile(rule.strings);
  const match = (key, words) => text.match(strings.get(key), words, lang);
  const controls = (rule.controls ?? []).filter(
    one => one.locate && one.kind !== 'not-training' && (!control || one.id === control),
  );
  const found = crossed(page.point.list()).controls.flatMap(listed =>
    controls
      .map(one => answerOf(listed, { control: one, match }))
      .filter(Boolean)
      .slice(0, 1)
      .map(answer => [listed.ref, answer]),
  );
  const draft = found.length === 1 ? crossed(page.point.draft(...found[0])) : null;
  page.close();
  return draft && !draft.refused ? ruleOfOwn(proven(ownOf({ draft, url }))) : null;
}

/** Both of its states were read: what is said falsely is then said as sure. @param {any} own */
const proven = own => ({ ...own, read: { 'ai-training': { on: 1, off: 1 } } });

/** The case's first page as the server gives it. @param {any} it */
const firstPage = it =>
  it.html
    ? it.html(it.truth[0].training, it.url, 0)
    : filled(
        readFileSync(new URL(it.file.split('/').at(-1), folder), 'utf8'),
        it.truth[0].training,
      );

/** Is the setting there? Nobody points at one where none is. @param {any} it */
const isThere = it => it.truth[0].training !== 'none';

/** @param {any} it a case @returns {Promise<any>} */
async function onItsPage(it) {
  if (!isThere(it)) return null;
  const { url, lang = 'en', truth } = it;
  const rule = rules.get(it.rule);
  return pointed({ html: firstPage(it), url, rule, lang, held: truth[0].training });
}

/**
 * At the case's address where the setting is there, else where the test page is.
 * @param {any} it a case @returns {Promise<any>}
 */
async function onTestPage(it) {
  const rule = rules.get(it.rule);
  const lang = it.lang ?? 'en';
  const entries = rule.tests.filter(
    one => ['allowed', 'denied'].includes(one.expect.training) && !one.then,
  );
  for (const entry of entries.filter(one => (one.lang ?? 'en').split('-')[0] === lang)) {
    const html = htmlFor(pageHtml(rule, entry), entry);
    const url = isThere(it) ? it.url : entry.url;
    const held = entry.expect.training;
    const own = await pointed({ html, url, rule, control: entry.control, lang, held });
    if (own) return own;
  }
  return null;
}

/** Where it was pointed at -> how the rule is made. */
export const WAYS = { 'on its page': onItsPage, 'on a test page': onTestPage };
