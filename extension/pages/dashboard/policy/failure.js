/** A failure of the policy program as a sentence with its next step. */
import { el } from '../../../shared/dom.js';
import { t } from '../../../shared/i18n.js';

const TEXTS = /** @type {Record<string, string>} */ ({
  'host.not-allowed': 'policyHostMissing',
  'host.not-found': 'policyHostMissing',
  'host.forbidden': 'policyHostMissing',
  'host.start-failed': 'policyHostStopped',
  'host.exited': 'policyHostStopped',
  'host.protocol': 'policyUpdate',
  'policy.store-busy': 'policyStoreBusy',
  'policy.store-full': 'policyStoreFull',
  'policy.store-newer': 'policyUpdate',
  'page.no-access': 'policyNoAccess',
  'page.unreadable': 'policyWhyText',
  'policy.capture-invalid': 'policyWhyText',
});

/**
 * @param {unknown} error AskFailed, or `{name, detail}`
 * @returns {(string | Node)[]}
 */
export function policyFailure(error) {
  const { name = 'internal', detail = '' } = /** @type {{ name?: string, detail?: string }} */ (
    error ?? {}
  );
  const key = TEXTS[name] ?? (name.startsWith('policy.store-') ? 'policyStore' : null);
  const text = t(
    'failed',
    key ? t(key) : `${name} ${detail || (error instanceof Error ? error.message : '')}`.trim(),
  );
  return key === 'policyHostMissing'
    ? [
        text,
        ' ',
        el(
          'a',
          { href: '/pages/welcome/welcome.html#log', 'data-key': 'policy-set-up' },
          t('actionSetUp'),
        ),
      ]
    : [text];
}
