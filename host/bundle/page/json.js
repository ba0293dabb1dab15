// JSON, strictly: what JSON.parse takes without a word (a key twice in one object, which lets two
// readers see two things) is no JSON here.
import { isWellFormed } from './bytes.js';

const DEEPEST = 32;

/**
 * @param {string} text
 * @returns {unknown} undefined where it is no JSON
 */
export function parseStrictly(text) {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return isStrict(text) ? JSON.parse(text.replace(TOKENS, wholeOnly)) : undefined;
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|-?\d[\d.eE+-]*/g;

/**
 * What is not written as a whole number is none: 4.0 and 1e3 are read as a fraction.
 * @param {string} token
 */
const wholeOnly = token => (/^-?\d/.test(token) && /[.eE]|^-0/.test(token) ? '0.5' : token);

/** Of a text that JSON.parse takes. @param {string} text */
function isStrict(text) {
  /** The keys of the objects around the place, null for a list. @type {(Set<string> | null)[]} */
  const around = [];
  let key = false;
  for (const [token] of text.matchAll(TOKENS)) {
    const keys = around[around.length - 1];
    if (token === '{' || token === '[') {
      around.push(token === '{' ? new Set() : null);
      if (around.length > DEEPEST) return false;
      key = token === '{';
    } else if (token === '}' || token === ']') {
      around.pop();
      key = false;
    } else if (token === ',') {
      key = keys !== null && keys !== undefined;
    } else if (token === ':') {
      key = false;
    } else if (token[0] === '"') {
      const said = JSON.parse(token);
      if (!isWellFormed(said)) return false;
      if (key && keys) {
        if (keys.has(said)) return false;
        keys.add(said);
      }
    } else if (!Number.isFinite(Number(token))) {
      return false;
    }
  }
  return true;
}

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isObject = value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
