// What came, held against what a step expects.
import { differences, expand } from './values.mjs';

export class Mismatch extends Error {
  constructor(problems, expected, got) {
    super(problems.join('\n'));
    this.expected = expected;
    this.got = got;
  }
}

/** Throws a Mismatch that names every difference. */
export const compare = (expected, got, scope) => {
  const problems = differences(expected, got, scope);
  if (problems.length) throw new Mismatch(problems, expand(expected, scope), got);
};
