// What a run says to people: the timeline of one case, the line of one that is not right, the table
// of all. Pure texts.
import { badgeRuns } from './badges.mjs';
import { canMiss } from './judge.mjs';
import { truthOf } from './truth.mjs';

const seconds = t => `${(t / 1000).toFixed(1).padStart(6)} s`;
const nameOf = ({ platform, control, account, unit }) =>
  [platform, control, account, unit].filter(Boolean).join('/');
const lineText = line =>
  [
    nameOf(line),
    line.training,
    `(${line.sure ?? '-'})`,
    line.kept && `kept: ${line.kept}`,
    line.stale && `stale: ${line.why}`,
    line.returned && `RETURNED: ${line.returned}`,
  ]
    .filter(Boolean)
    .join(' ');

function messageText({ message }) {
  const { type, reading, step } = message ?? {};
  if (type === 'reading') {
    const { training, sure, why, how, again, account, unit, doubt, actor } = {
      ...message,
      ...reading,
    };
    return (
      `says reading ${training} ${why === 'ok' ? sure : why}${how ? ` ${how}` : ''}` +
      `${actor === 'user' ? ' user' : ''}${doubt ? ' doubt' : ''}` +
      `${again ? ` again: ${again}` : ''}` +
      `${account ? ` account ${account}` : ''}${unit ? ` unit ${unit}` : ''}`
    );
  }
  return `says ${type}${step ? ` ${step}` : ''}`;
}

function badgeText({ state, sure, tab, title }) {
  const word = state === 'allowed' ? 'ON' : 'OFF';
  const says = state ? `${word} ${sure ? 'in colour' : 'grey'}` : 'without a state';
  return `badge ${says}, tab ${tab} “${title}”`;
}

function entryText(entry, delivered) {
  const { basis, training, raw, why, sure, how, actor } = entry;
  return (
    `entry ${nameOf(entry)} ${basis} ${training} ${raw ?? ''} ` +
    `(${why === 'ok' ? sure : why}, how ${how ?? '-'}, actor ${actor})` +
    `${delivered.includes(entry.id) ? ' delivered' : ''}${entry.waiting ? ' WAITING' : ''}`
  );
}

function statusChanges(statuses) {
  let last = '';
  return statuses.flatMap(({ t, lines }) => {
    const now = lines.map(lineText).join('; ') || 'no line';
    if (now === last) return [];
    last = now;
    return [{ t, text: `status: ${now}` }];
  });
}

/**
 * Everything that happened and was said, in its order.
 * @param {any} it
 * @param {any} seen
 * @returns {string}
 */
export function timeline(it, seen) {
  const rows = [
    ...truthOf(it, seen.steps).map(({ t, training, by, unit, account }) => ({
      t,
      text:
        `TRUTH ${training}${unit || account ? ` of ${unit ?? account}` : ''}` +
        `${by ? ` (by ${by})` : ''}`,
    })),
    ...seen.steps.map(step => ({
      t: step.began,
      text:
        `STEP  ${step.do} ${step.on ?? step.key ?? ''}${step.tab ? ` tab ${step.tab}` : ''}` +
        `${step.makes ? ` makes ${step.makes}` : ''} (${step.ended - step.began} ms)`,
    })),
    ...badgeRuns(seen.badges, seen.steps).map(run => ({ t: run.from, text: badgeText(run) })),
    ...[...seen.entries, ...seen.waiting].map(entry => ({
      t: entry.t,
      text: entryText(entry, seen.delivered),
    })),
    ...statusChanges(seen.statuses),
    ...seen.said
      .filter(({ message }) => message?.type !== 'settling')
      .map(said => ({ t: said.t, text: messageText(said) })),
  ];
  rows.sort((a, b) => a.t - b.t);
  return rows.map(({ t, text }) => `  ${seconds(t)}  ${text}`).join('\n');
}

/**
 * The timeline of one case, with what the harness noted and what was put right.
 * @param {{it: any, seen: any, verdict: any}} result
 */
export function storyOf({ it, seen, verdict }) {
  const notes = [...new Set(seen.notes)].map(text => `  note: ${text}`);
  return [
    `  ${it.note}`,
    timeline(it, seen),
    ...notes,
    ...verdict.putRight.map(text => `  put right: ${text}`),
  ].join('\n');
}

/** @param {{it: any, verdict: any, error?: string}} result */
export function wrongLine({ it, verdict, error }) {
  if (error) return `${it.id} [${it.kind}] ERROR of the harness: ${error}`;
  const parts = ['hard', 'soft', 'alarms', 'missed'].flatMap(kind =>
    verdict[kind].map(text => `${kind === 'alarms' ? 'FALSE ALARM' : kind.toUpperCase()}: ${text}`),
  );
  return `${it.id} [${it.kind}] ${parts.join(' | ')}`;
}

/** @param {any[]} results @returns {any} the numbers */
export function numbers(results) {
  const judged = results.filter(({ verdict }) => verdict);
  const cases = kind => judged.filter(({ verdict }) => verdict[kind].length).length;
  const of = judged.filter(({ it }) => canMiss(it)).length;
  return {
    hard: cases('hard'),
    soft: cases('soft'),
    alarms: cases('alarms'),
    missed: cases('missed'),
    of,
    putRight: cases('putRight'),
    errors: results.length - judged.length,
    cases: results.length,
  };
}

/**
 * Is it a pass? Nothing false, nothing that the harness could not do, and at most 5 in 100 missed.
 */
export const passes = ({ hard, soft, alarms, missed, of, errors }) =>
  hard + soft + alarms + errors === 0 && missed * 100 <= of * 5;

export const summary = (name, n) =>
  `${name}: hard wrong ${n.hard}, soft wrong ${n.soft}, false alarms ${n.alarms}, missed ` +
  `${n.missed} of ${n.of}` +
  (` (${n.cases} cases, ${n.putRight} put right by ` +
    `themselves${n.errors ? `, ${n.errors} errors of the harness` : ''})`);

/**
 * The report that is kept.
 * @param {string} name
 * @param {any[]} results
 * @param {{seconds: number, commit: string}} run
 */
export function markdown(name, results, { seconds: took, commit }) {
  const n = numbers(results);
  const wrong = results.filter(({ verdict, error }) => error || !verdict.ok);
  const kinds = [...new Set(results.map(({ it }) => it.kind))].map(kind => {
    const of = results.filter(({ it }) => it.kind === kind);
    return `| ${kind} | ${of.length} | ${of.filter(({ verdict }) => verdict?.ok).length} |`;
  });
  return [
    `# Behaviour in ${name}`,
    '',
    `${new Date().toISOString()}, ${commit}, ${took} s`,
    '',
    summary(name, n),
    '',
    '| kind | cases | right |',
    '| --- | --- | --- |',
    ...kinds,
    '',
    '## Not right',
    '',
    ...wrong.map(result => `- ${wrongLine(result)}`),
    '',
    '## What was seen there',
    '',
    ...wrong
      .filter(({ seen }) => seen)
      .flatMap(result => [`### ${result.it.id}`, '', '```', storyOf(result), '```', '']),
  ].join('\n');
}
