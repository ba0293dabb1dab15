/**
 * A round of checks without a browser: which settings pages are visited, and what became of each.
 * Pure.
 */
import { pageVerdict } from '../../shared/verdict.js';

/** @import { Platform, Round, RoundOffer, RoundOther } from '../../shared/types.d.ts' */
/** @import { RoundStep, TabState } from '../../shared/types.d.ts' */

/**
 * The visits of a round, and the followed platforms that it has to leave to the user: without
 * permission, with a form only (opening it would be noted as the user's own step), or with an
 * address that we cannot know (one per blog). Settings with another purpose than training are no
 * part of a round.
 * @param {Platform[]} platforms
 * @param {Map<string, any>} rules by id, at least those of the followed
 * @param {Set<string>} followed
 * @param {Set<string>} granted
 * @returns {{ steps: RoundStep[], others: RoundOther[] }}
 */
export function planOf(platforms, rules, followed, granted) {
  /** @type {RoundStep[]} */
  const steps = [];
  /** @type {RoundOther[]} */
  const others = [];
  for (const { id, name, open } of platforms.filter(
    platform => followed.has(platform.id) && platform.kind !== 'not-training',
  )) {
    const rule = rules.get(id);
    const url = (rule?.pages ?? []).find(
      (/** @type {any} */ page) => page.open && opensControl(rule, page.id),
    )?.open;
    const reason = !granted.has(id)
      ? 'no-access'
      : !(rule?.controls?.length > 0)
        ? 'form'
        : !url
          ? 'no-address'
          : null;
    if (reason) others.push({ platform: id, name, open, reason });
    else steps.push({ platform: id, name, url, outcome: 'waiting', why: null });
  }
  return { steps, others };
}

/** @param {any} rule @param {string} page */
function opensControl(rule, page) {
  return (rule.controls ?? []).some((/** @type {any} */ control) =>
    [control.page].flat().includes(page),
  );
}

/**
 * @param {TabState | null} state of the round's tab
 * @returns {Pick<RoundStep, 'outcome' | 'why' | 'likely' | 'operable'> | null} null: nothing
 *   settled yet
 */
export function outcomeOf(state) {
  if (!state || state.settling) return null;
  // what somebody changed there meanwhile is no reading; what the document of before draws is none
  // either
  const verdict = pageVerdict(state.readings.filter(({ how }) => how !== 'changed'));
  if (verdict?.again) return { outcome: 'unknown', why: 'unsettled' };
  const operable = state.readings.filter(one => one.operable).map(({ control }) => control);
  return (
    verdict && {
      outcome: verdict.training,
      why: verdict.why,
      ...(verdict.likely ? { likely: true } : {}),
      ...(operable.length > 0 ? { operable } : {}),
    }
  );
}

/**
 * What a finished round leaves to be turned off.
 * @param {Round | null} round
 * @returns {RoundOffer[]}
 */
export function offersOf(round) {
  if (!round || round.state === 'running') return [];
  if (round.offers) return round.offers;
  return round.steps.flatMap(({ platform, name, url, operable }) =>
    (operable ?? []).map(control => ({ platform, name, url, control })),
  );
}

/**
 * The steps of a round of turning off: what was chosen of the offers, and nothing else.
 * @param {RoundOffer[]} offers
 * @param {unknown} chosen
 * @returns {{ steps: RoundStep[], offers: RoundOffer[] }}
 */
export function turningOf(offers, chosen) {
  const wanted = new Set(Array.isArray(chosen) ? chosen.map(keyOf) : []);
  return {
    steps: offers
      .filter(offer => wanted.has(keyOf(offer)))
      .map(offer => ({ ...offer, outcome: 'waiting', why: null })),
    offers: offers.filter(offer => !wanted.has(keyOf(offer))),
  };
}

/** @param {any} offer */
const keyOf = offer => `${offer?.platform}/${offer?.control}`;
