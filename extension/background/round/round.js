/**
 * The round of checks: opens the settings page of one followed platform after another in a window
 * of its own, waits for the verdict, closes the tab when the next one is there. Never a click on a
 * page. It reads as every visit does: by boot script and engine; here is only the going from one to
 * the next. A round of turning off goes the same way, and does at each page what turn.js says.
 *
 * All of it is in storage.session, so that a worker that was ended goes on where it was; it ends
 * with the browser.
 */
import { api } from '../../shared/api.js';
import { followed } from '../ground/choice.js';
import { grantedPlatforms } from '../ground/permissions.js';
import { platforms, ruleOf } from '../ground/rules.js';
import { local } from '../ground/store.js';
import { tabState } from '../tab/readings.js';
import { showIn } from '../tab/show.js';
import {
  lookAfter,
  mineOf,
  noLook,
  noted,
  ROUND_ALARM,
  roundState,
  saveRound,
  serial,
  stateOf,
  whileRunning,
} from './kept.js';
import { offersOf, outcomeOf, planOf, turningOf } from './plan.js';
import { closeTab, openShown, orphan, tabOf, tabsAt } from './tab.js';
import { turn } from './turn.js';

/** @import { Round, RoundStep, TabState } from '../../shared/types.d.ts' */

/** Milliseconds that one page may take in all; no alarm is sooner than 30 s. */
const LIMIT = 60_000;
/**
 * After loading, for an address that turned out to be no settings page (most often a sign-in page).
 */
const GRACE = 8_000;
/**
 * After the newest word of the page: it corrects itself once or twice, and may have several
 * controls.
 */
const QUIET = 3_500;

/** Begins a round, or answers the one that runs. */
export function startRound() {
  return serial(async () => {
    const running = await roundState();
    if (running?.state === 'running') return running;
    const all = await platforms();
    const mine = await followed(all);
    const rules = new Map(
      await Promise.all(
        [...mine].map(async id => /** @type {const} */ ([id, await ruleOf(id).catch(() => null)])),
      ),
    );
    const plan = planOf(all, rules, mine, await grantedPlatforms(all));
    return next({
      ...plan,
      state: 'running',
      started: new Date().toISOString(),
      at: 0,
      tab: null,
      since: 0,
    });
  });
}

/**
 * Begins to turn off what was chosen of a finished round's offers; answers the round that runs.
 * @param {unknown} chosen list of { platform, control }
 */
export function startTurning(chosen) {
  return serial(async () => {
    const round = await roundState();
    if (!round || round.state === 'running') return round;
    const { steps, offers } = turningOf(offersOf(round), chosen);
    if (steps.length === 0) return round;
    return next({
      ...round,
      steps,
      offers,
      others: [],
      state: 'running',
      at: 0,
      tab: null,
      since: 0,
    });
  });
}

export const skipStep = () =>
  serial(() => whileRunning(round => settle(leaving(round), leftAs(round, 'skipped'))));

export const stopRound = () =>
  serial(() =>
    whileRunning(async round => {
      const open = round.steps[round.at]?.outcome === 'open';
      const steps = open ? noted(round.steps, round.at, leftAs(round, 'skipped')) : round.steps;
      return end({ ...round, steps, tab: null, closing: mineOf(leaving(round)), state: 'stopped' });
    }),
  );

/**
 * What was pressed and not yet seen again may be off by now.
 * @param {Round} round
 * @param {'skipped' | 'closed'} outcome
 * @returns {Partial<RoundStep>}
 */
const leftAs = (round, outcome) => ({
  outcome: round.steps[round.at]?.phase ? 'unconfirmed' : outcome,
  why: null,
});
/** A page that was pressed is not taken away. @param {Round} round */
const leaving = round => (round.steps[round.at]?.phase ? { ...round, taken: true } : round);

/** A page has said something. @param {number} tabId @param {TabState | null} state */
export async function roundHeard(tabId, state) {
  const round = await roundState();
  if (round?.state !== 'running' || round.tab !== tabId) return;
  if (outcomeOf(state)) later(QUIET);
}

/** A tab has finished loading. @param {number} tabId */
export async function roundLoaded(tabId) {
  const round = await roundState();
  if (round?.state === 'running' && round.tab === tabId) later(GRACE);
}

/** @param {number} tabId */
export const roundTabClosed = tabId =>
  serial(() =>
    whileRunning(round =>
      round.tab === tabId ? settle({ ...round, tab: null }, leftAs(round, 'closed')) : round,
    ),
  );

