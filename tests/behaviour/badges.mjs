// What the badge said over time, and for how long it was false. Pure; times as in judge.mjs.

/**
 * How long a badge may contradict: as it came, and where it stood before a change that the page
 * shows.
 */
const BADGE = { fresh: 1000, standing: 5000 };
/** Steps after whose end a tab shows another document, so that its badge is said anew. */
const NEW_DOCUMENT = ['open', 'goto', 'reload', 'back', 'close-reopen', 'extension-reload'];

/**
 * @returns {{state: string | null, sure: boolean}} what a badge says; a colour is its sure form,
 *   grey the probable one
 */
export function badgeSays({ text, color }) {
  const state = /^on\b/i.test(text) ? 'allowed' : /^off\b/i.test(text) ? 'denied' : null;
  const [r, g, b] = color ?? [0, 0, 0];
  return { state, sure: Math.max(r, g, b) - Math.min(r, g, b) > 32 };
}

/**
 * Badges of one tab that say the same without a break:
 * [{tab, state, sure, from, to, title, samples}], by their start.
 */
export function badgeRuns(badges, steps) {
  const breaks = steps.filter(step => NEW_DOCUMENT.includes(step.do));
  const runs = [];
  for (const badge of badges) {
    const { state, sure } = badgeSays(badge);
    const last = runs.findLast(({ tab }) => tab === badge.tab);
    const broken =
      last &&
      breaks.some(
        step =>
          step.ended > last.to && step.ended <= badge.t && [badge.tab, 'all'].includes(step.acted),
      );
    if (last && last.state === state && last.sure === sure && !broken) {
      last.to = badge.t;
      last.samples.push(badge);
    } else
      runs.push({
        tab: badge.tab,
        state,
        sure,
        from: badge.t,
        to: badge.t,
        title: badge.title,
        samples: [badge],
      });
  }
  return runs;
}

/** The stretches of samples in front between two times: [[from, to]]. */
function inFront(samples, from, to) {
  const stretches = [];
  let open = null;
  for (const { t, front } of samples.filter(sample => sample.t >= from && sample.t <= to)) {
    if (!front) open = null;
    else if (open) open[1] = t;
    else stretches.push((open = [t, t]));
  }
  return stretches;
}

/**
 * Where a run contradicts while its tab is in front, each with how long it may:
 * [{from, to, limit, held}].
 */
export function falseStretches(run, truth, end) {
  return truth.flatMap((item, index) => {
    const until = Math.min(run.to, truth[index + 1]?.t ?? end);
    if (item.training === run.state || (item.by === 'elsewhere' && run.from < item.t)) return [];
    return inFront(run.samples, item.t, until).map(([first, to]) => {
      // a badge that stood before is seen from the moment of the change on, not from the next look
      const from = run.from < item.t && first - item.t < 1000 ? item.t : first;
      return {
        from,
        to,
        held: item.training,
        limit:
          run.from < item.t ? Math.max(BADGE.fresh, BADGE.standing - (from - item.t)) : BADGE.fresh,
      };
    });
  });
}
