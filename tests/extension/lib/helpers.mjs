// Shared by the tests of the extension's logic: a storage area as the browsers', and samples of
// what crosses borders.
import { readFileSync } from 'node:fs';
import '../../lib/node18.mjs';

/**
 * A storage area in the shape of background/ground/store.js. Values are copied, as a browser does.
 */
export function memoryArea(start = {}) {
  const kept = new Map(Object.entries(structuredClone(start)));
  return {
    writes: 0,
    async get(key) {
      return structuredClone(kept.get(key));
    },
    async set(key, value) {
      this.writes += 1;
      kept.set(key, structuredClone(value));
    },
    async setAll(values) {
      this.writes += 1;
      for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
    },
    async remove(key) {
      kept.delete(key);
    },
    async all() {
      return structuredClone(Object.fromEntries(kept));
    },
  };
}

let last = 0;
/** An entry of a fresh id; `minutes` after a fixed start. */
export function entry(training, fields = {}) {
  last += 1;
  return {
    id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    at: time(last),
    platform: 'linkedin',
    control: 'genai-training',
    account: null,
    unit: null,
    basis: 'seen',
    training,
    why: training === 'unknown' ? 'layout-changed' : 'ok',
    sure: training === 'unknown' ? 'none' : 'sure',
    actor: 'none',
    raw: null,
    evidence: null,
    browser: 'chromium 156',
    ...fields,
  };
}

export function time(minutes) {
  return new Date(Date.UTC(2026, 10, 24) + minutes * 60_000).toISOString();
}

export function reading(training, fields = {}) {
  return {
    control: 'genai-training',
    training,
    why: training === 'unknown' ? 'layout-changed' : 'ok',
    sure: training === 'unknown' ? 'none' : 'sure',
    raw: 'on',
    basis: 'seen',
    by: ['role', 'attr'],
    label: 'Use my data',
    lang: 'en',
    account: null,
    unit: null,
    route: '/mypreferences/d/settings/data-for-ai-improvement',
    actor: 'none',
    at: time(0),
    how: training === 'unknown' ? null : 'loaded',
    visit: null,
    loadedAt: null,
    again: null,
    doubt: false,
    ...fields,
  };
}

/** A line as the log program's status tells it. */
export function line(training, fields = {}) {
  return {
    platform: 'linkedin',
    control: 'genai-training',
    account: null,
    unit: null,
    training,
    basis: 'seen',
    why: 'ok',
    sure: 'sure',
    since: time(0),
    seen: time(1),
    tried: time(1),
    stale: false,
    returned: false,
    answer: null,
    kept: 'confirmed',
    run: null,
    before: null,
    declared: null,
    form: null,
    ...fields,
  };
}

export const extension = new URL('../../../extension/', import.meta.url);

export function json(path) {
  return JSON.parse(readFileSync(new URL(path, extension), 'utf8'));
}

/** Lets everything that is already due run, without waiting for time. */
export async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
