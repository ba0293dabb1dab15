/**
 * The user grants or takes back a permission, on the welcome page or in the browser's own settings.
 */
import { api } from '../shared/api.js';
import { tell } from './alert/returns.js';
import { followMore, follow } from './ground/choice.js';
import { overlaps } from './ground/patterns.js';
import { concernsSending, mayRead } from './ground/permissions.js';
import { platforms } from './ground/rules.js';
import { local, session } from './ground/store.js';
import { inTurn } from './intake.js';
import { deliver } from './log/host.js';
import { paint } from './tab/badge.js';
import { allTabs, forget } from './tab/readings.js';
import { bootOpenTabs, register } from './tab/registration.js';

/** @import { Platform } from '../shared/types.d.ts' */

/** @param {chrome.permissions.Permissions} change */
export async function onGranted(change) {
  const all = await platforms();
  if (concernsSending(change)) await local.remove('sendingWithdrawn');
  // the page that asked may be gone by now (a popup closes when the browser asks); what it wanted
  // is
  // kept here
  const pending = await local.get('pending');
  if (pending) {
    await follow(pending.followed, all);
    await local.remove('pending');
  }
  const fresh = affected(all, change);
  if (fresh.length > 0) {
    await followMore(
      fresh.map(platform => platform.id),
      all,
    );
    await register(all);
    await bootOpenTabs(fresh);
  }
  if (change.permissions?.includes('nativeMessaging') || concernsSending(change))
    await deliver({ userAction: true });
  if (change.permissions?.includes('notifications')) await tell();
}

/** @param {chrome.permissions.Permissions} change */
export async function onTakenBack(change) {
  // Firefox: consent to sending was given and is taken back; nothing goes to the log program until
  // it
  // is given again
  if (concernsSending(change)) await local.set('sendingWithdrawn', true);
  if (change.permissions?.includes('nativeMessaging') || concernsSending(change))
    await session.remove('host');
  if ((change.origins ?? []).length > 0) await withdraw();
}

/**
 * Whatever the browser names (a host, a part of it, a wider pattern, all sites): what counts is
 * what may still be read. What was recorded before stays in the queue. Behind what is being taken
 * in, lest that shows again what is forgotten here.
 */
async function withdraw() {
  await inTurn(async () => {
    for (const [tabId, state] of await allTabs()) {
      if (await mayRead(state.place, tabId)) continue;
      await forget(tabId);
      await paint(tabId, null, null);
    }
  });
  await Promise.all((await api.tabs.query({})).map(stop));
}

/**
 * A script may not be brought there any more, but those that are there still hear.
 * @param {chrome.tabs.Tab} tab
 */
async function stop({ id, url }) {
  // the address of a tab without permission is not known
  if (id === undefined || (await mayRead(url, id))) return;
  // most have no script of ours
  await Promise.resolve(api.tabs.sendMessage(id, { type: 'stop', v: 1 })).catch(() => {});
}

/**
 * Platforms that a change of permissions concerns, by whatever pattern it names them.
 * @param {Platform[]} all
 * @param {chrome.permissions.Permissions} change
 */
export function affected(all, change) {
  const origins = change.origins ?? [];
  return all.filter(({ hosts }) =>
    hosts.some(host => origins.some(origin => overlaps(origin, host))),
  );
}
