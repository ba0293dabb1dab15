/**
 * What the normal run plays of a long table: every so-many-th. OPTOUTLOG_FULL=1 plays all of it.
 * @template T @param {T[]} list @param {number} step @returns {T[]}
 */
export const some = (list, step) =>
  process.env.OPTOUTLOG_FULL === '1' ? list : list.filter((_one, at) => at % step === 0);
