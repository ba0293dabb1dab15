// What the variants do with the words of a label: turned round, about something else, or stale.

/** Language -> a negation to stand before a label, and a label about something else. */
const TURNING = {
  en: ['Do not: ', 'Suggest replies with AI'],
  de: ['Nicht: ', 'Antworten mit KI vorschlagen'],
  fr: ['Ne pas : ', 'Proposer des réponses par IA'],
  es: ['No: ', 'Sugerir respuestas con IA'],
  pt: ['Não: ', 'Sugerir respostas com IA'],
  it: ['Non: ', 'Suggerisci risposte con l’IA'],
  nl: ['Niet: ', 'Antwoorden voorstellen met AI'],
  pl: ['Nie: ', 'Proponuj odpowiedzi AI'],
  ja: ['オプトアウト: ', 'AIで返信を提案する'],
  ko: ['거부: ', 'AI 답장 제안'],
  zh: ['拒绝：', '用人工智能建议回复'],
  hi: ['नहीं: ', 'उत्तर सुझाएँ'],
  ar: ['عدم ', 'اقتراح ردود'],
  th: ['ไม่', 'แนะนำคำตอบ'],
  bn: ['না: ', 'উত্তর প্রস্তাব করুন'],
  id: ['Jangan ', 'Sarankan balasan AI'],
};
export const turning = doc => TURNING[doc.documentElement.lang.split('-')[0]] ?? TURNING.en;
/**
 * Gives the control another label, in every place that says it.
 * @returns {boolean} could it be done
 */
export function relabel(at, make) {
  const was = at.label?.textContent?.trim();
  if (!was || at.label.contains(at.control)) return false;
  at.row.querySelector('[data-t=caption]')?.remove(); // a second place that says it
  at.label.textContent = make(was);
  for (const e of [at.control, ...at.control.querySelectorAll('*')])
    if (e.hasAttribute('aria-label'))
      e.setAttribute('aria-label', make(e.getAttribute('aria-label')));
  return true;
}
/** The words of the label stay in the name alone; other ones are shown. */
export function staleName(doc, at, shown) {
  const was = at.label?.textContent?.trim();
  if (!was || at.label.contains(at.control) || at.control.contains(at.label)) return false;
  at.row.querySelector('[data-t=caption]')?.remove();
  at.label.removeAttribute('for');
  at.label.textContent = shown;
  const named = at.control.querySelector('input,[role=switch]') ?? at.control;
  for (const e of [at.control, named]) {
    e.removeAttribute('aria-labelledby');
    e.removeAttribute('title');
  }
  named.setAttribute('aria-label', was);
  return true;
}

export const LOOK_ALIKE = { a: '\u0430', e: '\u0435', o: '\u043e', i: '\u0456', c: '\u0441' };
