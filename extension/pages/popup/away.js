/**
 * What the popup says on a platform away from its settings page: what the log last saw, never as if
 * it were so now, in the words of the strip's count (shared/standing.js). What the user said is
 * another fact and stands beside it.
 */
import { accountText } from '../../shared/accounts.js';
import { plainForm, sentenceKey, unknownKey } from '../../shared/sentences.js';
import { claimOf, standingOf } from '../../shared/standing.js';
import { reasonOf } from '../../shared/why.js';
import { view } from './view.js';

/** @import { Line, Platform, PopupState } from '../../shared/types.d.ts' */
/** @import { View } from './view.js' */

/**
 * @param {PopupState} state
 * @returns {View}
 */
export function awayView(state) {
  const { platform, health } = state.tab;
  if (!platform) throw new TypeError('no platform');
  const lines = state.tab.lines ?? (state.tab.line ? [state.tab.line] : []);
  const { kind, line, all, differ } = standingOf(lines);
  if (differ) {
    return view('none', unknownKey('differ', platform), [platform.name], {
      accounts: all.map(accountText),
      action: 'open',
      health,
      scope: line?.control ?? null,
    });
  }
  if (!line || kind === 'unchecked') return unseen(state, line);
  const rest = {
    account:
      all
        .map(({ name }) => name)
        .filter(Boolean)
        .join(', ') || null,
    action: /** @type {const} */ ('open'),
    health,
    scope: line.control,
    runs: line,
    said: saidOf(line),
    then: line.stale && !health ? (reasonOf(platform, line) ?? null) : null,
  };
  if (kind === 'unknown')
    return view(
      'none',
      unknownKey(line.stale && line.seen !== null ? 'stale' : 'last', platform),
      [platform.name],
      rest,
    );
  const form = plainForm(platform);
  if (kind === 'changed') {
    const training = line.training === 'allowed' ? 'allowed' : 'denied';
    return view(
      'none',
      sentenceKey({ when: 'last', form, training, weight: 'changed' }),
      [platform.name],
      {
        ...rest,
        at: line.seen ?? line.since,
        runs: null,
        reason: 'changedNotSeen',
        weight: 'changed',
      },
    );
  }
  return known(platform, line, { ...rest, lastSeen: line.seen });
}

/** @param {Platform} platform @param {Line} line @param {Parameters<typeof view>[3]} rest */
function known(platform, line, rest) {
  const form = plainForm(platform);
  const claim = claimOf(standingOf([line]).kind);
  if (!claim || claim.training === 'unknown') throw new TypeError('no state that is known');
  const { training, weight } = claim;
  if (line.kept === 'not-kept' && line.before && weight === 'sure') {
    const key = sentenceKey({ when: 'not-kept', form, training, weight });
    return view('none', key, [platform.name], { ...rest, at: line.before.last });
  }
  // an old reading is never coloured as if it were the state now
  return view('none', sentenceKey({ when: 'last', form, training, weight }), [platform.name], {
    ...rest,
    weight,
    limits: training === 'denied',
  });
}

/**
 * Nobody has looked at the page yet; what the user said is told as said.
 * @param {PopupState} state
 * @param {Line | null} line
 * @returns {View}
 */
function unseen(state, line) {
  const { platform, health } = state.tab;
  const name = platform?.name ?? '';
  if (line?.basis === 'declared' && line.training === 'denied') {
    const key = sentenceKey({
      when: 'said',
      form: plainForm(platform),
      training: 'denied',
      weight: 'likely',
    });
    return view('none', key, [name], {
      account: line.account,
      action: 'open',
      health,
      scope: line.control,
      said: saidOf(line),
      weight: 'likely',
    });
  }
  return platform?.kind === 'form'
    ? view('none', 'sentenceFormPlatform', [name], {
        reason: 'formNote',
        action: 'open-form',
        scope: platform.controls[0]?.id ?? null,
        regions: true,
      })
    : view('none', 'sentenceUnchecked', [name], { action: 'open', health });
}

/** @param {Line} line @returns {View['said']} */
function saidOf(line) {
  const { declared } = line;
  if (!declared || declared.training !== 'denied') return null;
  return { date: declared.date ?? declared.at, note: declared.note ?? null };
}
