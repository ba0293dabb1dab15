/**
 * Erasing: everything, a platform, or one account of it; asked for twice, and what remains is told.
 */
import { ask } from '../../../shared/ask.js';
import { byId, el, fill } from '../../../shared/dom.js';
import { t } from '../../../shared/i18n.js';
import { failureText } from '../ground/failure.js';

/** @import { Line, Platform } from '../../../shared/types.d.ts' */

/** @typedef {{ all: true } | { platform: string, account?: string }} Scope */

/**
 * The choices that the log gives. Pure.
 * @param {Line[]} lines
 * @returns {Scope[]}
 */
export function scopesOf(lines) {
  const platforms = [...new Set(lines.map(line => line.platform))].sort();
  return [
    { all: true },
    ...platforms.flatMap(platform => {
      const accounts = [
        ...new Set(lines.filter(line => line.platform === platform).map(line => line.account)),
      ];
      const named = accounts.filter(account => account !== null).sort();
      return [
        { platform },
        ...(accounts.length > 1 ? named.map(account => ({ platform, account })) : []),
      ];
    }),
  ];
}

/**
 * @param {() => { lines: Line[], platforms: Platform[] }} now
 * @param {() => void} done
 */
export function wireErase(now, done) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('erase-dialog'));
  /** @type {Scope[]} */
  let scopes = [];
  /** @type {Scope | null} to be erased again, although the log holds nothing of it any more */
  let again = null;
  byId('erase').addEventListener('click', () => {
    const { lines, platforms } = now();
    scopes = withScope(scopesOf(lines), again);
    fill(
      byId('erase-scopes'),
      ...scopes.map((scope, at) =>
        el(
          'label',
          { class: 'check' },
          el('input', { type: 'radio', name: 'scope', value: at, required: true }),
          el('span', {}, textOf(scope, platforms)),
        ),
      ),
    );
    dialog.returnValue = 'cancel';
    dialog.showModal();
  });
  dialog.addEventListener('close', async () => {
    const chosen = dialog.querySelector('input:checked');
    if (dialog.returnValue !== 'erase' || !(chosen instanceof HTMLInputElement)) return;
    const scope = scopes[Number(chosen.value)];
    const { text, compacted } = await erase(scope);
    again = compacted ? null : scope;
    byId('erase-result').textContent = text;
    done();
  });
}

/** @param {Scope[]} scopes @param {Scope | null} scope */
export function withScope(scopes, scope) {
  const same = (/** @type {any} */ a, /** @type {any} */ b) =>
    a.all === b.all && a.platform === b.platform && a.account === b.account;
  return scope && !scopes.some(one => same(one, scope)) ? [...scopes, scope] : scopes;
}

/**
 * @param {Scope} scope
 * @returns {Promise<{ text: string, compacted: boolean }>} what became of it
 */
async function erase(scope) {
  try {
    const result = await ask('erase', { scope });
    return { text: resultText(result), compacted: result.compacted !== false };
  } catch (error) {
    return { text: failureText(error), compacted: true };
  }
}

/**
 * @param {{ reached: boolean | null, erased?: number, remains?: { entries: number }, compacted?:
 *   boolean }} result
 */
export function resultText({ reached, erased = 0, remains, compacted }) {
  if (reached === null) return t('eraseUnknown');
  if (!reached) return t('eraseLocalOnly');
  const text = t('eraseDone', erased, remains?.entries ?? 0);
  return compacted === false ? `${text} ${t('eraseRemains')}` : text;
}

/** @param {Scope} scope @param {Platform[]} platforms */
function textOf(scope, platforms) {
  if ('all' in scope) return t('eraseAll');
  const name = platforms.find(({ id }) => id === scope.platform)?.name ?? scope.platform;
  return scope.account === undefined
    ? t('erasePlatform', name)
    : t('eraseAccount', name, scope.account);
}
