// Marked pages as a person's own rule reads them: the marked control is pointed at on the page as
// it is, and what On means is what is true there. Its variants are read by that rule.
import { crossed, openToPoint, ownOf, ruleOfOwn } from './point.mjs';

/** @import { Page } from './cases.mjs' */

const MARK = '[data-t=control]';

/** Is it the same control, or is one made of the other? @param {Element} a @param {Element} b */
const isOne = (a, b) => a === b || a.contains(b) || b.contains(a);

/** The marked control among those that were listed. @param {any} page @param {any[]} listed */
function markedOf(page, listed) {
  const marked = page.window.document.querySelector(MARK);
  const found = listed.filter(({ ref }) => isOne(page.point.seen(ref).control, marked));
  return found.length === 1 ? found[0] : null;
}

/**
 * What a person answers who knows what is true.
 * @param {any} control as it was listed
 * @param {string} truth allowed or denied
 */
export function answerOf({ state, values }, truth) {
  if (values) {
    const its = values.find(({ chosen }) => chosen === (truth === 'allowed'));
    return { onMeans: 'training', allows: its?.text ?? null };
  }
  return { onMeans: (state === 'on') === (truth === 'allowed') ? 'training' : 'opted-out' };
}

/**
 * The page with the own rule in the place of ours; null: nobody can point at its control.
 * @param {Page} page
 * @returns {Promise<Page|null>}
 */
export async function ownPage(page) {
  const opened = await openToPoint({ html: page.tell(page.html), url: page.url });
  await opened.clock.advance(3000);
  const control = markedOf(opened, crossed(opened.point.list()).controls);
  const isTold = control?.values?.some(one => one.chosen) || /^(on|off)$/.test(control?.state);
  const draft = isTold && crossed(opened.point.draft(control.ref, answerOf(control, page.before)));
  opened.close();
  if (!draft || draft.refused) return null;
  const rule = ruleOfOwn(ownOf({ draft, url: page.url }));
  return { ...page, platform: page.rule.id, rule, control: null };
}
