// Every variant of every marked page that has a state, as cases to be read: in jsdom, and in the
// real browsers. All of it comes from the rules' `tests`; a new platform is in by itself.
import { readRules } from '../../../scripts/lib-rules.mjs';
import { isMarked, judge, variants, VARIANTS, widgetOf } from '../metamorphic.mjs';
import { htmlFor, pageHtml, wakes } from './fixtures.mjs';

/**
 * before: the page's own verdict. control: whose readings count (null: all). widget: what the
 * marked control is made of.
 * @typedef {{platform: string, kind: string, widget: string, page: string, variant: string, means:
 *   'same'|'flip'|'lost', keeps: boolean,
 *   before: string, control: string|null, rule: any, url: string, html: string}} Case
 * @typedef {{rule: any, file: string, url: string, before: string, control: string|null, html:
 *   string, tell: (html: string) => string,
 *   platform?: string, widget?: string}} Page platform, widget: where the rule's id and the markup
 *   do not say them
 */

/** Marked pages with a state. @param {string} [only] platforms, with commas @returns {Page[]} */
export function markedPages(only) {
  return readRules()
    .filter(({ rule }) => rule.controls && (!only || only.split(',').includes(rule.id)))
    .flatMap(({ rule }) =>
      rule.tests
        .filter(
          entry =>
            ['allowed', 'denied'].includes(entry.expect.training) &&
            isMarked(pageHtml(rule, entry)) &&
            wakes(rule, entry.url),
        )
        .map(entry => ({
          rule,
          file: entry.lang ? `${entry.file} in ${entry.lang}` : entry.file,
          url: entry.url,
          before: entry.expect.training,
          sure: entry.expect.sure ?? null,
          control: entry.control ?? null,
          html: pageHtml(rule, entry),
          tell: html => htmlFor(html, entry),
        })),
    );
}

/** @param {Page} page @param {string[]} [only] ids of variants @returns {Generator<Case>} */
export function* casesOf(page, only) {
  const { rule } = page;
  const widget = page.widget ?? widgetOf(page.html);
  // A rule may read a frozen switch on purpose, and says that it is locked.
  const readsFrozen = rule.controls.some(control => control.disabled === 'state');
  for (const variant of variants(page.html, only)) {
    yield {
      platform: page.platform ?? rule.id,
      kind: rule.controls[0].kind ?? rule.kind,
      widget,
      page: page.file,
      variant: variant.id,
      keeps: variant.keeps,
      means: variant.id.startsWith('disabled') && readsFrozen ? 'same' : variant.means,
      before: page.before,
      control: page.control,
      rule,
      url: page.url,
      html: page.tell(variant.html),
    };
  }
}

const gcd = (a, b) => (b ? gcd(b, a % b) : a);

/**
 * Every so-many-th of all variants of all pages, counted through: over all of the pages alike, and
 * each variant of the list is in, once or oftener, where `about` is no less than their number.
 * @param {Page[]} pages
 * @param {number} about how many cases there should be in all
 * @returns {string[][]} ids of variants, one list per page
 */
export function sample(pages, about) {
  const many = VARIANTS.length;
  let step = Math.max(1, Math.floor((pages.length * many) / about));
  // a step that shares a divisor with the list would pass by some variants on every page
  while (gcd(step, many) > 1) step -= 1;
  return pages.map((_page, at) =>
    VARIANTS.filter((_variant, n) => (at * many + n) % step === 0).map(({ id }) => id),
  );
}

/**
 * What became of a case. Every reading counts, not only the last: a false one that is corrected
 * later was still said.
 * @param {Case} it
 * @param {any[]} readings in the order in which they were said
 */
export function outcome(it, readings) {
  const said = readings.filter(reading => !it.control || reading.control === it.control);
  const last = said.at(-1);
  const wrong = said.some(reading => judge(it.means, it.before, reading.training) === 'wrong');
  return {
    platform: it.platform,
    kind: it.kind,
    widget: it.widget,
    page: it.page,
    variant: it.variant,
    means: it.means,
    keeps: it.keeps,
    result: wrong ? 'wrong' : judge(it.means, it.before, last?.training ?? 'unknown'),
    why: last?.why ?? 'silent',
    row: last?.detail?.row ?? null,
  };
}
