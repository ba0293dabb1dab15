/**
 * Exports of other computers: taken in, kept apart under their own record's name, shown with where
 * they came from.
 */
import { AskFailed, ask } from '../../../shared/ask.js';
import { copyButton } from '../../../shared/copy.js';
import { day } from '../../../shared/dates.js';
import { byId, el, fill } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { failureText } from '../ground/failure.js';

/**
 * Bytes of a file that fit into one message to the log program (host/PROTOCOL.md: 1 MiB, in which
 * quotes are escaped).
 */
const LIMIT = 1_048_576 - 4_096;
const COMMAND = 'optoutlog import FILE';
const TEXTS = /** @type {Record<string, string>} */ ({
  'packet.invalid': 'importInvalid',
  'packet.broken': 'importBroken',
  'packet.conflict': 'importConflict',
});

/**
 * @typedef {{ record: string, links: number, entries: number, imported: string, tool?: string }}
 *   Source
 */

/** @param {() => void} done */
export function wireImport(done) {
  const file = /** @type {HTMLInputElement} */ (byId('import-file'));
  byId('import-choose').addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    fill(byId('import-result'), ...(await take(chosen)));
    file.value = '';
    done();
  });
}

/** @param {File} file @returns {Promise<(Node | string)[]>} what to say */
async function take(file) {
  const packet = await file.text();
  if (new TextEncoder().encode(JSON.stringify(packet)).length > LIMIT) {
    return [
      el('p', {}, t('importTooLarge')),
      el('pre', { dir: 'ltr' }, COMMAND),
      copyButton('actionCopy', COMMAND),
    ];
  }
  try {
    const result = await ask('import', { packet });
    return [el('p', {}, taken(result))];
  } catch (error) {
    const name = error instanceof AskFailed ? TEXTS[error.name] : undefined;
    return [el('p', {}, name ? t(name) : failureText(error))];
  }
}

/** @param {{ own: boolean, added: number, record: string }} result */
function taken({ own, added, record }) {
  if (!own) return t('importDone', added, record.slice(0, 8));
  return added > 0 ? t('importResumed', added) : t('importOwn');
}

/**
 * @param {Source[]} sources
 * @param {(record: string) => void} onShow
 */
export function drawSources(sources, onShow) {
  fill(
    byId('sources'),
    sources.length > 0 &&
      el(
        'ul',
        { class: 'steps' },
        ...sources.map(({ record, entries, imported }) =>
          el(
            'li',
            { 'data-source': record },
            el(
              'span',
              {},
              el('code', { title: record }, record.slice(0, 8)),
              el(
                'span',
                { class: 'soft block' },
                t('sourceLine', entries, day(imported, locale())),
              ),
            ),
            el(
              'button',
              {
                type: 'button',
                class: 'small',
                'data-key': `source-${record}`,
                'aria-label': `${t('historyOf')} ${record.slice(0, 8)}`,
                onclick: () => onShow(record),
              },
              t('historyOf'),
            ),
          ),
        ),
      ),
  );
}
