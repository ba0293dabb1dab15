// Picks test pages by what they do, so that scenarios do not depend on the names of files.
import { testPages } from '../../server/pages.mjs';

const pages = await testPages();

function pick(what, holds) {
  const found = pages.filter(holds);
  if (found.length === 0) throw new Error(`no test page: ${what}`);
  return found[0];
}

/**
 * A page that is simply read as `training`: nothing happens afterwards, in the page's main
 * language.
 */
export const steady = (platform, training, control) =>
  pick(
    `${platform}, ${training}`,
    ({ platform: its, test, expect }) =>
      its === platform &&
      expect.training === training &&
      (expect.sure ?? 'sure') === 'sure' &&
      !test.then &&
      !test.lang &&
      !expect.form &&
      (!control || test.control === control),
  );

/** A page whose verdict goes from `before` to `after` by one click of the user. */
export const clicked = (platform, before, after) =>
  pick(
    `${platform}, ${before} to ${after} by a click`,
    ({ platform: its, test, expect }) =>
      its === platform &&
      expect.training === before &&
      test.then?.[0]?.do === 'click' &&
      test.then.at(-1).expect.training === after,
  );

/** A page that is read as unknown for the reason `why`. */
export const unknown = (platform, why) =>
  pick(
    `${platform}, unknown because ${why}`,
    ({ platform: its, test, expect }) =>
      its === platform && expect.training === 'unknown' && expect.why === why && !test.then,
  );

/** Pages of a form whose steps end with `step`. */
export const form = (platform, step) =>
  pick(
    `${platform}, form ${step}`,
    ({ platform: its, test, expect }) =>
      its === platform && (test.then?.at(-1).expect ?? expect).form?.at(-1) === step,
  );

/** The page of this file name. */
export const named = (platform, name) =>
  pick(`${platform}/${name}`, page => page.platform === platform && page.name === name);

export { pages };
