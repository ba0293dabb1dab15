/**
 * The rules that a person made by pointing at a switch, and what they mended (docs/own-rules.md),
 * as they are kept: storage.local, key `own`. What goes in was checked (background/own/check.js).
 */
import { local, makeSerial } from './store.js';

/** @import { Mend, OwnRule, OwnRules, Platform } from '../../shared/types.d.ts' */

const serial = makeSerial();

/** @returns {Promise<OwnRules>} */
export async function ownRules() {
  const { rules = [], mends = [] } = (await local.get('own')) ?? {};
  return { rules, mends };
}

/**
 * @param {(before: OwnRules) => OwnRules} work
 * @returns {Promise<OwnRules>} as they are from now on
 */
export function changeOwn(work) {
  return serial(async () => {
    const next = work(await ownRules());
    await local.set('own', next);
    return next;
  });
}

/** The id of a host's own rule: `-` for a dot, `--` for a hyphen. @param {string} host */
export const ownId = host => `own-${host.replaceAll('-', '--').replaceAll('.', '-')}`;

/** @param {string} id */
export const isOwnId = id => id.startsWith('own-');

/** How many of a control's two states were read on loaded pages. @param {OwnRule} own
 * @param {string} id of the control */
export const statesRead = (own, id) => Object.keys(own.read[id] ?? {}).length;

/**
 * Whether a control counts as one of grade B: both of its states were read. A part of an account (a
 * blog, a team) that the address does not name may be another one at the next visit: that is never
 * more than probable.
 * @param {OwnRule} own
 * @param {string} id of the control
 */
export function isProven(own, id) {
  const control = own.rule.controls.find(one => one.id === id);
  const named = control?.unit.named?.toLowerCase() ?? '';
  const page = own.rule.pages.find(one => one.id === control?.page);
  const addressed = page?.url.every(url => decodeURI(url).toLowerCase().includes(named)) ?? false;
  return statesRead(own, id) === 2 && addressed;
}

/**
 * One as an entry of the list of platforms.
 * @param {OwnRule} own
 * @returns {Platform}
 */
export function platformOf(own) {
  const { id, name, host, open, rule } = own;
  return {
    id,
    name,
    hosts: [`https://${host}/*`],
    open,
    kind: 'toggle',
    grade: 'C',
    rev: rule.rev,
    seen: rule.controls[0].pointed,
    controls: rule.controls.map(control => ({
      id: control.id,
      name: control.name,
      kind: control.kind,
      grade: isProven(own, control.id) ? 'B' : 'C',
      unit: control.unit.is,
    })),
    own: Object.fromEntries(
      rule.controls.map(control => [
        control.id,
        {
          pointed: control.pointed,
          proven: isProven(own, control.id),
          states: statesRead(own, control.id),
          since: control.since,
          file: control.file,
        },
      ]),
    ),
  };
}

/**
 * A packaged rule with what was mended of it.
 * @param {any} rule
 * @param {Mend[]} mends
 */
export function mended(rule, mends) {
  const its = mends.filter(mend => mend.platform === rule.id);
  return {
    ...rule,
    strings: Object.assign({}, rule.strings, ...its.map(mend => mend.strings)),
    pages: [...rule.pages, ...its.map(mend => mend.page)],
    controls: [...(rule.controls ?? []), ...its.map(mend => mend.entry)],
  };
}

/** The rule as the engine takes it: probable until both states were read. @param {OwnRule} own */
export const engineRule = own => ({
  ...own.rule,
  controls: own.rule.controls.map(control => ({
    ...control,
    grade: isProven(own, control.id) ? 'B' : 'C',
  })),
});
