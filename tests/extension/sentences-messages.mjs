// What each message of the table of sentences claims: a state as certain, as probable, as changed,
// or of whom; and by which words each language says so.

/** Messages that say a state as certain, and those that say a known one at all. */
export const SURE = [
  'sentenceOff',
  'sentenceOn',
  'settingDenies',
  'settingAllows',
  'othersDenies',
  'othersAllows',
  'lastDenies',
  'lastAllows',
  'othersLastDenies',
  'othersLastAllows',
  'sentenceNotKept',
  'settingNotKept',
  'othersNotKept',
  'returnedAllows',
  'othersReturnedAllows',
  'perhapsAllows',
  'othersPerhapsAllows',
  'stateAllowed',
  'stateDenied',
  'sureSure',
  'accountOff',
  'accountOn',
  'confirmedAgain',
];
const LIKELY = SURE.map(key => `${key}Likely`);
export const CHANGED = [
  'sentenceTurnedOff',
  'sentenceTurnedOn',
  'settingChangedDenies',
  'settingChangedAllows',
  'othersChangedDenies',
  'othersChangedAllows',
  'accountTurnedOff',
  'accountTurnedOn',
];
export const KNOWN = new Set([...SURE, ...LIKELY, ...CHANGED]);
/** How each language says that it is others who train, and that it may be another account. */
export const OTHERS = {
  en: /by others/,
  de: /ander/i,
  es: /otros/,
  fr: /d’autres/,
  it: /altri/,
  nl: /anderen/,
  pl: /inn(ym|ych)/,
  pt_BR: /outros/,
  ja: /第三者/,
  ar: /آخرين/,
};
export const DOUBT = {
  en: /^If this is the same account/,
  de: /^Falls es dasselbe Konto ist/,
  es: /^Si es la misma cuenta/,
  fr: /^S’il s’agit du même compte/,
  it: /^Se è lo stesso account/,
  nl: /^Als dit hetzelfde account is/,
  pl: /^Jeśli to to samo konto/,
  pt_BR: /^Se for a mesma conta/,
  ja: /^同じアカウントであれば/,
  ar: /^إن كان هذا هو الحساب نفسه/,
};
/** No state is certain without a look at what was loaded. */
export const UNSURE = new Set([
  'likely',
  'of an older engine',
  'of an older log program',
  'changed',
  'changed on another day',
  'restored',
  'touched',
  'returned likely',
  'perhaps likely',
  'seen allowed, said',
  'said',
]);
/** Sentences that are about whose training it is. */
export const PLAIN = new Set([
  'sentenceUnchecked',
  'sentenceOld',
  'sentenceRestored',
  'sentenceTouched',
]);
