/** Asks the background. docs/background.md lists the requests. */
import { api } from './api.js';

export class AskFailed extends Error {
  /**
   * @param {string} name stable dotted name: `host.not-found`, `record.busy`, `internal`, …
   * @param {string} detail
   */
  constructor(name, detail) {
    super(detail);
    this.name = name;
  }
}

/**
 * @param {string} type
 * @param {object} [fields]
 * @returns {Promise<any>} rejects with AskFailed
 */
export async function ask(type, fields = {}) {
  const answer = await api.runtime.sendMessage({ type, ...fields });
  if (!answer) throw new AskFailed('internal', 'no answer');
  if (!answer.ok) throw new AskFailed(answer.error, answer.detail);
  return answer.value;
}
