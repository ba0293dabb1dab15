/**
 * What happens when the background starts: once a browser session, and each time a worker wakes.
 */
import { api } from '../shared/api.js';
import { remind } from './alert/reminders.js';
import { tell } from './alert/returns.js';
import { forgetBesides } from './erase.js';
import { grantedPlatforms } from './ground/permissions.js';
import { platforms } from './ground/rules.js';
import { session } from './ground/store.js';
import { deliver, finishErase } from './log/host.js';
import { resumeStamping } from './stamping.js';
import { bootOpenTabs, register } from './tab/registration.js';

/**
 * Session storage tells a wake-up from a cold start. A cold start need not come with onInstalled or
 * onStartup: an add-on that is switched off and on again gets neither.
 */
export async function wake() {
  await finishErase(forgetBesides);
  if (await session.get('awake')) return;
  await session.set('awake', true);
  // a listener that waits for this must go on even when, say, a browser refuses the registration of
  // one script
  await start('cold').catch(error => console.error('start', error));
}

/** @param {string} reason of runtime.onInstalled, or `startup`, or `cold` */
export async function start(reason) {
  const all = await platforms();
  await register(all);
  const granted = await grantedPlatforms(all);
  if (reason !== 'startup') await bootOpenTabs(all.filter(platform => granted.has(platform.id)));
  if (reason === 'install' && granted.size === 0)
    await api.tabs.create({ url: api.runtime.getURL('pages/welcome/welcome.html') });
  // not awaited: the host may be slow, and what waits for this must not
  deliver({ userAction: true }).then(tell).then(remind);
  await resumeStamping();
}
