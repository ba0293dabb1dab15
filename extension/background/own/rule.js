/**
 * From what a page was pointed at to a rule (docs/own-rules.md, "The rule"), and to a mend of one
 * of ours. Pure; what comes out was checked.
 */
import { ownId } from '../ground/own.js';
import { checkRule, checkText } from './check.js';

/** @import { Mend, OwnControl, OwnPage, OwnRule } from '../../shared/types.d.ts' */

/**
 * @typedef {{ kind: 'toggle' | 'choice', label: string, strings: Record<string, Record<string,
 *   string[]>>, page: { url: string[], signature: OwnPage['signature'],
 *   neighbours?: string[] }, control: { onMeans: 'training' |
 *   'opted-out', locate: Record<string, any>[], read: Record<string, any>[] }, open: string }}
 *   Draft
 *   of the page (content/point/draft.js), as yet unchecked
 * @typedef {{ is: string, named?: string }} Unit
 * @typedef {{ host: string, name: string | null, unit: Unit, day: string }} Answers `name`: of the
 *   site, null where it has one
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
 * @param {{ pointed: string, since: number, file: false }} when
 * @returns {{ strings: OwnRule['rule']['strings'], page: OwnPage, control: OwnControl }}
 */
function partsOf(draft, id, page, unit, when) {
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
      ...when,
    },
  };
}

/**
 * The next revision: seconds since 1970, so that a rule which was removed and made anew is newer
 * than what a tab may still hold of the old one.
 * @param {number} before
 */
export const newer = before => Math.max(before + 1, Math.floor(Date.now() / 1000));

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
  const rev = newer(before?.rule.rev ?? 0);
  const parts = partsOf(draft, id, id, unit, { pointed: day, since: rev, file: false });
  const rule = {
    rev,
    strings: { ...before?.rule.strings, ...parts.strings },
    pages: [...(before?.rule.pages ?? []), parts.page],
    controls: [...(before?.rule.controls ?? []), parts.control],
  };
  checkRule(rule, host);
  return {
    id: ownId(host),
    host,
    name: before?.name ?? checkText(name, 'name', 100),
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
  const {
    strings,
    page,
    control: made,
  } = partsOf(draft, `own-${control}`, `own-${control}`, unit, {
    pointed: day,
    since: rev,
    file: false,
  });
  checkRule({ rev, strings, pages: [page], controls: [made] }, host);
  return {
    platform,
    control,
    host,
    rev,
    pointed: day,
    strings,
    page,
    entry: { ...made, id: control, grade: 'C' },
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
      rev: newer(own.rule.rev),
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
  const rev = newer(own.rule.rev);
  const read = without(own.read, control);
  const rule = {
    ...own.rule,
    rev,
    controls: own.rule.controls.map(one =>
      one.id === control ? { ...one, ...change, since: rev } : one,
    ),
  };
  checkRule(rule, own.host);
  return { ...own, read, rule };
}
