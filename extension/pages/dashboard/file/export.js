/**
 * Export and check of the log. The host sends the file in pages; they are put together here and
 * saved as a download.
 */
import { ask, AskFailed } from '../../../shared/ask.js';
import { byId, el, fill } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { save } from '../../../shared/download.js';
import { failureText } from '../ground/failure.js';

/** @import { Entry } from '../../../shared/types.d.ts' */

const TYPES = { json: 'application/json', csv: 'text/csv', html: 'text/html' };

/**
 * @param {() => { reachable: boolean, waiting: Entry[] }} now
 */
export function wireExport(now) {
  const scope = /** @type {HTMLSelectElement} */ (byId('export-scope'));
  for (const format of /** @type {const} */ (['html', 'json', 'csv'])) {
    byId(`export-${format}`).addEventListener('click', () =>
      report(async () => {
        const { reachable, waiting } = now();
        const platform = scope.value;
        const text = reachable
          ? await whole(format, platform)
          : ownText(
              format,
              waiting.filter(entry => !platform || entry.platform === platform),
            );
        const name =
          ['optoutlog', platform, new Date().toISOString().slice(0, 10), reachable ? '' : 'waiting']
            .filter(Boolean)
            .join('-') + `.${format}`;
        save(name, text, TYPES[format]);
        return t('exportDone', name);
      }),
    );
  }
  byId('verify').addEventListener('click', () =>
    report(async () => {
      const result = await ask('verify');
      if (result.ok) return t('verifyOk', result.entries);
      return t(
        result.broken.source ? 'verifyImportBroken' : 'verifyBroken',
        result.broken.seq,
        result.broken.says ?? result.broken.reason,
      );
    }),
  );
}

/**
 * The statement about one platform, as a file.
 * @param {string} platform
 * @returns {Promise<string>} what was done
 */
export async function saveStatement(platform) {
  const name = `optoutlog-${platform}-${new Date().toISOString().slice(0, 10)}.html`;
  save(name, await whole('html', platform), TYPES.html);
  return t('exportDone', name);
}

/** @param {{ id: string, name: string }[]} platforms that have entries */
export function drawExportScope(platforms) {
  const scope = /** @type {HTMLSelectElement} */ (byId('export-scope'));
  const before = scope.value;
  fill(
    scope,
    el('option', { value: '' }, t('exportAll')),
    ...platforms.map(({ id, name }) => el('option', { value: id }, name)),
  );
  scope.value = platforms.some(({ id }) => id === before) ? before : '';
}

/** @param {() => Promise<string>} work */
async function report(work) {
  const place = byId('export-result');
  place.textContent = '';
  place.textContent = await work().catch(error => failureText(error));
}

/**
 * Begins again when something was erased between two pages (`cursor.stale`).
 * @param {'json' | 'csv' | 'html'} format
 * @param {string} platform only its entries are disclosed; empty: all
 * @returns {Promise<string>}
 */
async function whole(format, platform) {
  for (;;) {
    try {
      let text = '';
      let cursor = null;
      do {
        const page = /** @type {{ text: string, next: any }} */ (
          await ask('export', {
            params: {
              format,
              ...(format === 'csv' ? {} : { language: locale() }),
              ...(platform ? { platform } : {}),
              ...(cursor === null ? {} : { cursor }),
            },
          })
        );
        text += page.text;
        cursor = page.next ?? null;
      } while (cursor !== null);
      return text;
    } catch (error) {
      if (!(error instanceof AskFailed) || error.name !== 'cursor.stale') throw error;
    }
  }
}

/**
 * Without the host: what waits in this browser, in the shape of entries, and plainly not a
 * verifiable packet.
 * @param {'json' | 'csv' | 'html'} format
 * @param {Entry[]} waiting
 */
function ownText(format, waiting) {
  if (format === 'json')
    return JSON.stringify(
      { what: 'readings kept in the browser, not yet in the log', entries: waiting },
      null,
      2,
    );
  const columns = /** @type {const} */ ([
    'at',
    'platform',
    'control',
    'account',
    'unit',
    'basis',
    'training',
    'why',
    'sure',
    'actor',
    'raw',
    'browser',
  ]);
  const lines = waiting.map(entry => columns.map(column => cell(entry[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

/**
 * RFC 4180; a text that a spreadsheet would take for a formula is defused.
 * @param {string | null} value
 */
export function cell(value) {
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