/** At every start of the background. */
export const resumeRound = () =>
  serial(() =>
    whileRunning(async round => {
      if (round.closing) await closeTab(round.closing, round.window ?? null);
      if (round.tab === null) return next(round); // ended just before or after it opened a tab
      if (!(await tabOf(round.tab)))
        return settle({ ...round, tab: null }, leftAs(round, 'closed'));
      later(outcomeOf(await tabState(round.tab)) ? QUIET : GRACE);
      return round;
    }),
  );

/** @param {number} ms */
const later = ms => lookAfter(ms, checkRound);

/** The alarm rings. */
export const checkRound = () => serial(() => whileRunning(look));

/** @param {Round} round */
async function look(round) {
  if (round.tab === null) return round;
  const state = await stateOf(round);
  if (round.offers) return move(round, await turn(round.steps[round.at], round.tab, state));
  const end = Math.min(round.since, Date.now()) + LIMIT; // the clock may have been put back
  if (!outcomeOf(state) && Date.now() < end - 1_000) {
    // still loading, or recognised as the settings page and still reading: these have until the
    // limit
    if (state || (await tabOf(round.tab))?.status === 'loading') {
      await api.alarms.create(ROUND_ALARM, { when: end });
      return round;
    }
    // an alarm of the step before may ring when this one was just opened, and is no page yet
    const grace = end - LIMIT + GRACE - Date.now();
    if (grace > 0) {
      later(grace);
      return round;
    }
  }
  return settle(round, outcomeOf(state) ?? { outcome: state ? 'timeout' : 'elsewhere', why: null });
}

/**
 * A step of turning off goes on as `turn` says; each part of it may take its time.
 * @param {Round} round
 * @param {import('./turn.js').Move} to
 * @returns {Promise<Round>}
 */
async function move(round, { found, phase, ask, wait }) {
  if (found?.outcome === 'yourself') {
    // it stays open, for the person to do it
    if (round.tab !== null)
      showIn(round.tab, String(round.steps[round.at].control)).catch(() => {});
    return settle({ ...round, taken: true }, found);
  }
  if (found) return settle(round, found);
  const now = phase
    ? { ...round, steps: noted(round.steps, round.at, phase), since: Date.now() }
    : round;
  await saveRound(now);
  if (ask) return move(now, await ask());
  const end = Math.min(now.since, Date.now()) + LIMIT;
  if (Date.now() >= end - 1_000)
    return settle(now, {
      outcome: now.steps[now.at].phase === 'confirm' ? 'unconfirmed' : 'timeout',
      why: null,
    });
  await api.alarms.create(ROUND_ALARM, { when: end });
  if (wait) later(wait);
  return now;
}

/**
 * Notes what became of the present step, and goes on; its tab goes when the next one is there, lest
 * the window go with it.
 * @param {Round} round
 * @param {Partial<RoundStep>} found
 */
async function settle(round, found) {
  noLook();
  const steps = noted(round.steps, round.at, found);
  return next({ ...round, steps, at: round.at + 1, tab: null, closing: mineOf(round) });
}

/** @param {Round} round @returns {Promise<Round>} */
async function next(round) {
  const step = round.steps[round.at];
  if (!step) return end({ ...round, state: 'done' });
  const steps = round.steps.map((one, at) =>
    at === round.at ? { ...one, outcome: /** @type {const} */ ('open') } : one,
  );
  const theirs =
    step.outcome === 'open' ? (round.theirs ?? []) : (await tabsAt(step)).map(({ id }) => id ?? -1);
  // before the tab: what was opened in vain can then be found again
  await saveRound({ ...round, steps, theirs });
  const { tab, window } = (step.outcome === 'open' ? await orphan(step, theirs) : null) ??
    (await openShown(step.url, round.window ?? null, Boolean(round.offers))) ?? {
      tab: null,
      window: null,
    };
  if (tab?.id === undefined)
    return next({
      ...round,
      steps: noted(steps, round.at, { outcome: 'failed', why: null }),
      at: round.at + 1,
    });
  const opened = {
    ...round,
    steps,
    theirs,
    window,
    tab: tab.id,
    taken: false,
    since: Date.now(),
    closing: null,
  };
  await saveRound({ ...opened, closing: round.closing ?? null });
  await closeTab(round.closing, window);
  await saveRound(opened);
  await api.alarms.create(ROUND_ALARM, { when: Date.now() + LIMIT });
  if (tab.status === 'complete') later(GRACE);
  return opened;
}

/** @param {Round} round */
async function end(round) {
  noLook();
  await api.alarms.clear(ROUND_ALARM);
  await saveRound({ ...round, window: null });
  await closeTab(round.closing, round.window ?? null);
  if (round.state === 'done' && round.steps.length > 0 && !round.offers)
    await local.set('lastRound', new Date().toISOString());
  return round;
}
