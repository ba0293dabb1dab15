/** The user grants or takes back a permission, on the welcome page or in the browser's own settings. */
import { paint } from './badge.js';
import { followMore, follow } from './followed.js';
import { deliver } from './host.js';
import { concernsSending } from './permissions.js';
import { allTabs, forget } from './readings.js';
import { bootOpenTabs, register } from './registration.js';
import { tell } from './returns.js';
import { platforms } from './rules.js';
import { local, session } from './store.js';

/** @import { Platform } from '../shared/types.d.ts' */

/** @param {chrome.permissions.Permissions} change */
export async function onGranted(change) {
  const all = await platforms();
  if (concernsSending(change)) await local.remove('sendingWithdrawn');
  // the page that asked may be gone by now (a popup closes when the browser asks); what it wanted is kept here
  const pending = await local.get('pending');
  if (pending) {
    await follow(pending.followed, all);
    await local.remove('pending');
  }
  const fresh = affected(all, change);
  if (fresh.length > 0) {
    await followMore(fresh.map((platform) => platform.id), all);
    await register(all);
    await bootOpenTabs(fresh);
  }
  if (change.permissions?.includes('nativeMessaging') || concernsSending(change)) await deliver({ userAction: true });
  if (change.permissions?.includes('notifications')) await tell();
}

/** @param {chrome.permissions.Permissions} change */
export async function onTakenBack(change) {
  const all = await platforms();
  // Firefox: consent to sending was given and is taken back; nothing goes to the log program until it is given again
  if (concernsSending(change)) await local.set('sendingWithdrawn', true);
  if (change.permissions?.includes('nativeMessaging') || concernsSending(change)) await session.remove('host');
  const gone = new Set(affected(all, change).map((platform) => platform.id));
  for (const [tabId, state] of await allTabs()) {
    if (!gone.has(state.platform)) continue;
    await forget(tabId);
    await paint(tabId, null, null);
  }
}

/**
 * @param {Platform[]} all
 * @param {chrome.permissions.Permissions} change
 */
function affected(all, change) {
  const origins = new Set(change.origins ?? []);
  const everything = ['<all_urls>', '*://*/*', 'https://*/*'].some((origin) => origins.has(origin));
  return all.filter((platform) => everything || platform.hosts.some((host) => origins.has(host)));
}
