// What an export says of witnesses, files in public: host/RECORD.md, section 4.
import { countOf, text } from './facts.js';
import { HASH, isBeside, within } from './picture.js';

const ROBOTS = /^https:\/\/[A-Za-z0-9._:[\]-]+\/robots\.txt$/;
const AGENT = /^[A-Za-z0-9_-]{1,64}$/;
const WITNESS_WHY = ['ok', 'no-file', 'partial', 'everyone', 'not-text', 'empty'];
const WITNESS_SAYS = ['allowed', 'denied', 'unknown'];
const SIGNALS = [undefined, null, 'yes', 'no', 'both'];

const areAgents = list =>
  Array.isArray(list) &&
  list.length <= 100 &&
  list.every(name => typeof name === 'string' && AGENT.test(name));

/** That the words for what was found do not contradict the findings. */
function isConsistent({ says, why, sha256 = null, bytes, away, missing, signal = null }) {
  const none = why === 'no-file';
  if ((sha256 === null) !== none || away.length + missing.length === 0) return false;
  if (none && (bytes !== 0 || signal !== null)) return false;
  if (says === 'denied')
    return why === 'ok' && away.length > 0 && missing.length === 0 && [null, 'no'].includes(signal);
  if (says === 'allowed')
    return why === 'ok' && away.length === 0 && [null, 'yes'].includes(signal);
  return why !== 'ok' && !(none && away.length > 0);
}

/**
 * Whether it is whole, and beside a reading of the chain.
 * @param {any} payload @param {number} seq @param {string[]} hashes of the links before
 * @param {{ payload: any }[]} entries the links before
 * @param {(value: unknown) => boolean} isTime
 */
export function isWitness(payload, seq, hashes, entries, isTime) {
  const { url, status, bytes, sha256, says, why, away, missing, signal } = payload;
  return (
    typeof url === 'string' &&
    ROBOTS.test(url) &&
    url.length <= 2000 &&
    within(status, 200, 599) &&
    within(bytes, 0, 65_536) &&
    ((sha256 ?? null) === null || (typeof sha256 === 'string' && HASH.test(sha256))) &&
    WITNESS_SAYS.includes(says) &&
    WITNESS_WHY.includes(why) &&
    areAgents(away) &&
    areAgents(missing) &&
    SIGNALS.includes(signal) &&
    isConsistent(payload) &&
    isBeside(payload, seq, hashes, entries, isTime)
  );
}

/**
 * What a file in public said, and whether that fits the reading beside it: the names of the
 * sentences to say, each with what stands in it; a text there is a literal one.
 * @param {any} entry @param {string} training of the reading beside it, '' where it is not there
 * @returns {(string | number)[][]}
 */
export function witnessSaid(entry, training) {
  const { away = [], missing = [] } = entry;
  const says = text(entry, 'says');
  const why = text(entry, 'why');
  const said = [['witnessKept', text(entry, 'url'), countOf(entry.of, 'seq')]];
  if (why === 'no-file') said.push(['witnessNone']);
  else if (says === 'denied') said.push(['witnessDenied', away.length]);
  else if (says === 'allowed') said.push(['witnessAllowed', missing.length]);
  else if (away.length > 0 && missing.length > 0)
    said.push(['witnessPartial', away.length, away.length + missing.length]);
  else said.push(['witnessUnknown', why]);
  const against = { denied: 'allowed', allowed: 'denied' };
  if (training !== '' && against[says] === training) said.push(['witnessAgainst']);
  return [...said, ['witnessOnly']];
}
