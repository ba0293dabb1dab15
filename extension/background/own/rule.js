/**
 * From what a page was pointed at to a rule (docs/own-rules.md, "The rule"), and to a mend of one
 * of ours. Pure; what comes out was checked.
 */
import { ownId } from '../ground/own.js';
import { Refused, checkRule, checkText } from './check.js';

/** @import { Mend, OwnControl, OwnPage, OwnRule } from '../../shared/types.d.ts' */

/**
 * @typedef {{ kind: 'toggle' | 'choice', label: string, strings: Record<string, Record<string,
 *   string[]>>, page: { url: string[], signature: OwnPage['signature'],
 *   neighbours?: string[] }, control: { onMeans: 'training' |
 *   'opted-out', locate: Record<string, any>[], read: Record<string, any>[] }, open: string }}
 *   Draft
 *   of the page (content/point/draft.js), as yet unchecked
 * @typedef {{ is: string, named?: string }} Unit
 * @typedef {{ host: string, name: string, unit: Unit, day: string }} Answers `name`: of the site
 */

/** Keys are of the whole rule: a control's own begin with its id. @param {any} value
 * @param {string} id @returns {any} */
function renamed(value, id) {
  if (typeof value === 'string') return value.startsWith('@') ? `@${id}-${value.slice(1)}` : value;
  if (Array.isArray(value)) return value.map(one => renamed(one, id));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'value' || name === 'attr' ? one : renamed(one, id),
    ]),
  );
}

/**
 * @param {Draft} draft
 * @param {string} id of the control
 * @param {string} page id of its page
 * @param {Unit} unit
 * @returns {{ strings: OwnRule['rule']['strings'], page: OwnPage, control: OwnControl }}
 */
function partsOf(draft, id, page, unit) {
  const strings = Object.fromEntries(
    Object.entries(draft.strings ?? {}).map(([key, languages]) => [`${id}-${key}`, languages]),
  );
  return {
    strings,
    page: { id: page, ...renamed(draft.page ?? {}, id), open: draft.open },
    control: {
      id,
      name: draft.label,
      kind: draft.kind,
      page,
      ...renamed(draft.control ?? {}, id),
      unit,
    },
  };
}

/** @param {string[]} taken */
function freeId(taken) {
  for (let n = 1; ; n++) {
    const id = n === 1 ? 'ai-training' : `ai-training-${n}`;
    if (!taken.includes(id)) return id;
  }
}

/**
 * The site's rule with one more control.
 * @param {OwnRule | null} before
 * @param {Draft} draft
 * @param {Answers} answers
 * @returns {OwnRule}
 */
export function withControl(before, draft, { host, name, unit, day }) {
  const id = freeId((before?.rule.controls ?? []).map(control => control.id));
  const parts = partsOf(draft, id, id, unit);
  const rule = {
    rev: (before?.rule.rev ?? 0) + 1,
    strings: { ...before?.rule.strings, ...parts.strings },
    pages: [...(before?.rule.pages ?? []), parts.page],
    controls: [...(before?.rule.controls ?? []), parts.control],
  };
  checkRule(rule, host);
  const own = ownId(host);
  if (own.length > 64) throw new Refused('host');
  return {
    id: own,
    host,
    name: before?.name ?? checkText(name, 'name', 100),
    pointed: before?.pointed ?? day,
    open: before?.open ?? parts.page.open,
    off: false,
    read: before?.read ?? {},
    rule,
  };
}

/**
 * @param {Draft} draft
 * @param {{ platform: string, control: string, host: string, rev: number, unit: Unit, day: string
 *   }} of
 * @returns {Mend}
 */
export function mendOf(draft, { platform, control, host, rev, unit, day }) {
  const { strings, page, control: made } = partsOf(draft, `own-${control}`, `own-${control}`, unit);
  checkRule({ rev, strings, pages: [page], controls: [made] }, host);
  return {
    platform,
    control,
    host,
    rev,
    pointed: day,
    strings,
    page,
    entry: { ...made, id: control },
  };
}

/** @param {OwnRule['read']} read @param {string} control */
const without = (read, control) =>
  Object.fromEntries(Object.entries(read).filter(([id]) => id !== control));

/**
 * One control less; the rule goes with its last.
 * @param {OwnRule} own
 * @param {string} control
 * @returns {OwnRule | null}
 */
export function withoutControl(own, control) {
  const controls = own.rule.controls.filter(one => one.id !== control);
  if (controls.length === 0) return null;
  const read = without(own.read, control);
  return {
    ...own,
    read,
    rule: {
      rev: own.rule.rev + 1,
      strings: Object.fromEntries(
        Object.entries(own.rule.strings).filter(([key]) =>
          controls.some(one => isOf(key, one.id, controls)),
        ),
      ),
      pages: own.rule.pages.filter(page => controls.some(one => one.page === page.id)),
      controls,
    },
  };
}

/** Whose key is it: the longest id with which it begins. @param {string} key @param {string} id
 * @param {OwnControl[]} controls */
function isOf(key, id, controls) {
  const its = controls
    .filter(one => key.startsWith(`${one.id}-`))
    .sort((a, b) => b.id.length - a.id.length);
  return its[0]?.id === id;
}

/**
 * The person corrects what On means, or what it governs: what was read under the other meaning
 * proves nothing of this one.
 * @param {OwnRule} own
 * @param {string} control
 * @param {{ onMeans?: 'training' | 'opted-out', unit?: Unit }} change
 * @returns {OwnRule}
 */
export function corrected(own, control, change) {
  const read = without(own.read, control);
  const rule = {
    ...own.rule,
    rev: own.rule.rev + 1,
    controls: own.rule.controls.map(one => (one.id === control ? { ...one, ...change } : one)),
  };
  checkRule(rule, own.host);
  return { ...own, read, rule };
}
