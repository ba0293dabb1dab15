/** The watch itself: on or off, when it last looked, how a check goes on. */
import { ask } from '../../../shared/ask.js';
import { ago } from '../../../shared/dates.js';
import { el, fill } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';

/** @import { PolicyState } from './model.js' */

/** @param {() => void} turnOn */
export function offBlock(turnOn) {
  return [
    el('p', {}, t('policyOff')),
    el('p', { class: 'soft' }, t('policyNetwork')),
    el(
      'p',
      { class: 'buttons' },
      el(
        'button',
        { type: 'button', id: 'policy-on', 'data-key': 'policy-on', onclick: turnOn },
        t('policyTurnOn'),
      ),
    ),
  ];
}

/** @param {PolicyState} state @param {(work: () => Promise<unknown>) => void} doing */
export function onBar(state, doing) {
  return [
    el(
      'p',
      { id: 'policy-checked' },
      state.checked ? t('policyOnChecked', ago(state.checked, locale())) : t('policyOnNever'),
    ),
    el('div', { id: 'policy-progress' }),
    el(
      'p',
      { class: 'buttons' },
      el(
        'button',
        {
          type: 'button',
          id: 'policy-check',
          class: 'small',
          'data-key': 'policy-check',
          disabled: state.running,
          onclick: () => doing(() => ask('policy-check')),
        },
        t('policyCheckNow'),
      ),
      el(
        'button',
        {
          type: 'button',
          id: 'policy-off',
          class: 'small',
          'data-key': 'policy-off',
          onclick: () => doing(() => ask('policy-enable', { on: false })),
        },
        t('policyTurnOff'),
      ),
    ),
  ];
}

/**
 * @param {{ done: number, total: number, name: string } | undefined} progress undefined: over
 * @param {() => void} cancel
 */
export function showProgress(progress, cancel) {
  const place = document.getElementById('policy-progress');
  if (!place) return;
  const text = progress?.total
    ? t('policyReading', Math.min(progress.done + 1, progress.total), progress.total, progress.name)
    : t('policyStarting');
  const shown = place.querySelector('progress');
  if (progress && shown) {
    shown.max = progress.total || 1;
    shown.value = progress.done;
    /** @type {HTMLElement} */ (place.querySelector('label')).textContent = text;
    return;
  }
  fill(
    place,
    ...(progress
      ? [
          el('label', { for: 'policy-meter' }, text),
          el('progress', { id: 'policy-meter', max: progress.total || 1, value: progress.done }),
          el(
            'button',
            {
              type: 'button',
              id: 'policy-cancel',
              class: 'small',
              'data-key': 'policy-cancel',
              onclick: cancel,
            },
            t('cancel'),
          ),
        ]
      : []),
  );
}
