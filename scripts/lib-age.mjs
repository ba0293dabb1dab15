// How old the rules are, and on what they rest: the table that check-rules.mjs prints below.

/** Every date under `seen`. @param {any} value @param {string[]} [found] */
function seenIn(value, found = []) {
  if (!value || typeof value !== 'object') return found;
  if (typeof value.seen === 'string') found.push(value.seen);
  for (const inner of Object.values(value)) seenIn(inner, found);
  return found;
}

/**
 * Newest source of a rule, or of a platform that is told and not read. A month without a day counts
 * as its first: older rather than newer.
 * @param {any} rule
 * @returns {string}
 */
export const newestOf = rule =>
  seenIn({ ...rule, tests: [] })
    .sort()
    .at(-1) ?? '';

/**
 * Oldest first; among those of one day the weaker grade first.
 * @param {any[]} rules
 * @returns {string[]} lines
 */
export function ageTable(rules) {
  const rows = rules
    .map(rule => ({ id: rule.id, grade: rule.grade, seen: newestOf(rule) }))
    .sort(
      (a, b) =>
        a.seen.localeCompare(b.seen) || b.grade.localeCompare(a.grade) || a.id.localeCompare(b.id),
    );
  const width = Math.max(...rows.map(({ id }) => id.length));
  return rows.map(({ id, grade, seen }) => `${seen.padEnd(10)}  ${grade}  ${id.padEnd(width)}`);
}

/** @param {any[]} rules @returns {string} "A 22, B 14, C 1" */
export const gradeLine = rules =>
  ['A', 'B', 'C']
    .map(grade => `${grade} ${rules.filter(rule => rule.grade === grade).length}`)
    .join(', ');
