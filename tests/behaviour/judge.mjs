// What was seen in a case against what was true: "How it is judged" in the README, and nothing
// else. Pure: no browser, no clock. All times are real milliseconds since the first page's
// DOMContentLoaded.
import { realTime } from './clock.mjs';

const KNOWN = ['allowed', 'denied'];
/** An entry's time may miss a change of the truth by this much. */
const TOLERANCE = 1000;
/**
 * How long a badge may contradict: as it came, and where it stood before a change that the page
 * shows.
 */
const BADGE = { fresh: 1000, standing: 5000 };
/** After access was taken away what was on its way may still arrive. */
const ON_ITS_WAY = 1000;
const FORM = { reached: 1, submitted: 2, confirmed: 3 };
/** Steps after whose end a tab shows another document, so that its badge is said anew. */
const NEW_DOCUMENT = ['open', 'goto', 'reload', 'back', 'close-reopen', 'extension-reload'];

const same = (a, b) => (a ?? '').trim().toLowerCase() === (b ?? '').trim().toLowerCase();
const seconds = t => `${(t / 1000).toFixed(1)} s`;

/**
 * The timeline of the truth in real time; what never came is left out.
 * @returns {any[]} with `t`
 */
export function truthOf(it, steps) {
  return it.truth
    .map(item => ({ ...item, t: realTime(item.at, steps, it.steps) }))
    .filter(({ t }) => t !== null);
}

/**
 * The items that an entry, a line or a badge can be held against: of the unit and the account that
 * it names, where the truth names them too; else of all, for then the last one is about what the
 * address shows.
 */
function about(truth, { account = null, unit = null } = {}) {
  const named = truth.filter(
    item =>
      (item.unit !== undefined && same(item.unit, unit)) ||
      (item.account !== undefined && same(item.account, account)),
  );
  return named.length ? named : truth;
}

/** What was true at a time; null: nobody can say. */
function trueAt(items, t) {
  if (items.length === 0 || t < items[0].t - 5000) return null;
  return (items.findLast(item => item.t <= t) ?? items[0]).training;
}

/** Everything that was true within the tolerance. */
function trueAround(items, t) {
  const within = items
    .filter(item => item.t > t - TOLERANCE && item.t <= t + TOLERANCE)
    .map(({ training }) => training);
  return [trueAt(items, t - TOLERANCE) ?? trueAt(items, t), ...within];
}

