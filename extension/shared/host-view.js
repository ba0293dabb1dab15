/**
 * How the log program is, as a person sees it: on, missing, or stopped, each with its one fix.
 * Pure. A browser says "not found" of a broken manifest, too: only `optoutlog doctor` can tell what
 * is wrong outside the browser.
 */

/** @import { HostState } from './types.d.ts' */

/**
 * The detail of a state `forbidden` where no registration helps: the log program lets in the ids of
 * manifests/ids.json alone, and this copy has another one (from a store, or unpacked without
 * `key`).
 */
export const OTHER_COPY = 'other-copy';
const KNOWN = ['dnlnjpjcbedekafhfdnfjdbooljkdomi', 'optoutlog@optoutlog.org'];

/** @param {string} id runtime.id */
export const isKnownCopy = id => KNOWN.includes(id);

/**
 * @param {HostState} host
 * @returns {{ level: 'on' | 'missing' | 'stopped' | 'unknown', text: string, fix: 'set-up' |
 *   'retry' | null }} `text` is a key
 */
export function hostView(host) {
  switch (host.kind) {
    case 'on':
      return { level: 'on', text: 'hostOn', fix: null };
    case 'unknown':
      return { level: 'unknown', text: 'hostUnknown', fix: null };
    case 'not-allowed':
      return { level: 'missing', text: 'hostNotAllowed', fix: 'set-up' };
    case 'not-found':
      return { level: 'missing', text: 'hostNotFound', fix: 'set-up' };
    case 'forbidden':
      return host.detail === OTHER_COPY
        ? { level: 'missing', text: 'hostOtherCopy', fix: null }
        : { level: 'missing', text: 'hostForbidden', fix: 'set-up' };
    case 'start-failed':
    case 'exited':
      return { level: 'stopped', text: 'hostStopped', fix: 'retry' };
    case 'protocol':
      return { level: 'stopped', text: 'hostProtocol', fix: 'retry' };
    case 'record':
      return { level: 'stopped', text: recordText(host.detail), fix: 'retry' };
    default:
      return /** @type {never} */ (host.kind);
  }
}

/**
 * The command that says what is wrong, where the browser cannot know it.
 * @param {HostState} host
 * @returns {string | null}
 */
export function hostCommand(host) {
  if (host.detail === OTHER_COPY) return null;
  return ['not-found', 'forbidden', 'start-failed', 'exited', 'protocol'].includes(host.kind)
    ? 'optoutlog doctor'
    : null;
}

/** @param {string} detail begins with the dotted name of the host's error */
function recordText(detail) {
  const name = detail.split(':', 1)[0];
  if (name === 'record.busy') return 'hostRecordBusy';
  if (name === 'record.full') return 'hostRecordFull';
  if (name === 'record.corrupt') return 'hostRecordDamaged';
  if (name === 'record.newer') return 'hostRecordNewer';
  return 'hostRecord';
}
