/** Brings the engine and one platform's rule into a settings page, and only there. */
import { api, isFirefox } from '../../shared/api.js';
import { ENGINE_FILES } from '../../shared/engine-files.js';
import { mayRead } from '../ground/permissions.js';
import { ruleOf } from '../ground/rules.js';
import { allTabs, noteInjected, placeOf } from './readings.js';

/**
 * Brings the engine to a page that said that it is a settings page, and notes that it is there.
 * @param {number} tabId
 * @param {string} platform
 * @param {string | null} document the browser's name of it, where it has one
 * @param {{ again?: boolean }} [options] again: an engine that is there says all of it again
 */
export async function bring(tabId, platform, document, { again = false } = {}) {
  await inject(tabId, platform, { document, again });
  await noteInjected(tabId, document);
}

/**
 * At the start of the background: pages that spoke, and whose engine it was ended before it could
 * bring.
 */
export async function bringMissing() {
  for (const [tabId, state] of await allTabs()) {
    if (state.injected || !state.settling || state.readings.length > 0 || state.form) continue;
    const tab = await api.tabs.get(tabId).catch(() => null);
    if (!tab || placeOf(tab.url) !== state.place || !(await mayRead(tab.url, tabId))) continue;
    // it is gone, or says it again itself
    await bring(tabId, state.platform, state.document ?? null).catch(() => {});
  }
}

/**
 * The engine files guard against loading twice; `start` begins a new reading of the page in front
 * of it.
 * @param {number} tabId
 * @param {string} platform
 * @param {{ document: string | null, again: boolean }} options
 */
async function inject(tabId, platform, { document, again }) {
  const rule = await ruleOf(platform);
  // the document that spoke and no other: the tab may show the next one by now
  const target =
    document && !isFirefox ? { tabId, documentIds: [document] } : { tabId, frameIds: [0] };
  await api.scripting.executeScript({ target, files: [...ENGINE_FILES] });
  await api.scripting.executeScript({
    target,
    func: (rule, again) => {
      const { run } = /** @type {any} */ (globalThis).OptOutLog;
      if (again) run.stop();
      run.start(rule);
    },
    args: [rule, again],
  });
}
