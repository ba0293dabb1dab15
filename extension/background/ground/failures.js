/**
 * What went wrong between extension and host, as a kind that has one remedy. Browser texts are
 * classified, never shown as the message: they differ between browsers and explain nothing. Pure.
 */

/** @import { HostKind } from '../../shared/types.d.ts' */

export class HostFailure extends Error {
  /**
   * @param {HostKind} kind
   * @param {string} detail raw text, or the dotted name of the host's error
   * @param {{ name: string, index?: number }} [answer] set when the host answered with an error of
   *   its own
   */
  constructor(kind, detail, answer) {
    super(detail);
    this.kind = kind;
    this.detail = detail;
    this.answer = answer ?? null;
  }

  /** As our pages get it: the host's own name of it, or what hinders the host. */
  get error() {
    return this.answer?.name ?? `host.${this.kind}`;
  }
}

/**
 * @param {string} text of runtime.lastError (Chromium) or port.error (Firefox); may be empty
 * @param {boolean} answered whether this host process had answered anything
 * @returns {HostKind}
 */
export function classify(text, answered) {
  if (/not found|no such native application/i.test(text)) return 'not-found';
  if (/forbidden|does not have permission|not allowed to|disallowed/i.test(text))
    return 'forbidden';
  if (/communicating|invalid|too large|unterminated|unexpected data/i.test(text))
    return answered ? 'exited' : 'protocol';
  return answered ? 'exited' : 'start-failed';
}

/**
 * Waits before the tries that come by themselves, in milliseconds; afterwards only the user's next
 * action tries.
 */
export const BACK_OFF = [1_000, 5_000, 30_000];

/**
 * @param {HostKind} kind of the failure just met
 * @param {number} failures in a row, this one included
 * @param {boolean} everAnswered whether the host ever answered since it was set up
 * @returns {number | null} milliseconds; null: not before the user does something
 */
export function nextTry(kind, failures, everAnswered) {
  if (!everAnswered || kind === 'not-found' || kind === 'forbidden' || kind === 'not-allowed')
    return null;
  return BACK_OFF[failures - 1] ?? null;
}
