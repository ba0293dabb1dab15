/** Why a line could not be taken off the list: an older log program does not know how to. */
import { t } from '../../shared/i18n.js';
import { failureText } from './failure.js';

/** @param {unknown} error @returns {string} */
export function dropFailure(error) {
  return error instanceof Error && error.name === 'method.unknown' ? t('dropTooOld') : failureText(error);
}
