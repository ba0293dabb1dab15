/**
 * Requests of our own pages (popup, welcome, dashboard); docs/background.md lists them.
 * Every answer is `{ok: true, value}` or `{ok: false, error, detail}`; a page never sees an
 * exception.
 */
import { api } from '../shared/api.js';
import { dueReminders, putOff, reminderSetting, setReminder } from './alert/reminders.js';
import { answer, returnedAlerts } from './alert/returns.js';
import { erase } from './erase.js';
import { follow, followed } from './ground/choice.js';
import { HostFailure } from './ground/failures.js';
import { grantedPlatforms } from './ground/permissions.js';
import { platforms, without } from './ground/rules.js';
import { local } from './ground/store.js';
import { declare, dropLine } from './log/declaration.js';
import { ask, deliver, hostState, lines, queue } from './log/host.js';
import { NotTaken, pictureKeep, pictureTake } from './picture.js';
import { popupState } from './popup-state.js';
import {
  mendRemove,
  ownCorrect,
  ownExport,
  ownImport,
  ownList,
  ownRemove,
  ownRename,
  ownSwitch,
} from './own/keep.js';
import { Refused } from './own/check.js';
import { NotPointed, pointList, pointShow, pointTake } from './own/point.js';
import { sampleMake } from './own/sample.js';
import { roundState } from './round/kept.js';
import { offersOf } from './round/plan.js';
import { NotStamped, stampAuthorities, stampList, stampTake } from './stamp.js';
import { setStamping, stamping } from './stamping.js';
import { skipStep, startRound, startTurning, stopRound } from './round/round.js';
import { allowAndRead, readOnce } from './tab/once.js';
import { operate, operated } from './tab/operate.js';
import { showIn, showOnPage } from './tab/show.js';
import { readNow, reloadAndRead } from './tab/reload.js';
import { POLICY_HANDLERS } from './watch/policy.js';

/** @type {Record<string, (message: any) => Promise<unknown>>} */
const HANDLERS = {
  'popup-state': ({ tabId }) => popupState(tabId),
  'popup-opened': async ({ tabId }) => {
    if (Number.isInteger(tabId)) await readOnce(tabId);
    await deliver({ userAction: true });
  },
  'read-now': ({ tabId, platform }) => readNow(tabId, platform),
  'read-once': ({ tabId }) => allowAndRead(tabId),
  'reload-and-read': ({ tabId }) => reloadAndRead(tabId),
  'host-retry': async () => {
    await deliver({ userAction: true });
    return hostState();
  },
  'dropped-seen': () => queue.forgetDropped(),
  'answer-return': ({ line, answer: given }) => answer(line, given),
  'welcome-state': async () => {
    const all = await platforms();
    return {
      platforms: all,
      without: await without(),
      granted: [...(await grantedPlatforms(all))],
      followed: [...(await followed(all))],
      host: await hostState(),
    };
  },
  'permission-pending': async ({ followed: ids }) => {
    await local.set('pending', { followed: ids });
  },
  'permission-refused': () => local.remove('pending'),
  follow: async ({ followed: ids }) => follow(ids, await platforms()),
  'dashboard-state': async () => {
    await deliver({ userAction: true });
    const all = await platforms();
    const waiting = await queue.read();
    return {
      platforms: all,
      granted: [...(await grantedPlatforms(all))],
      followed: [...(await followed(all))],
      lines: await lines(),
      host: await hostState(),
      waiting: waiting.rows,
      returned: await returnedAlerts(),
      perhaps: await returnedAlerts('perhaps'),
    };
  },
  history: ({ params }) => ask('history', params),
  export: ({ params }) => ask('export', params),
  verify: () => ask('verify'),
  erase: ({ scope }) => erase(scope),
  'round-state': async () => {
    const round = await roundState();
    const all = await platforms();
    const offers = offersOf(round).map(({ platform, name, control }) => {
      const its = all.find(({ id }) => id === platform)?.controls ?? [];
      const label = its.length > 1 ? its.find(({ id }) => id === control)?.name : null;
      return { platform, control, name, label: label ?? null };
    });
    return { round, last: (await local.get('lastRound')) ?? null, offers };
  },
  'round-start': startRound,
  'round-turn': ({ chosen }) => startTurning(chosen),
  'round-skip': skipStep,
  'round-stop': stopRound,
  reminders: async () => {
    const { days } = await reminderSetting();
    return { days, due: await dueReminders() };
  },
  'reminders-set': async ({ days }) => setReminder(days),
  'reminder-later': async ({ key }) => putOff(key),
  declare: ({ fact }) => declare(fact),
  'drop-line': ({ line }) => dropLine(line),
  import: ({ packet }) => ask('import', { packet: String(packet) }),
  sources: () => ask('sources'),
  'show-where': ({ tabId, control }) => showIn(tabId, String(control)),
  'show-on-page': showOnPage,
  operate,
  operated,
  'point-list': ({ tabId }) => pointList(tabId),
  'point-show': ({ tabId, ref }) => pointShow(tabId, ref),
  'point-take': ({ answer: given }) => pointTake(given),
  'stamp-authorities': stampAuthorities,
  'stamp-list': stampList,
  'stamp-take': stampTake,
  'stamp-auto': stamping,
  'stamp-auto-set': setStamping,
  'picture-take': pictureTake,
  'picture-keep': pictureKeep,
  'sample-make': ({ tabId }) => sampleMake(tabId),
  'own-list': ownList,
  'own-rename': ownRename,
  'own-correct': ownCorrect,
  'own-switch': ownSwitch,
  'own-remove': ownRemove,
  'own-export': ownExport,
  'own-import': ownImport,
  'mend-remove': mendRemove,
  ...POLICY_HANDLERS,
};

/**
 * @param {{ id?: string, url?: string }} sender
 * @returns {boolean} whether it is one of our own pages and not a content script
 */
export function isOwnPage(sender) {
  return sender.id === api.runtime.id && (sender.url ?? '').startsWith(api.runtime.getURL(''));
}

/**
 * @param {any} message
 * @returns {Promise<{ ok: true, value: unknown } | { ok: false, error: string, detail: string }>}
 */
export async function answerPage(message) {
  const handler = Object.hasOwn(HANDLERS, message?.type) ? HANDLERS[message.type] : undefined;
  if (!handler) return { ok: false, error: 'message.unknown', detail: String(message?.type) };
  try {
    return { ok: true, value: (await handler(message)) ?? null };
  } catch (error) {
    if (error instanceof HostFailure)
      return { ok: false, error: error.error, detail: error.detail };
    if (error instanceof NotStamped)
      return { ok: false, error: 'stamp.refused', detail: error.message };
    if (error instanceof NotTaken)
      return { ok: false, error: 'capture.refused', detail: error.message };
    if (error instanceof NotPointed)
      return { ok: false, error: 'point.refused', detail: error.message };
    if (error instanceof Refused) return { ok: false, error: 'own.refused', detail: error.message };
    return { ok: false, error: 'internal', detail: String(error) };
  }
}
