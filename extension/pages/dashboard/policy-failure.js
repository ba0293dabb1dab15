/** A failure of the policy program as a sentence with its next step. */
import { t } from '../../shared/i18n.js';

const TEXTS = /** @type {Record<string, string>} */ ({
  'host.not-allowed': 'policyHostMissing', 'host.not-found': 'policyHostMissing', 'host.forbidden': 'policyHostMissing',
  'host.start-failed': 'policyHostStopped', 'host.exited': 'policyHostStopped', 'host.protocol': 'policyUpdate',
  'policy.store-busy': 'policyStoreBusy', 'policy.store-full': 'policyStoreFull', 'policy.store-newer': 'policyUpdate',
  'page.no-access': 'policyNoAccess', 'page.unreadable': 'policyWhyText', 'policy.capture-invalid': 'policyWhyText',
});

/** @param {unknown} error AskFailed, or `{name, detail}` */
export function policyFailure(error) {
  const { name = 'internal', detail = '' } = /** @type {{ name?: string, detail?: string }} */ (error ?? {});
  const key = TEXTS[name] ?? (name.startsWith('policy.store-') ? 'policyStore' : null);
  return t('failed', key ? t(key) : `${name} ${detail || (error instanceof Error ? error.message : '')}`.trim());
}
