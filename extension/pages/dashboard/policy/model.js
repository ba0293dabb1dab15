/**
 * The policy watch joined with the log, without a DOM: what was known of the user's own setting
 * when a policy changed, what could not be checked and why, the marks of the timeline. The two
 * programs never meet; they are joined here. Pure.
 */

import { kindOf, seenTraining } from '../../../shared/standing.js';
import { weightOf, weightOfLine } from '../../../shared/weight.js';

/** @import { Entry, Line, Platform } from '../../../shared/types.d.ts' */

/**
 * As `policy.changes` gives it (host/policy/POLICY.md); fields used here.
 * @typedef {{ op: 'added' | 'removed' | 'changed', level: number, right_removed: boolean, told?:
 *   boolean, old: string | null, new: string | null, words?: { op: 'same' | 'removed' | 'added',
 *   text: string }[], context?: { before: string | null, after: string | null }, hits: { group:
 *   string, term: string, words: string }[], came?: Claim[], went?: Claim[] }} Clause
 * @typedef {{ topic: string, negated: boolean, slots: string[] }} Claim
 * @typedef {{ change: number, document: string, platform: string, name: string, url: string, at:
 *   string, verdict: string, level: number, right_removed: boolean, phase: string | null,
 *   effective: string | null, days_left: number | null, days?: string[], confidence?: 'high' |
 *   'low', clauses: number, clause: Clause | null,
 *   reasons: { name: string, text: string }[], lang: string | null, terms_validated: boolean,
 *   capture: string, final_url: string, old_sha256: string, new_sha256: string, read: string | null
 *   }} Change
 * @typedef {{ document: string, platform: string, name: string, url: string, needs_scripts: boolean
 *   | null, state: string, ok: boolean, detail: string | null, checked: string | null, good: string
 *   | null, failing_since: string | null, seen_once?: string | null, not_before: string | null,
 *   capture: string | null, followed: boolean, unread: number }} Doc
 * @typedef {{ enabled: boolean, running: boolean, checked: string | null, platforms: string[],
 *   documents: Doc[], changes: Change[], failure: { name: string, detail: string } | null }}
 *   PolicyState
 * @typedef {{ control: string, account: string | null, unit: string | null, before: 'denied' |
 *   'allowed' | 'not-read', seen: string | null, said: boolean, likely: boolean, after: { training:
 *   'denied' | 'allowed', seen: string, likely?: true } | null }} Standing
 */

/**
 * What the log knew of each control of the platform when the change was noticed, and what was seen
 * since. Only what is certain: a state of then is taken from the line where it has held since
 * before, else from the entries, else it is said not to be known.
 * @param {string} at of the change, ISO
 * @param {Line[]} lines of that platform
 * @param {Entry[]} entries of that platform, as far as they are known
 * @returns {Standing[]}
 */
export function standingsAt(at, lines, entries) {
  return lines
    .filter(line => line.basis !== 'form' || line.training !== 'unknown')
    .map(line => {
      const known = entries.filter(
        entry =>
          sameLine(entry, line) && (entry.training === 'denied' || entry.training === 'allowed'),
      );
      const older =
        known.filter(entry => entry.at < at).sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
      const held = line.training !== 'unknown' && line.since < at;
      const before = held ? line.training : older?.training;
      // `seen` is of the newest reading, which a later word of the user's may contradict
      const read = line.basis === 'seen' ? line.seen : null;
      const lastSeen =
        held && line.basis === 'declared'
          ? null
          : held && read !== null && read < at
            ? read
            : older?.basis === 'seen'
              ? older.at
              : null;
      return {
        control: line.control,
        account: line.account,
        unit: line.unit,
        before: before === 'denied' || before === 'allowed' ? before : 'not-read',
        seen: lastSeen,
        said: lastSeen === null && (held ? line.basis === 'declared' : older?.basis === 'declared'),
        likely: held ? weightOfLine(line) !== 'sure' : older !== null && weightOf(older) !== 'sure',
        after:
          read !== null && read >= at && line.training !== 'unknown'
            ? {
                training: line.training,
                seen: read,
                ...(weightOfLine(line) !== 'sure' && { likely: true }),
              }
            : null,
      };
    });
}

/** @param {Entry} entry @param {Line} line */
function sameLine(entry, line) {
  return (
    entry.platform === line.platform &&
    entry.control === line.control &&
    entry.account === line.account &&
    entry.unit === line.unit
  );
}

/**
 * Whether the user should open the setting: it was denied when the policy changed, and nobody
 * looked since.
 * @param {Standing[]} standings
 */
export function shouldLookAgain(standings) {
  return standings.some(({ before, after }) => before === 'denied' && after === null);
}

/**
 * Per followed platform what was told after it was seen not allowed: the day of the first such
 * look, and the changes after that. What the user only said, or changed without a load that
 * confirms it, was not seen.
 * @param {Change[]} changes
 * @param {Line[]} lines
 * @returns {Map<string, { since: string, changes: Change[] }>} platforms without an opt-out, or
 *   without a change after it, are not there
 */
