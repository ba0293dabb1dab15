/**
 * The policy watch: off until the user turns it on; then the documents of the platforms that they
 * follow, at most once a day. What was found is kept by the policy program; here only whether and
 * when to ask it.
 */
import { api } from '../../shared/api.js';
import { t } from '../../shared/i18n.js';
import { followed } from '../ground/choice.js';
import { HostFailure } from '../ground/failures.js';
import { isOwnId } from '../ground/own.js';
import { platforms } from '../ground/rules.js';
import { local, makeSerial, session } from '../ground/store.js';
import { capture, captureIfWanted, rememberPages } from './capture.js';
import { askPolicy, runCheck } from './host.js';

const POLICY_ALARM = 'policy-check';
/**
 * Hours between two checks that come by themselves; the program itself never looks at a document
 * twice a day.
 */
const EVERY = 20;
const NOTE = 'policy:';

/**
 * `on`: as far as this browser knows. `checked`: end of the last whole check. `failure`: why the
 * program could not be asked then. `changed`: moves on whenever a page should ask again.
 * @typedef {{ on: boolean, checked: string | null, failure: { name: string, detail: string } |
 *   null, changed: string }} Kept
 */

const serial = makeSerial();
/** @type {Promise<void> | null} the check that runs in this background */
let running = null;
let stopped = false;

/** @returns {Promise<Kept>} */
async function kept() {
  return { on: false, checked: null, failure: null, changed: '', ...(await local.get('policy')) };
}

/** @param {Partial<Kept>} part */
function keep(part) {
  return serial(async () =>
    local.set('policy', { ...(await kept()), changed: new Date().toISOString(), ...part }),
  );
}

/** @param {unknown} error */
function failureOf(error) {
  if (!(error instanceof HostFailure)) return { name: 'internal', detail: String(error) };
  return { name: error.answer?.name ?? `host.${error.kind}`, detail: error.detail };
}

/**
 * The whole state for the dashboard. Never rejects: a program that cannot be asked is part of it.
 */
async function policyState() {
  const state = {
    enabled: (await kept()).on,
    running: running !== null,
    checked: (await kept()).checked,
    platforms: [],
    documents: [],
    changes: [],
    failure: null,
  };
  try {
    const list = await askPolicy('policy.list', { all: true });
    // another browser, or the command, may have turned it on or off: there is one watch for all of
    // them
    if (list.enabled !== state.enabled) await turned(list.enabled);
    await rememberPages(list);
    const changes = list.enabled ? await allChanges() : [];
    return {
      ...state,
      enabled: list.enabled,
      platforms: list.platforms,
      documents: list.documents,
      changes,
    };
  } catch (error) {
    return { ...state, failure: failureOf(error) };
  }
}

/** @param {number} before */
const changesBefore = before => askPolicy('policy.changes', { limit: 100, before });

/** The newest changes, at most 300: the page shows them all, older ones are in the command. */
async function allChanges() {
  const out = [];
  let before = 0;
  do {
    const page = /** @type {{ changes: any[], next: number | null }} */ (
      await changesBefore(before)
    );
    out.push(...page.changes);
    before = page.next ?? 0;
  } while (before !== 0 && out.length < 300);
  return out;
}

/** @param {boolean} on */
async function turned(on) {
  if ((await kept()).on !== on) await keep({ on });
  await plan();
}

/** @param {boolean} on */
async function enable(on) {
  if (on) await follow();
  await askPolicy('policy.enable', { on });
  await turned(on);
  if (on) check({ asked: true });
  else await cancel();
}

/**
 * Tells the program whose documents to read. Without a choice: what changed in the platforms that
 * the user has, so that a choice made on the dashboard stays.
 * @param {string[]} [chosen] ids
 */
async function follow(chosen) {
  const mine = [...(await followed(await platforms()))].filter(id => !isOwnId(id));
  const before = /** @type {string[] | undefined} */ (await local.get('policyFollowed')) ?? [];
  const known = /** @type {string[]} */ ((await askPolicy('policy.list')).platforms);
  const next = chosen ?? [
    ...new Set([
      ...known.filter(id => mine.includes(id) || !before.includes(id)),
      ...mine.filter(id => !before.includes(id)),
    ]),
  ];
  if (next.length !== known.length || next.some(id => !known.includes(id)))
    await askPolicy('policy.follow', { platforms: next });
  await local.set('policyFollowed', mine);
  if (chosen) await keep({});
}

/**
 * Begins a check, unless one runs. How it goes on is told in session storage (`policyProgress`),
 * its end by `policy`.
 * @param {{ asked: boolean }} options
 */
