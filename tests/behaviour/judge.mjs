// What was seen in a case against what was true: "How it is judged" in the README, and nothing
// else. Pure: no browser, no clock. All times are real milliseconds since the first page's
// DOMContentLoaded.
import { badgeRuns, falseStretches } from './badges.mjs';
import { about, contradicts, KNOWN, TOLERANCE, trueAt, truthOf } from './truth.mjs';

/** After access was taken away what was on its way may still arrive. */
const ON_ITS_WAY = 1000;
const FORM = { reached: 1, submitted: 2, confirmed: 3 };
const seconds = t => `${(t / 1000).toFixed(1)} s`;

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
