/**
 * The changes of policies as a file (host/policy/POLICY.md, "export"): with the whole difference,
 * and nothing of the log.
 */
import { api } from '../../../shared/api.js';
import { ask } from '../../../shared/ask.js';
import { save } from '../../../shared/download.js';

/** @returns {Promise<string>} the name of the file */
export async function exportChanges() {
  const at = new Date().toISOString();
  const name = `optoutlog-policies-${at.slice(0, 10)}.json`;
  const packet = {
    format: 'optoutlog-policy-changes',
    version: 1,
    tool: `extension ${api.runtime.getManifest().version}`,
    at,
    changes: await everyChange(),
  };
  save(name, `${JSON.stringify(packet, null, 2)}\n`, 'application/json');
  return name;
}

/** Every change with its whole difference, newest first; the page itself shows fewer. */
export async function everyChange() {
  const all = [];
  for (let before = 0; before !== null;) {
    const page = await ask('policy-changes', { before });
    for (const { change } of page.changes) all.push(await wholeChange(change));
    before = page.next;
  }
  return all;
}

/** @param {number} change its number */
async function wholeChange(change) {
  const { next, ...whole } = await ask('policy-show', { change });
  for (let cursor = next; cursor !== null;) {
    const page = await ask('policy-show', { change, cursor });
    whole.changes.push(...page.changes);
    cursor = page.next;
  }
  return whole;
}