const contradicts = (items, training, t) =>
  KNOWN.includes(training) &&
  trueAround(items, t).every(held => held !== null && held !== training);

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
function falseStretches(run, truth, end) {
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

const isChanged = entry => entry.how === 'changed' || entry.actor === 'user';
const isKey = (a, b) =>
  a.platform === b.platform &&
  a.control === b.control &&
  (a.account ?? null) === (b.account ?? null) &&
  (a.unit ?? null) === (b.unit ?? null);
const nameOf = ({ platform, control, account, unit }) =>
  [platform, control, account, unit].filter(Boolean).join('/');

class Judgement {
  constructor(it, seen) {
    this.it = it;
    this.seen = seen;
    this.truth = truthOf(it, seen.steps);
    this.lines = seen.statuses.at(-1)?.lines ?? [];
    this.own = [...seen.entries, ...seen.waiting].filter(
      entry => !seen.delivered.includes(entry.id),
    );
    this.runs = badgeRuns(seen.badges, seen.steps);
    this.hard = [];
    this.soft = [];
    this.alarms = [];
    this.missed = [];
    this.putRight = [];
  }

  describe(entry) {
    const how = entry.how ? `, ${entry.how}` : '';
    return (
      `${entry.waiting ? 'waiting ' : ''}entry ${nameOf(entry)} ${entry.training} ` +
      `(${entry.sure}${how}${entry.actor === 'user' ? ', user' : ''}) at ${seconds(entry.t)}`
    );
  }

  /** Does this entry still stand at the end, as the state of its line? */
  stands(entry) {
    const line = this.lines.find(it => isKey(it, entry));
    if (!line) return entry.waiting === true;
    if (line.stale || line.training !== entry.training) return false;
    const newest = this.seen.entries
      .filter(other => isKey(other, entry) && KNOWN.includes(other.training))
      .sort((a, b) => b.t - a.t)[0];
    return !newest || isChanged(newest) === isChanged(entry) || newest.id === entry.id;
  }

  entries() {
    for (const entry of this.own.filter(({ basis }) => basis === 'seen')) {
      this.event(entry);
      if (!KNOWN.includes(entry.training)) continue;
      const items = about(this.truth, entry);
      const wrong = contradicts(items, entry.training, entry.t);
      const held = trueAt(items, entry.t);
      if (entry.sure === 'sure' && entry.how !== 'changed') {
        if (wrong) this.hard.push(`${this.describe(entry)}: the server held ${held}`);
      } else if (isChanged(entry)) {
        const atEnd = trueAt(items, this.seen.end);
        if (atEnd !== entry.training)
          this.doubtful(entry, `${this.describe(entry)}: it was not kept (${atEnd})`);
      } else if (wrong) this.doubtful(entry, `${this.describe(entry)}: the server held ${held}`);
    }
  }

  /**
   * Less than sure and not true: wrong where a sign told and it still stands; else it was put
   * right, or nobody could tell.
   */
  doubtful(entry, text) {
    const stands = this.stands(entry);
    if (this.it.sign && stands) this.soft.push(`${text}; it stands at the end`);
    else if (!stands) this.putRight.push(text);
  }

  /** An event that no step made. */
  event(entry) {
    if (!isChanged(entry)) return;
    const made = this.seen.steps.filter(step => step.makes && step.began <= entry.t + TOLERANCE);
    const ok = KNOWN.includes(entry.training)
      ? made.some(step => step.makes === entry.training)
      : made.length > 0;
    if (!ok) this.hard.push(`${this.describe(entry)}: an event that no step made`);
  }

  status() {
    for (const line of this.lines.filter(
      it => it.basis === 'seen' && KNOWN.includes(it.training) && it.seenT !== null,
    )) {
      const items = about(this.truth, line);
      const decides = this.seen.entries
        .filter(entry => isKey(entry, line) && KNOWN.includes(entry.training))
        .sort((a, b) => b.t - a.t)[0];
      const changed =
        line.kept === 'pending' ||
        (line.kept === undefined && decides && isChanged(decides) && line.sure !== 'sure');
      const text =
        `line ${nameOf(line)} ${line.training} ` +
        `(${line.sure}${line.kept ? `, ${line.kept}` : ''}), seen at ${seconds(line.seenT)}`;
      if (changed) continue; // judged as the entry that it rests on
      if (!contradicts(items, line.training, line.seenT)) continue;
      if (line.sure === 'sure')
        this.hard.push(`${text}: the server held ${trueAt(items, line.seenT)}`);
      else if (this.it.sign && !line.stale)
        this.soft.push(`${text}: the server held ${trueAt(items, line.seenT)}`);
    }
    if (!this.it.single) return;
    const held = trueAt(this.truth, this.seen.end);
    for (const line of this.lines.filter(
      it => it.platform === this.it.rule && KNOWN.includes(it.training) && it.training !== held,
    )) {
      this.hard.push(
        `line ${nameOf(line)} ${line.training} stands beside the truth (${held}), and there ` +
          'is one account',
      );
    }
  }

  badge() {
    for (const run of this.runs.filter(({ state }) => state !== null)) {
      for (const { from, to, limit, held } of falseStretches(run, this.truth, this.seen.end)) {
        if (to - from <= limit) continue;
        const text =
          `badge ${run.state}, ${run.sure ? 'sure' : 'grey'}, tab ${run.tab}, ${seconds(from)} ` +
          `to ${seconds(to)}: the server held ${held}`;
        if (run.sure) this.hard.push(text);
        else if (to < this.seen.end - 1000) this.putRight.push(text);
        else if (this.it.sign && trueAt(this.truth, this.seen.end) !== run.state)
          this.soft.push(`${text}; it stands at the end`);
      }
    }
  }

  forms() {
    const made = FORM[this.it.form] ?? 0;
    const most = this.it.mayConfirm ? FORM.confirmed : made;
    const said = this.own.filter(entry => entry.basis === 'form' && entry.raw in FORM);
    for (const entry of said.filter(({ raw }) => FORM[raw] > most)) {
      this.hard.push(
        `form step “${entry.raw}” at ${seconds(entry.t)}: ` +
          `${this.it.form ? `only “${this.it.form}” was made` : 'there is no form'}`,
      );
    }
    if (made && !said.some(({ raw }) => FORM[raw] >= made))
      this.missed.push(`form step “${this.it.form}” was not told`);
  }

  access() {
    const taken = this.seen.steps.find(step => step.do === 'revoke');
    if (!taken) return;
    for (const entry of this.own.filter(({ t }) => t > taken.ended + ON_ITS_WAY))
      this.hard.push(`${this.describe(entry)}: after access was taken away`);
  }

  reasons() {
    const false_ = this.it.notWhy ?? [];
    for (const entry of this.own.filter(({ why }) => false_.includes(why)))
      this.soft.push(`${this.describe(entry)}: the reason “${entry.why}” is false`);
    const said = new Map(
      this.seen.said
        .filter(({ message }) => message?.type === 'reading' && message.reading)
        .map(it => [`${it.tab} ${it.message.reading.control}`, it]),
    );
    for (const { message, t } of said.values()) {
      if (false_.includes(message.reading.why))
        this.soft.push(
          `the page’s last reading at ${seconds(t)} says “${message.reading.why}”, which is false`,
        );
    }
  }

  returned() {
    const { alarm } = this.it;
    const turned =
      this.truth.find((item, index) => item.training === 'allowed' && index > 0)?.t ?? Infinity;
    const at = status => status.lines.filter(line => line.returned === true);
    const early = this.seen.statuses.find(
      status => at(status).length && (!alarm || (alarm === true && status.t < turned - TOLERANCE)),
    );
    if (early) this.alarms.push(`${nameOf(at(early)[0])} returned at ${seconds(early.t)}`);
    if (alarm === true && !this.lines.some(line => line.returned === true)) {
      const doubt = this.lines.some(line => line.returned === 'perhaps')
        ? ' (told as “perhaps”)'
        : '';
      this.missed.push(`no alarm at the end${doubt}`);
    }
  }

  decided() {
    const { expect, rule } = this.it;
    if (!KNOWN.includes(expect)) return;
    if (this.lines.some(line => line.platform === rule && line.training === expect && !line.stale))
      return;
    const there = this.lines
      .filter(line => line.platform === rule)
      .map(line => `${nameOf(line)} ${line.training}${line.stale ? ` (stale, ${line.why})` : ''}`);
    this.missed.push(
      `nothing says ${expect} at the end; the log has ${there.join(', ') || 'no line'}`,
    );
  }
}

/**
 * @param {any} it a case
 * @param {any} seen what play.mjs gives
 * @returns {{ok: boolean, hard: string[], soft: string[], alarms: string[], missed: string[],
 *   putRight: string[]}}
 */
export function judge(it, seen) {
  const all = new Judgement(it, seen);
  for (const part of [
    'entries',
    'status',
    'badge',
    'forms',
    'access',
    'reasons',
    'returned',
    'decided',
  ])
    all[part]();
  const { hard, soft, alarms, missed, putRight } = all;
  return {
    ok: hard.length + soft.length + alarms.length + missed.length === 0,
    hard,
    soft,
    alarms,
    missed,
    putRight,
  };
}

/** Is anything of this case decisive, so that silence would be counted? @param {any} it */
export const canMiss = it =>
  KNOWN.includes(it.expect) || it.alarm === true || it.form !== undefined;
