/**
 * The user points at a switch of the page in front (docs/own-rules.md, "Pointing"). The popup's own
 * click is the permission; nothing is written into the page.
 */
import { api } from '../../shared/api.js';
import { platformAt } from '../../shared/hosts.js';
import { POINT_FILES } from '../../shared/point-files.js';
import { followMore } from '../ground/choice.js';
import { allowOnce } from '../ground/once.js';
import { changeOwn, ownId } from '../ground/own.js';
import { mayRead } from '../ground/permissions.js';
import { platforms } from '../ground/rules.js';
import { register, tellRoutes } from '../tab/registration.js';
import { Refused } from './check.js';
import { mendOf, withControl } from './rule.js';

/** @import { Platform } from '../../shared/types.d.ts' */

/**
 * A page that nobody can point at, or a control that cannot be found again: `detail` says which.
 */
export class NotPointed extends Error {}

/** @param {number} tabId @returns {Promise<{ url: string, host: string }>} */
export async function pageOf(tabId) {
  const { url, incognito } = await api.tabs.get(tabId);
  if (!url || !URL.canParse(url)) throw new NotPointed('no-page');
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') throw new NotPointed('no-page');
  if (incognito) throw new NotPointed('private');
  return { url, host: hostname };
}

/**
 * @template {unknown[]} Args
 * @template Answer
 * @param {number} tabId
 * @param {(...args: Args) => Answer} func runs in the page's isolated world
 * @param {Args} args
 * @param {readonly string[]} [files] brought before
 * @returns {Promise<Awaited<Answer>>}
 */
export async function inPage(tabId, func, args, files = POINT_FILES) {
  const target = { tabId, frameIds: [0] };
  try {
    await api.scripting.executeScript({ target, files: [...files] });
    const [{ result }] = await api.scripting.executeScript({ target, func, args });
    return /** @type {any} */ (result);
  } catch {
    throw new NotPointed('closed'); // the browser's own pages, the stores, a page that went
  }
}

/** @param {number} tabId @returns what content/point/list.js tells */
export async function pointList(tabId) {
  await pageOf(tabId);
  const found = await inPage(
    tabId,
    () => /** @type {any} */ (globalThis).optoutlogPoint.list(),
    [],
  );
  if (!found) throw new NotPointed('closed');
  return found;
}

/** @param {number} tabId @param {string} ref @returns {Promise<boolean>} false: it is gone */
export const pointShow = (tabId, ref) =>
  inPage(
    tabId,
    (/** @type {string} */ one) => /** @type {any} */ (globalThis).optoutlogPoint.show(one),
    [String(ref)],
  );

/**
 * @param {{ tabId: number, ref: string, onMeans: 'training' | 'opted-out', allows: string | null,
 *   unit: { is: string, named?: string }, name: string | null, control?: string | null }} answer
 *   `control`: of the packaged platform that it mends
 * @returns {Promise<{ platform: string }>}
 */
export async function pointTake({ tabId, ref, onMeans, allows, unit, name, control = null }) {
  const { url, host } = await pageOf(tabId);
  const draft = await inPage(
    tabId,
    (/** @type {string} */ one, /** @type {any} */ answers) =>
      /** @type {any} */ (globalThis).optoutlogPoint.draft(one, answers),
    [String(ref), { onMeans, allows }],
  );
  if (!draft || draft.refused) throw new NotPointed(draft?.refused ?? 'gone');
  const day = new Date().toISOString().slice(0, 10);
  const packaged = platformAt(
    (await platforms()).filter(one => !one.own),
    url,
  );
  const platform = await kept(draft, { host, name, unit, day }, packaged, control);
  const now = await platforms();
  const its = now.find(one => one.id === platform);
  if (!its) throw new NotPointed('refused');
  await followMore([platform], now);
  await register(now);
  if (!(await mayRead(url))) await allowOnce(tabId, url);
  await tellRoutes(tabId, its);
  return { platform };
}

/**
 * @param {any} draft
 * @param {import('./rule.js').Answers} answers
 * @param {Platform | null} packaged the platform of ours at this address
 * @param {string | null} control
 * @returns {Promise<string>} whose rule it is now
 */
async function kept(draft, answers, packaged, control) {
  try {
    if (packaged) {
      const its = packaged.controls.find(one => one.id === (control ?? packaged.controls[0]?.id));
      if (!its) throw new Refused('control');
      const of = { platform: packaged.id, control: its.id, rev: packaged.rev, ...answers };
      const mend = mendOf(draft, of);
      await changeOwn(({ rules, mends }) => ({
        rules,
        mends: [
          ...mends.filter(one => one.platform !== mend.platform || one.control !== mend.control),
          mend,
        ],
      }));
      return packaged.id;
    }
    const id = ownId(answers.host);
    await changeOwn(({ rules, mends }) => {
      const before = rules.find(one => one.id === id) ?? null;
      return {
        rules: [...rules.filter(one => one !== before), withControl(before, draft, answers)],
        mends,
      };
    });
    return id;
  } catch (error) {
    if (error instanceof Refused) throw new NotPointed('refused');
    throw error;
  }
}
