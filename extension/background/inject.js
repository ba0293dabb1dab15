/** Brings the engine and one platform's rule into a settings page, and only there. */
import { api } from '../shared/api.js';
import { ENGINE_FILES } from '../shared/engine-files.js';
import { ruleOf } from './rules.js';

/**
 * The engine files guard against loading twice; `start` begins a new reading of the page in front of it.
 * @param {number} tabId
 * @param {string} platform
 * @param {{ again?: boolean }} [options] again: read even if this very page was read already
 */
export async function inject(tabId, platform, { again = false } = {}) {
  const rule = await ruleOf(platform);
  const target = { tabId, frameIds: [0] };
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
