// What the dashboard is given: entries of some days ago, a platform, a line.
import { entry } from './helpers.mjs';

export const DAY = 86_400_000;
export const NOW = new Date('2026-11-24T12:00:00.000Z');
/** An entry of so many days ago. */
export const on = (days, training, fields = {}) =>
  entry(training, {
    at: new Date(NOW.getTime() - days * DAY).toISOString(),
    how: training === 'unknown' || fields.actor === 'user' ? null : 'loaded',
    ...fields,
  });
export const platform = (id, fields = {}) => ({
  id,
  name: id.toUpperCase(),
  hosts: [],
  open: `https://${id}.example/`,
  kind: 'toggle',
  grade: 'B',
  controls: [{ id: 'c', name: 'Control C' }],
  rev: 1,
  seen: '2026-10-02',
  ...fields,
});
export const line = (fields = {}) => ({
  platform: 'linkedin',
  control: 'genai-training',
  account: null,
  unit: null,
  training: 'unknown',
  basis: 'form',
  why: 'ok',
  since: '',
  seen: null,
  tried: null,
  returned: false,
  stale: false,
  sure: 'sure',
  kept: 'confirmed',
  ...fields,
});
