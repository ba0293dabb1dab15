/**
 * The round of checks: opens the settings page of one followed platform after another in a window
 * of its own, waits for the verdict, closes the tab when the next one is there. Never a click on a
 * page. It reads as every visit does: by boot script and engine; here is only the going from one to
 * the next.
 *
 * All of it is in storage.session, so that a worker that was ended goes on where it was; it ends
 * with the browser. A tab that the user has turned to is the user's, and stays open.
 */
import { api, isFirefox } from '../../shared/api.js';
import { followed } from '../ground/choice.js';
import { grantedPlatforms } from '../ground/permissions.js';
import { platforms, ruleOf } from '../ground/rules.js';
import { local, makeSerial, session } from '../ground/store.js';
import { tabState } from '../tab/readings.js';
import { outcomeOf, planOf } from './plan.js';
import { closeTab, openShown, orphan, tabOf, tabsAt } from './tab.js';

/** @import { Round, RoundStep, TabState } from '../../shared/types.d.ts' */

export const ROUND_ALARM = 'round-limit';
const KEY = 'round';
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
/** A window that was opened may be given the focus by the browser, whatever it was asked. */
const OPENING = 2_000;
const serial = makeSerial();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @returns {Promise<Round | null>} */
export async function roundState() {
  return (await session.get(KEY)) ?? null;
}

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

export const skipStep = () =>
  serial(() => whileRunning(round => settle(round, { outcome: 'skipped', why: null })));

export const stopRound = () =>
  serial(() =>
    whileRunning(async round => {
      for (const step of round.steps) if (step.outcome === 'open') step.outcome = 'skipped';
      return end({ ...round, tab: null, closing: mineOf(round), state: 'stopped' });
    }),
  );

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
      round.tab === tabId
        ? settle({ ...round, tab: null }, { outcome: 'closed', why: null })
        : round,
    ),
  );

/**
 * The user has turned to a tab: it is the user's from now on, also after turning away from it. In
 * the round's own window it lies in front from the beginning.
 * @param {number} tabId
 * @param {number} [windowId]
 */
export const roundTabShown = (tabId, windowId) =>
  serial(() =>
    whileRunning(round =>
      round.tab === tabId && (windowId === undefined || windowId !== round.window)
        ? giveAway(round)
        : round,
    ),
  );

/**
 * The user has turned to the round's window. Right after it was opened the browser may have done
 * that.
 * @param {number} windowId
 */
export const roundWindowShown = windowId =>
  serial(() =>
    whileRunning(round =>
      windowId === round.window && Date.now() > round.since + OPENING ? giveAway(round) : round,
    ),
  );

/** @param {Round} round */
async function giveAway(round) {
  if (round.taken) return round;
  const taken = { ...round, taken: true, window: null };
  await session.set(KEY, taken);
  return taken;
}

/** At every start of the background. */
export const resumeRound = () =>
  serial(() =>
    whileRunning(async round => {
      if (round.closing) await closeTab(round.closing, round.window ?? null);
      if (round.tab === null) return next(round); // ended just before or after it opened a tab
      if (!(await tabOf(round.tab)))
        return settle({ ...round, tab: null }, { outcome: 'closed', why: null });
      later(outcomeOf(await tabState(round.tab)) ? QUIET : GRACE);
      return round;
    }),
  );

/** The alarm rings. */
export const checkRound = () => serial(() => whileRunning(look));

/**
 * After an erase: what a finished round found is gone too.
 * @param {string} [platform] all without one
 */
export const forgetRound = platform =>
  serial(async () => {
    const round = await roundState();
    if (!platform) await local.remove('lastRound');
    if (!round || round.state === 'running') return;
    const steps = platform ? round.steps.filter(step => step.platform !== platform) : [];
    if (steps.length > 0) await session.set(KEY, { ...round, steps });
    else await session.remove(KEY);
  });

/** @param {(round: Round) => Round | Promise<Round>} work */
async function whileRunning(work) {
  const round = await roundState();
  return round?.state === 'running' ? work(round) : round;
}

/** Looks again after a while; the newest call counts. @param {number} ms */
function later(ms) {
  clearTimeout(timer);
  timer = setTimeout(checkRound, ms);
  // An event page may be ended sooner than a worker, and there an alarm may ring as soon as it
  // likes.
  if (isFirefox) api.alarms.create(ROUND_ALARM, { when: Date.now() + ms + 500 });
}

/** @param {Round} round */
async function look(round) {
  if (round.tab === null) return round;
  const state = await stateOf(round);
  const end = Math.min(round.since, Date.now()) + LIMIT; // the clock may have been put back
  if (!outcomeOf(state) && Date.now() < end - 1_000) {
    // still loading, or recognised as the settings page and still reading: these have until the
    // limit
    if (state || (await tabOf(round.tab))?.status === 'loading') {
      await api.alarms.create(ROUND_ALARM, { when: end });
      return round;
    }
  }
  return conclude(round);
}

/** @param {Round} round */
async function conclude(round) {
  const state = await stateOf(round);
  return settle(round, outcomeOf(state) ?? { outcome: state ? 'timeout' : 'elsewhere', why: null });
}

/**
 * What the round's tab shows of the platform that is visited: the user may have gone elsewhere in
 * it.
 * @param {Round} round
 */
async function stateOf({ tab, steps, at }) {
  const state = tab === null ? null : await tabState(tab);
  return state?.platform === steps[at]?.platform ? state : null;
}

/**
 * Notes what became of the present step, and goes on; its tab goes when the next one is there, lest
 * the window go with it.
 * @param {Round} round
 * @param {Pick<RoundStep, 'outcome' | 'why' | 'likely'>} found
 */
async function settle(round, found) {
  clearTimeout(timer);
  const steps = noted(round.steps, round.at, found);
  return next({ ...round, steps, at: round.at + 1, tab: null, closing: mineOf(round) });
}

/** The round's tab, if it is still the round's. @param {Round} round */
const mineOf = ({ tab, taken }) => (taken ? null : tab);

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
  await session.set(KEY, { ...round, steps, theirs });
  const { tab, window } = (step.outcome === 'open' ? await orphan(step, theirs) : null) ??
    (await openShown(step.url, round.window ?? null)) ?? { tab: null, window: null };
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
  await session.set(KEY, { ...opened, closing: round.closing ?? null });
  await closeTab(round.closing, window);
  await session.set(KEY, opened);
  await api.alarms.create(ROUND_ALARM, { when: Date.now() + LIMIT });
  if (tab.status === 'complete') later(GRACE);
  return opened;
}

/**
 * @param {RoundStep[]} steps
 * @param {number} number
 * @param {Pick<RoundStep, 'outcome' | 'why' | 'likely'>} found
 */
function noted(steps, number, found) {
  return steps.map((step, at) => (at === number ? { ...step, ...found } : step));
}

/** @param {Round} round */
async function end(round) {
  clearTimeout(timer);
  await api.alarms.clear(ROUND_ALARM);
  await session.set(KEY, { ...round, window: null });
  await closeTab(round.closing, round.window ?? null);
  if (round.state === 'done' && round.steps.length > 0)
    await local.set('lastRound', new Date().toISOString());
  return round;
}
