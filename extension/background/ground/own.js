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

/** Whether both states of a control were read on loaded pages. @param {OwnRule} own
 * @param {string} control */
export const isProven = (own, control) => Boolean(own.read[control]?.on && own.read[control]?.off);

/**
 * One as an entry of the list of platforms.
 * @param {OwnRule} own
 * @returns {Platform}
 */
export function platformOf(own) {
  const { id, name, host, open, rule, pointed } = own;
  return {
    id,
    name,
    hosts: [`https://${host}/*`],
    open,
    kind: 'toggle',
    grade: 'C',
    rev: rule.rev,
    seen: pointed,
    controls: rule.controls.map(control => ({
      id: control.id,
      name: control.name,
      kind: control.kind,
      grade: isProven(own, control.id) ? 'B' : 'C',
      unit: control.unit.is,
    })),
    own: {
      pointed,
      proven: rule.controls.map(control => control.id).filter(one => isProven(own, one)),
    },
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
