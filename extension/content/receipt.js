// Does a page say that it took what was sent? No DOM: words in, one answer out. This is less than
// the words of a rule: it can make a form `submitted`, never `confirmed`. A language that is not
// here has no receipts.
//
// A receipt is one sentence that names the person's own matter ("your request"), says that it came,
// and has no word besides that is not known to be harmless there: what errors say of responses, of
// requests in general, of what got lost has other words in it, whatever they are. A case's number,
// thanks, the promise of an answer are nothing by themselves: errors have them too. One word of
// trouble in any language, anywhere in what is new, voids it; so does a denial in its language or
// in English, unless the sentence is harmless (receipt-doubts.js).
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text, receiptWords, receiptDoubts } = ns;

  const UNSPACED = /^(?:ja|ko|zh)$/;
  const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;
  /** A number, with the letters that some begin with: its words are judged, it is not. */
  const NUMBER = /(?<![\p{L}\p{N}])(?:[a-z]{1,4}-?)?\p{N}[\p{N}-]*/gu;

  /** @param {string} lang @param {string} written @param {string} [flags] */
  function pattern(lang, written, flags = 'u') {
    // as normalising folds it
    const words = written.replace(/\n\s*/g, '').replaceAll('~', '\\p{L}*').replace(/ı/g, 'i');
    if (UNSPACED.test(lang)) return new RegExp(`(?:${words})`, flags);
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);
  }

  /** @typedef {'own'|'verb'|'known'|'refused'|'no'|'calm'} Part */
  /** @typedef {Record<Part, RegExp> & {lang: string}} Heard */
  /** @type {Heard[]|null} */
  let heard = null;
  const tongues = () =>
    (heard ??= Object.entries(receiptWords).map(([lang, words]) => {
      const { own, verb, also } = words;
      const { refused, no, calm } = receiptDoubts[lang];
      return {
        lang,
        own: pattern(lang, own),
        verb: pattern(lang, verb),
        known: pattern(lang, `${own}|${verb}|${also}`, 'gu'),
        refused: pattern(lang, refused),
        no: pattern(lang, no),
        calm: new RegExp(calm.replace(/\n\s*/g, ''), 'u'),
      };
    }));

  /** @param {string} block raw @returns {string[]} normalised sentences that are no questions */
  function sentences(block) {
    return block
      .split(/(?<=[.!?。！？؟…])\s*(?=[^\p{Ll}\p{N}\s]|$)/u)
      .filter(part => !/[?？؟]\s*$/.test(part))
      .map(part => text.normalise(part))
      .filter(Boolean);
  }

  /**
   * @param {string[]} blocks what is new on the page, one string per paragraph
   * @returns {'taken'|'refused'|'unclear'} taken: the page says that it has what was sent.
   *   unclear: it does not say
   */
  function judge(blocks) {
    const plain = blocks.map(block => text.normalise(block));
    const parts = blocks.flatMap(sentences);
    // Han characters mean other things in Japanese than in Chinese.
    const other = plain.some(block => KANA.test(block)) ? 'zh' : 'ja';
    const asked = tongues().filter(({ lang }) => lang !== other);
    if (asked.some(({ refused }) => plain.some(block => refused.test(block)))) return 'refused';
    const takes = asked.filter(tongue => parts.some(part => says(tongue, part)));
    if (takes.length === 0) return 'unclear';
    const tests = [asked[0], ...takes];
    const denied = parts.some(
      part => tests.some(({ no }) => no.test(part)) && !tests.some(({ calm }) => calm.test(part)),
    );
    return denied ? 'refused' : 'taken';
  }

  /** @param {Heard} it @param {string} part a sentence */
  function says(it, part) {
    const words = part.replace(NUMBER, ' ').replace(/\s+/g, ' ');
    return (
      it.own.test(words) && it.verb.test(words) && !/\p{L}/u.test(words.replace(it.known, ' '))
    );
  }

  ns.receipt = Object.freeze({ judge, languages: Object.freeze(Object.keys(receiptWords)) });
})();
