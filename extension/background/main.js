/**
 * Wiring only: every listener of the background, at the top level, so that a woken worker hears the
 * event that woke it. Runs as a service worker (Chromium) and as an event page (Firefox).
 */
import { api } from '../shared/api.js';
import { REMINDER_ALARM, openFromReminder, remind } from './alert/reminders.js';
import { REMIND_ALARM, openFromNotification, tell } from './alert/returns.js';
import { check } from './border.js';
import { onGranted, onTakenBack } from './grants.js';
import { forgetOnce } from './ground/once.js';
import { platformById, platforms, routesOf } from './ground/rules.js';
import { onContentMessage } from './intake.js';
import { start, wake } from './life.js';
import { RETRY_ALARM, deliver } from './log/host.js';
import { answerPage, isOwnPage } from './requests.js';
import { STAMP_ALARM, stampAfter, stampDue } from './stamping.js';
import { roundTabShown, roundWindowShown } from './round/hands.js';
import { ROUND_ALARM } from './round/kept.js';
import { checkRound, resumeRound, roundLoaded, roundTabClosed } from './round/round.js';
import { paint } from './tab/badge.js';
import { bringMissing } from './tab/engine.js';
import { allTabs, forget, placeOf, tabState } from './tab/readings.js';
import { bootOnce } from './tab/once.js';
import { forgetShow } from './tab/show.js';
import { openPolicyNotification, wirePolicy } from './watch/policy.js';

/** Everything that an event needs first. */
const isReady = wake();
wirePolicy(isReady);

api.runtime.onInstalled.addListener(async ({ reason }) => {
  await isReady;
  await start(reason);
});

api.runtime.onStartup.addListener(async () => {
  await isReady;
  await start('startup');
});

api.runtime.onMessage.addListener((message, sender, respond) => {
  const work = isOwnPage(sender)
    ? isReady.then(() => answerPage(message))
    : isReady.then(() => fromContent(message, sender));
  work.then(respond, () => respond(null));
  return true; // answered later
});

/**
 * @param {unknown} message
 * @param {chrome.runtime.MessageSender} sender
 */
async function fromContent(message, sender) {
  const checked = check(message, sender, api.runtime.id, await platforms());
  if (!checked) return { ok: false };
  const ok = await onContentMessage(checked, sender);
  const its = ok && checked.type === 'routes' ? await platformById(checked.platform) : null;
  return its ? { ok, ...(await routesOf(its)) } : { ok };
}

api.permissions.onAdded.addListener(async change => {
  await isReady;
  await onGranted(change);
});

api.permissions.onRemoved.addListener(async change => {
  await isReady;
  await onTakenBack(change);
});

api.tabs.onUpdated.addListener(async (tabId, change) => {
  if (change.status === 'complete') await roundLoaded(tabId);
  if (change.status) await bootOnce(tabId);
  if (!change.url) return; // visible for granted hosts only, which are all we know of
  await isReady;
  const state = await tabState(tabId);
  if (!state || state.place === placeOf(change.url)) return;
  await forget(tabId);
  await paint(tabId, null, null);
});

api.tabs.onActivated.addListener(({ tabId, windowId }) => {
  roundTabShown(tabId, windowId);
});

api.windows?.onFocusChanged.addListener(windowId => {
  roundWindowShown(windowId);
});

api.tabs.onRemoved.addListener(async tabId => {
  await isReady;
  await forget(tabId);
  await forgetOnce(tabId);
  await forgetShow(tabId);
  await roundTabClosed(tabId);
});

api.alarms.onAlarm.addListener(async ({ name }) => {
  await isReady;
  if (name === RETRY_ALARM) await deliver();
  if (name === REMIND_ALARM) {
    await tell();
    await remind();
  }
  if (name === REMINDER_ALARM) await remind();
  if (name === ROUND_ALARM) await checkRound();
  if (name === STAMP_ALARM) await stampDue();
});

// what is due, what the toolbar button says about it, and what is told of a return follow from
// these
api.storage.onChanged.addListener(async (changes, area) => {
  if (
    area !== 'local' ||
    !(changes.status || changes.queue || changes.returns || changes.lastRound)
  )
    return;
  await isReady;
  await remind();
  if (!changes.status) return;
  await tell();
  const { oldValue, newValue } = /** @type {any} */ (changes.status);
  await stampAfter(oldValue, newValue);
});

let hearsClicks = false;
/** The optional API appears when it is granted. */
function hearNotifications() {
  if (hearsClicks || !api.notifications) return;
  hearsClicks = true;
  api.notifications.onClicked.addListener(id => {
    openFromNotification(id);
    openFromReminder(id);
    openPolicyNotification(id);
  });
}
hearNotifications();
api.permissions.onAdded.addListener(hearNotifications);

// a worker that was woken paints again what it showed
isReady.then(async () => {
  await resumeRound();
  await bringMissing();
  const all = await platforms();
  for (const [tabId, state] of await allTabs())
    await paint(tabId, state, all.find(({ id }) => id === state.platform) ?? null);
});
