/**
 * The settings that the user pointed at: what each of them is, and what can be done with it
 * (docs/own-rules.md).
 */
import { ask } from '../../../shared/ask.js';
import { byId, el, fill } from '../../../shared/dom.js';
import { t } from '../../../shared/i18n.js';
import { save } from '../../../shared/download.js';
import { failureText } from '../ground/failure.js';
import { mendItem, ownItem } from './items.js';

/** @import { Platform } from '../../../shared/types.d.ts' */

/** @import { Mend, Own } from './items.js' */

/** A file of another person's is read up to this size (bytes). */
const MOST = 1_000_000;

/** @param {unknown} error */
const failed = error =>
  error instanceof Error && error.name === 'own.refused'
    ? t('ownRefused', error.message)
    : failureText(error);

/** @param {() => void} changed the lists of platforms are others now */
export function createOwn(changed) {
  /** @param {() => Promise<unknown>} work @param {(value: any) => string} [says] */
  const run = async (work, says = () => '') => {
    try {
      byId('own-result').textContent = says(await work());
      changed();
    } catch (error) {
      byId('own-result').textContent = failed(error);
    }
  };

  /** @type {Platform[]} */
  let platforms = [];

  async function draw() {
    /** @type {{ rules: Own[], mends: Mend[] }} */
    const { rules, mends } = await ask('own-list');
    fill(
      byId('own-list'),
      rules.length === 0 && el('p', { class: 'soft' }, t('ownNone')),
      rules.length > 0 && el('ul', { class: 'own' }, ...rules.map(own => ownItem(own, run))),
      mends.length > 0 && el('h3', {}, t('ownMends')),
      mends.length > 0 && el('ul', {}, ...mends.map(mend => mendItem(mend, platforms, run))),
    );
    /** @type {HTMLButtonElement} */ (byId('own-export')).disabled = rules.length === 0;
  }

  const file = /** @type {HTMLInputElement} */ (byId('own-file'));
  byId('own-export').addEventListener('click', () =>
    run(async () => save('opt-out-log-rules.json', await ask('own-export'), 'application/json')),
  );
  byId('own-take').addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const text = chosen.size <= MOST ? await chosen.text() : '';
    file.value = '';
    await run(
      () => ask('own-import', { file: text }),
      ({ added, there }) => t('ownImported', added, there),
    );
  });

  return {
    /** @param {Platform[]} all */
    update: async all => {
      platforms = all;
      await draw().catch(() => {});
    },
  };
}
