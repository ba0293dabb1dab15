/**
 * What the notification of a return says. Only a return of a known account is notified of
 * (returns.js).
 */
import { t } from '../../shared/i18n.js';
import { plainForm, sentenceKey } from '../../shared/sentences.js';
import { weightOfLine } from '../../shared/weight.js';

/** @import { Line, Platform } from '../../shared/types.d.ts' */

/**
 * @param {Line} line
 * @param {Platform | undefined} platform
 * @returns {{ title: string, message: string }}
 */
export function noticeOf(line, platform) {
  const key = sentenceKey({
    when: 'returned',
    form: plainForm(platform),
    training: 'allowed',
    weight: weightOfLine(line),
  });
  return { title: t(key, platform?.name ?? line.platform), message: t('returnedBody') };
}
