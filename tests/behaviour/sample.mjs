// The cases of the normal run: every kind, in both browsers within two minutes. All of them run with --full.
export const SAMPLE = [
  'restored-box-on-back', 'save-alert-after-3-4s', 'save-is-a-custom-element', 'first-option-until-2-6s', 'back-after-other-tab',
  'second-account-signs-in-dialog', 'form-error-nothing-sent', 'label-opt-out-hook-kept', 'new-terms-with-a-switch', 'chat-titles-in-selection',
  'question-in-a-panel', 'profile-changes-first', 'flipped-offline', 'turned-on-and-left-at-once', 'accept-all-turns-it-on',
  'access-withdrawn-then-flipped', 'prerendered-list-to-switch', 'older-denial-from-a-queue', 'rule-read-the-other-way-before-known-account',
  'twin-in-a-shadow-tree', 'turned-off-by-organisation-beside-on', 'never-shown', 'field-named-parentElement', 'worker-ended-at-arrival-checkbox',
  'steady-linkedin-german-off', 'turned-off-then-reloaded', 'split-words', 'own-query-early', 'mixed-box', 'panel-after-2-9s', 'on-again-two-boxes',
  'form-received-ticket', 'neighbour-page-same-widget',
];