function check({ asked }) {
  running ??= (async () => {
    stopped = false;
    await session.set('policyProgress', { done: 0, total: 0, name: '' });
    try {
      await follow();
      // the user may have pressed "stop" before the program had begun
      const answer = stopped
        ? { cancelled: true, results: [] }
        : await runCheck(asked, ({ done, total, name }) => {
            session.set('policyProgress', { done, total, name });
          });
      running = null;
      await keep({
        on: true,
        failure: null,
        ...(answer.cancelled ? {} : { checked: new Date().toISOString() }),
      });
      await notify(answer.results);
    } catch (error) {
      running = null;
      const failure = failureOf(error);
      await keep({ failure, ...(failure.name === 'policy.off' ? { on: false } : {}) });
    } finally {
      await session.remove('policyProgress');
    }
  })();
  return running;
}

async function cancel() {
  if (!running) return;
  stopped = true;
  await askPolicy('policy.cancel');
  await running;
}

/** The alarm that asks whether a check is due; without the watch there is none. */
async function plan() {
  if (!(await kept()).on) {
    await api.alarms.clear(POLICY_ALARM);
  } else if (!(await api.alarms.get(POLICY_ALARM))) {
    await api.alarms.create(POLICY_ALARM, { delayInMinutes: 1, periodInMinutes: 60 });
  }
}

/**
 * The events that concern the watch; called once while the background's script runs. While the
 * watch is off nothing comes of them.
 * @param {Promise<unknown>} isReady
 */
export function wirePolicy(isReady) {
  isReady.then(async () => {
    await session.remove('policyProgress'); // whoever wrote it is gone
    await plan();
  });
  api.alarms.onAlarm.addListener(async ({ name }) => {
    await isReady;
    if (name === POLICY_ALARM) await onPolicyAlarm();
  });
  api.tabs.onUpdated.addListener(async (tabId, { status }, { url }) => {
    if (status !== 'complete') return;
    await isReady;
    await onTabLoaded(tabId, url).catch(error => console.warn('policy', error));
  });
}

async function onPolicyAlarm() {
  const { on, checked } = await kept();
  if (!on) return plan();
  if (checked !== null && Math.abs(Date.now() - Date.parse(checked)) < EVERY * 3_600_000) return;
  await check({ asked: false });
}

/**
 * A tab has finished loading. A page of a policy that only a browser can read is taken while the
 * user has it open.
 * @param {number} tabId
 * @param {string | undefined} url
 */
async function onTabLoaded(tabId, url) {
  if (!url || !(await kept()).on) return;
  const result = await captureIfWanted(tabId, url);
  if (!result) return;
  await keep({});
  await notify([result]);
}

/**
 * One notification for all that needs a look, if the user allowed notifications.
 * @param {any[]} results
 */
async function notify(results) {
  const alerts = results.filter(result => result.state === 'alert' && result.change !== null);
  if (alerts.length === 0 || !api.notifications) return;
  const all = await platforms();
  const names = [
    ...new Set(alerts.map(one => all.find(({ id }) => id === one.platform)?.name ?? one.name)),
  ];
  await api.notifications.create(NOTE, {
    type: 'basic',
    iconUrl: api.runtime.getURL('icons/icon-128.png'),
    title: t('policyNotice', names.join(', ')),
    message: t('policyNoticeBody'),
  });
}

/** @param {string} id of a clicked notification */
export async function openPolicyNotification(id) {
  if (id === NOTE)
    await api.tabs.create({ url: api.runtime.getURL('pages/dashboard/dashboard.html#policy') });
}

/**
 * Requests of the dashboard, as in requests.js.
 * @type {Record<string, (message: any) => Promise<unknown>>}
 */
export const POLICY_HANDLERS = {
  'policy-state': policyState,
  'policy-enable': ({ on }) => enable(on),
  'policy-follow': ({ platforms: ids }) => follow(ids),
  'policy-check': async () => {
    check({ asked: true });
  },
  'policy-cancel': cancel,
  'policy-changes': ({ before }) => changesBefore(before),
  'policy-show': ({ change, cursor }) => askPolicy('policy.show', { change, cursor: cursor ?? 0 }),
  'policy-read': async ({ change }) => {
    const answer = await askPolicy(
      'policy.read',
      change === undefined ? { all: true } : { change },
    );
    await keep({});
    return answer;
  },
  'policy-capture': async ({ document }) => {
    const result = await capture(document);
    await keep({});
    return result;
  },
};
