// Does a page say that it took what was sent? No DOM: words in, one answer out. This is less than the words of a rule:
// it can make a form `submitted`, never `confirmed`. A language that is not here is never taken for a receipt.
//
// A receipt names the thing (noun) and says in the past tense that it came (verb), in one sentence that has no word of
// doubt: a negation, a condition, a future, an error. Or it gives the number of a case; or it thanks and promises an
// answer. One word of refusal anywhere in what is new, in the language of the receipt or in English, voids all of it.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text, receiptWords } = ns;

  const UNSPACED = /^(?:ja|ko|zh)$/;
  const NUMBER = '(?: (?:no|nr|number|id|n))?[ :.#º°-]{1,3}[a-z]{0,4}-?[0-9]{3,}';

  /** @param {string} lang @param {string|undefined} words */
  function pattern(lang, words) {
    if (!words) return /(?!)/u;
    const folded = words.replace(/ı/g, 'i'); // as normalising folds it
    if (UNSPACED.test(lang)) return new RegExp(folded, 'u');
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${folded})(?![\\p{L}\\p{N}])`, 'u');
  }

  /** @typedef {Record<'noun'|'verb'|'not'|'refused'|'numbered'|'thanks'|'answer', RegExp>} Heard */
  /** @type {Heard[]|null} */
  let heard = null;
  const tongues = () => (heard ??= Object.entries(receiptWords).map(([lang, it]) => ({
    noun: pattern(lang, it.noun), verb: pattern(lang, it.verb), not: pattern(lang, it.not),
    refused: pattern(lang, it.refused), numbered: pattern(lang, it.numbered && `(?:${it.numbered})${NUMBER}`),
    thanks: pattern(lang, it.thanks), answer: pattern(lang, it.answer),
  })));

  /** @param {string} block raw @returns {string[]} normalised sentences that are no questions */
  function sentences(block) {
    return block.split(/(?<=[.!?。！？؟…])\s*(?=\P{Ll}|$)/u).filter((part) => !/[?？؟]\s*$/.test(part))
      .map((part) => text.normalise(part)).filter(Boolean);
  }

  /**
   * @param {string[]} blocks what is new on the page, one string per paragraph
   * @returns {'taken'|'refused'|'unclear'} taken: the page says that it has what was sent. unclear: it does not say
   */
  function judge(blocks) {
    const plain = blocks.map((block) => text.normalise(block));
    const parts = blocks.flatMap(sentences);
    const all = tongues();
    const english = all[0];
    const refuses = (/** @type {Heard} */ tongue) => plain.some((block) => tongue.refused.test(block));
    if (refuses(english)) return 'refused';
    const takes = all.filter((tongue) => says(tongue, parts, plain));
    if (takes.length === 0) return all.some(refuses) ? 'refused' : 'unclear';
    return takes.some(refuses) ? 'refused' : 'taken';
  }

  /** @param {Heard} it @param {string[]} parts @param {string[]} plain */
  function says(it, parts, plain) {
    if (parts.some((part) => it.noun.test(part) && it.verb.test(part) && !it.not.test(part))) return true;
    if (plain.some((block) => it.numbered.test(block))) return true;
    return parts.some((part) => it.thanks.test(part)) && parts.some((part) => it.answer.test(part));
  }

  ns.receipt = Object.freeze({ judge, languages: Object.freeze(Object.keys(receiptWords)) });
})();
