/**
 * What the user does with the rules of their own: rename, correct, switch off, remove, take to a
 * file and back (docs/own-rules.md).
 */
import { platformAt } from '../../shared/hosts.js';
import { changeOwn, ownId, ownRules, statesRead } from '../ground/own.js';
import { platforms } from '../ground/rules.js';
import { register } from '../tab/registration.js';
import {
  Refused,
  checkHost,
  checkList,
  checkObject,
  checkOpen,
  checkRule,
  checkText,
} from './check.js';
import { corrected, newer, withoutControl } from './rule.js';

/** @import { Mend, OwnRule, Reading } from '../../shared/types.d.ts' */

/** The form of the file. */
const FORMAT = 'opt-out-log-rules/1';
/** Of a file. */
const MOST = { rules: 200, bytes: 1_000_000 };

/** Boot scripts follow the rules. @param {unknown} [value] what is answered */
async function registered(value = null) {
  await register(await platforms());
  return value;
}

/** @param {string} id @param {(own: OwnRule) => OwnRule | null} work */
async function change(id, work) {
  await changeOwn(({ rules, mends }) => ({
    rules: rules.flatMap(own => (own.id === id ? (work(own) ?? []) : [own])),
    mends,
  }));
  return registered();
}

/** For the dashboard: what each own rule and mend is. */
export async function ownList() {
  const { rules, mends } = await ownRules();
  return {
    rules: rules.map(own => ({
      id: own.id,
      name: own.name,
      host: own.host,
      open: own.open,
      off: own.off,
      controls: own.rule.controls.map(({ id, name, onMeans, unit, kind, pointed, file }) => ({
        id,
        name,
        onMeans,
        unit,
        kind,
        pointed,
        file,
        states: statesRead(own, id),
      })),
    })),
    mends: mends.map(({ platform, control, pointed, entry }) => ({
      platform,
      control,
      pointed,
      name: entry.name,
    })),
  };
}

/** @param {{ id: string, name: string }} of */
export const ownRename = ({ id, name }) =>
  change(id, own => ({ ...own, name: checkText(name, 'name', 100).trim() }));

/** @param {{ id: string, control: string, onMeans?: 'training' | 'opted-out', unit?: any }} of */
export const ownCorrect = ({ id, control, onMeans, unit }) =>
  change(id, own =>
    corrected(own, control, { ...(onMeans && { onMeans }), ...(unit && { unit }) }),
  );

/** @param {{ id: string, off: boolean }} of */
export const ownSwitch = ({ id, off }) => change(id, own => ({ ...own, off: off === true }));

/** @param {{ id: string, control?: string }} of without `control` all of the site */
export const ownRemove = ({ id, control }) =>
  change(id, own => (control === undefined ? null : withoutControl(own, control)));

/** @param {{ platform: string, control: string }} of */
export async function mendRemove({ platform, control }) {
  await changeOwn(({ rules, mends }) => ({
    rules,
    mends: mends.filter(mend => mend.platform !== platform || mend.control !== control),
  }));
  return registered();
}

/** As a file: no reading and no account is in it. @returns {Promise<string>} JSON */
export async function ownExport() {
  const { rules } = await ownRules();
  const parts = rules.map(({ host, name, open, rule }) => ({ host, name, open, rule }));
  return `${JSON.stringify({ format: FORMAT, rules: parts }, null, 2)}\n`;
}

/**
 * A file of another browser, or of another person. All of it or nothing; a rule of a site that is
 * there already is not replaced.
 * @param {{ file: string }} of
 * @returns {Promise<{ added: number, there: number }>}
 */
export async function ownImport({ file }) {
  const packaged = (await platforms()).filter(one => !one.own);
  const day = new Date().toISOString().slice(0, 10);
  const found = checkImport(file).map(({ rule, ...one }, n) => {
    // a site that has a rule of ours is mended on its page alone, by who sees it
    if (platformAt(packaged, one.open)) throw new Refused(`rules[${n}].host`);
    const rev = newer(0);
    const controls = rule.controls.map(control => ({
      ...control,
      pointed: day,
      file: true,
      since: rev,
    }));
    return { ...one, id: ownId(one.host), off: false, read: {}, rule: { ...rule, rev, controls } };
  });
  let added = 0;
  await changeOwn(({ rules, mends }) => {
    const fresh = found.filter(one => !rules.some(own => own.id === one.id));
    added = fresh.length;
    return { rules: [...rules, ...fresh], mends };
  });
  await registered();
  return { added, there: found.length - added };
}

/**
 * @param {unknown} file
 * @returns {Pick<OwnRule, 'host' | 'name' | 'open' | 'rule'>[]}
 */
export function checkImport(file) {
  if (typeof file !== 'string' || file.length > MOST.bytes) throw new Refused('file');
  let json;
  try {
    json = JSON.parse(file);
  } catch {
    throw new Refused('file');
  }
  const { format, rules } = checkObject(json, 'file', ['format', 'rules']);
  if (format !== FORMAT) throw new Refused('format');
  const hosts = new Set();
  return checkList(rules, 'rules', MOST.rules).map((one, n) => {
    const at = `rules[${n}]`;
    const found = checkObject(one, at, ['host', 'name', 'open', 'rule']);
    const host = String(checkHost(found.host, `${at}.host`));
    if (hosts.has(host)) throw new Refused(`${at}.host`);
    hosts.add(host);
    checkText(found.name, `${at}.name`, 100);
    checkOpen(found.open, `${at}.open`, host);
    checkRule(found.rule, host, `${at}.rule`);
    return /** @type {any} */ (found);
  });
}

/**
 * A reading of a rule of the user's own: with both states read it counts as one of grade B. And a
 * newer revision of a mended rule that reads needs its mend no more.
 * @param {{ platform: string, rev: number, page: string, reading: Reading }} message
 */
export async function noteOwn({ platform, rev, page, reading }) {
  const { control, raw, how, training, at } = reading;
  if (training === 'unknown' || how !== 'loaded' || (raw !== 'on' && raw !== 'off')) return;
  const state = raw;
  const { rules, mends } = await ownRules();
  if (rules.some(one => one.id === platform && !one.read[control]?.[state]))
    await changeOwn(now => ({ ...now, rules: now.rules.map(own => withRead(own)) }));
  /** @param {OwnRule} own its meaning may be another one by now */
  function withRead(own) {
    const its = own.rule.controls.find(one => one.id === control);
    if (own.id !== platform || !its || rev < its.since) return own;
    return { ...own, read: { ...own.read, [control]: { ...own.read[control], [state]: at } } };
  }
  const fits = (/** @type {Mend} */ mend) =>
    mend.platform === platform && mend.control === control && rev > mend.rev;
  if (page !== `own-${control}` && mends.some(fits)) {
    await changeOwn(now => ({ ...now, mends: now.mends.filter(mend => !fits(mend)) }));
    await registered();
  }
}
