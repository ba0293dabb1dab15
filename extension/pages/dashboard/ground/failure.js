/** A failure as a sentence with its next step. */
import { AskFailed } from '../../../shared/ask.js';
import { hostView } from '../../../shared/host-view.js';
import { t } from '../../../shared/i18n.js';

/** @import { HostKind } from '../../../shared/types.d.ts' */

/** @param {unknown} error */
export function failureText(error) {
  if (!(error instanceof AskFailed)) return t('failed', String(error));
  const kind = error.name.startsWith('host.')
    ? error.name.slice(5)
    : error.name.startsWith('record.')
      ? 'record'
      : null;
  if (!kind) return t('failed', `${error.name}: ${error.message}`);
  return t(
    'failed',
    t(hostView({ kind: /** @type {HostKind} */ (kind), detail: error.name, at: '' }).text),
  );
}
