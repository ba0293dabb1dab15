/**
 * A control that went from denied to allowed with nobody seen doing it. Told in the popup's first
 * sentence and, if the user has granted it, by one notification each; until the user answers.
 */
import { api } from '../../shared/api.js';
import { returnOf } from '../../shared/standing.js';
import { browserName } from '../ground/browser.js';
import { keyOf } from '../ground/key.js';
import { platforms } from '../ground/rules.js';
import { local, makeSerial } from '../ground/store.js';
import { entryOfAnswer } from '../log/entry.js';
import { deliver, lines, linesAtRest, queue } from '../log/host.js';
import { noticeOf } from './notice.js';

/** @import { Line, ReturnedLine } from '../../shared/types.d.ts' */

export const REMIND_ALARM = 'remind-returned';
const SNOOZE = 24 * 60 * 60 * 1000;
const NOTE = 'returned:';
const serial = makeSerial();

/**
 * `told` keys were notified once; `snoozed` ones rest until the time given (milliseconds).
 * @typedef {{ told: string[], snoozed: Record<string, number> }} Returns
 */

/** @returns {Promise<Returns>} */
async function read() {
  return (await local.get('returns')) ?? { told: [], snoozed: {} };
}

/**
 * @param {true | 'perhaps'} kind
 * @param {number} [now]
 */
export async function returnedLines(kind = true, now = Date.now()) {
  const { snoozed } = await read();
  return (await lines()).filter(
    line => returnOf(line) === kind && !rests(snoozed[keyOf(line)], now),
  );
}

/**
 * The same with the platform's name and address, for our pages.
 * @param {true | 'perhaps'} [kind]
 * @returns {Promise<ReturnedLine[]>}
 */
export async function returnedAlerts(kind = true) {
  const all = await platforms();
  return (await returnedLines(kind)).flatMap(line => {
    const found = all.find(({ id }) => id === line.platform);
    return found
      ? [
          {
            ...line,
            returned: kind,
            name: found.name,
            open: found.open,
            ...(found.trainers && { trainers: found.trainers }),
          },
        ]
      : [];
  });
}

/**
 * A rest that ends later than its whole length from now was begun by a clock that was ahead: it is
 * over.
 * @param {number | undefined} until milliseconds
 * @param {number} now
 */
function rests(until, now) {
  return until !== undefined && until > now && until <= now + SNOOZE;
}

/** After an erase. @param {(line: Line) => boolean} matches */
export function forgetReturns(matches) {
  return serial(async () => {
    const state = await read();
    const keep = (/** @type {string} */ key) => {
      const [platform, control, account, unit] = JSON.parse(key);
      return !matches(/** @type {Line} */ ({ platform, control, account, unit }));
    };
    await local.set('returns', {
      told: state.told.filter(keep),
      snoozed: Object.fromEntries(Object.entries(state.snoozed).filter(([key]) => keep(key))),
    });
  });
}

/** Notifies of what is new, forgets what is over, and sets the alarm for what rests. */
export async function tell() {
  const open = (await linesAtRest()).filter(line => returnOf(line) === true);
  await serial(async () => {
    const state = await read();
    const keys = new Set(open.map(keyOf));
    const told = state.told.filter(key => keys.has(key));
    const snoozed = Object.fromEntries(
      Object.entries(state.snoozed).filter(
        ([key, until]) => keys.has(key) && until <= Date.now() + SNOOZE,
      ),
    );
    for (const line of open) {
      const key = keyOf(line);
      if (!told.includes(key) && !rests(snoozed[key], Date.now()) && (await notify(line)))
        told.push(key);
    }
    const now = { told, snoozed };
    if (JSON.stringify(now) !== JSON.stringify(state)) await local.set('returns', now);
    await plan(now);
  });
}

/** One alarm for all that rest: at the end of the rest that ends first. @param {Returns} state */
async function plan({ snoozed }) {
  const ends = Object.values(snoozed).filter(time => time > Date.now());
  if (ends.length > 0) await api.alarms.create(REMIND_ALARM, { when: Math.min(...ends) });
  else await api.alarms.clear(REMIND_ALARM);
}

/** @param {Line} line @returns {Promise<boolean>} whether it was shown */
async function notify(line) {
  if (!api.notifications) return false;
  const platform = (await platforms()).find(({ id }) => id === line.platform);
  try {
    await api.notifications.create(NOTE + line.platform, {
      type: 'basic',
      iconUrl: api.runtime.getURL('icons/icon-128.png'),
      ...noticeOf(line, platform),
    });
    return true;
  } catch {
    return false; // taken back meanwhile
  }
}

/**
 * @param {string} id of a clicked notification
 */
export async function openFromNotification(id) {
  if (!id.startsWith(NOTE)) return;
  await openSetting(id.slice(NOTE.length));
}

/** @param {string} platformId */
export async function openSetting(platformId) {
  const platform = (await platforms()).find(({ id }) => id === platformId);
  if (platform) await api.tabs.create({ url: platform.open });
}

/**
 * @param {Pick<Line, 'platform' | 'control' | 'account' | 'unit'>} line
 * @param {'me' | 'not-me' | 'later'} answer
 */
export async function answer(line, answer) {
  if (answer === 'later') {
    await serial(async () => {
      const state = await read();
      state.snoozed[keyOf(line)] = Date.now() + SNOOZE;
      state.told = state.told.filter(key => key !== keyOf(line));
      await local.set('returns', state);
      await plan(state);
    });
    return;
  }
  const entry = entryOfAnswer(
    line,
    answer,
    await browserName(),
    crypto.randomUUID(),
    new Date().toISOString(),
  );
  await queue.add(entry);
  if (answer === 'not-me') await openSetting(line.platform);
  await deliver({ userAction: true });
}