export function sinceOptOut(changes, lines) {
  const out = new Map();
  for (const line of lines) {
    // what could not be read again is not said to hold
    if (seenTraining(line) !== 'denied' || line.stale || kindOf(line) === 'changed') continue;
    const since = line.run?.first ?? line.since;
    const earlier = out.get(line.platform);
    if (!earlier || since < earlier.since) out.set(line.platform, { since, changes: [] });
  }
  for (const [platform, entry] of out) {
    entry.changes = changes.filter(
      change => change.platform === platform && isNews(change) && change.at > entry.since,
    );
    if (entry.changes.length === 0) out.delete(platform);
  }
  return out;
}

/** What asks for a look; the rest is for the list. @param {Change} change */
export function isNews(change) {
  return change.verdict === 'alert';
}

/**
 * Unread alerts first, those of removed rights above all; then by time.
 * @param {Change[]} changes
 */
export function byNeed(changes) {
  const rank = (/** @type {Change} */ change) =>
    (isNews(change) ? 2 : 0) + (isNews(change) && change.right_removed ? 1 : 0);
  return [...changes].sort(
    (a, b) => rank(b) - rank(a) || b.at.localeCompare(a.at) || b.change - a.change,
  );
}

/**
 * Why a document could not be checked: groups of POLICY.md's states, each a key of a message.
 * @type {Record<string, string[]>}
 */
const WHY = {
  policyWhyRefused: ['blocked'],
  policyWhyWall: ['wall'],
  policyWhyNetwork: [
    'no-address',
    'no-connection',
    'reset',
    'network',
    'server-error',
    'too-slow',
    'cut-off',
    'bad-encoding',
    'redirect-loop',
    'unexpected-status',
  ],
  policyWhyUnsafe: ['certificate', 'tls', 'insecure-redirect', 'address-refused'],
  policyWhyGone: ['not-found', 'moved'],
  policyWhyBig: ['too-large', 'extract.too-large', 'extract.too-deep', 'extract.too-complex'],
  policyWhyWait: ['asked-to-wait'],
  policyWhyLanguage: ['language-unsupported', 'language-mismatch'],
};

/** @param {string} state @returns {string} key of a message */
export function whyKey(state) {
  const name = state.replace(/^before\./, '');
  return Object.keys(WHY).find(key => WHY[key].includes(name)) ?? 'policyWhyText';
}

/** Followed documents whose last look failed. @param {Doc[]} documents */
export function failing(documents) {
  return documents.filter(one => one.followed && !one.ok && one.failing_since !== null);
}

/**
 * Followed documents whose text differed at one look, which a second one has not confirmed: nothing
 * is told of them yet, and they are not without a change either.
 * @param {Doc[]} documents
 */
export function seenOnce(documents) {
  return documents.filter(one => one.followed && Boolean(one.seen_once));
}

/**
 * Followed documents that only a browser can read and that were never read.
 * @param {Doc[]} documents
 */
export function waitingForPage(documents) {
  return documents.filter(one => one.followed && one.state === 'needs-page');
}

/** Whether reading the document in a tab can help. @param {Doc} document */
export function tabMayHelp(document) {
  return (
    document.needs_scripts === true ||
    ['blocked', 'wall', 'empty', 'too-small', 'collapsed', 'not-a-policy', 'no-anchor'].includes(
      document.state,
    )
  );
}

/**
 * @param {Change[]} changes
 * @param {(change: Change) => string} textOf
 * @returns {{ platform: string, at: string, kind: 'policy', text: string, href: string }[]} one for
 *   each alert
 */
export function marksOf(changes, textOf) {
  return changes
    .filter(isNews)
    .map(change => ({
      platform: change.platform,
      at: change.at,
      kind: 'policy',
      text: textOf(change),
      href: `#policy-${change.change}`,
    }));
}

/**
 * Pieces of a sentence with the words that fired told apart. Pure text search: a word that is not
 * found is not lit.
 * @param {string} text
 * @param {string[]} words
 * @returns {{ text: string, lit: boolean }[]}
 */
export function lit(text, words) {
  const wanted = [...new Set(words.map(word => word.trim().toLowerCase()).filter(Boolean))].sort(
    (a, b) => b.length - a.length,
  );
  if (wanted.length === 0) return [{ text, lit: false }];
  const pattern = wanted
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|');
  const pieces = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${pattern})(?![\\p{L}\\p{N}])`, 'giu'));
  return pieces
    .map((piece, at) => ({ text: piece, lit: at % 2 === 1 }))
    .filter(piece => piece.text !== '');
}

/**
 * Platforms that have documents, the user's own first.
 * @param {Doc[]} documents
 * @param {Platform[]} platforms
 * @param {string[]} followed
 */
export function followable(documents, platforms, followed) {
  const ids = [...new Set(documents.map(one => one.platform))].filter(id => id !== 'own');
  const named = ids.map(id => ({
    id,
    name:
      platforms.find(one => one.id === id)?.name ??
      documents.find(one => one.platform === id)?.name.split(':')[0] ??
      id,
    mine: followed.includes(id),
  }));
  return named.sort((a, b) => Number(b.mine) - Number(a.mine) || a.name.localeCompare(b.name));
}
