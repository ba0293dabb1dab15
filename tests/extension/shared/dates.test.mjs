// Days and ages, as a person is told them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ago, clock, day, dayWithAge, moment } from '../../../extension/shared/dates.js';

describe('dates', () => {
  const now = Date.parse('2026-11-24T12:00:00.000Z');
  test('ages are told up to a day, then the date', () => {
    assert.equal(ago('2026-11-24T11:59:40.000Z', 'en', now), 'now');
    assert.equal(ago('2026-11-24T11:55:00.000Z', 'en', now), '5 minutes ago');
    assert.equal(ago('2026-11-24T09:00:00.000Z', 'en', now), '3 hours ago');
    assert.match(ago('2026-11-01T09:00:00.000Z', 'en', now), /2026/);
  });
  test('a clock that was set back makes no negative age, and nonsense stays readable', () => {
    assert.equal(ago('2026-11-25T12:00:00.000Z', 'en', now), 'now');
    assert.equal(ago('soon', 'en', now), 'soon');
    assert.equal(day('soon', 'en'), 'soon');
  });
  test('an hour of the clock carries its zone, in every language', () => {
    const before = process.env.TZ;
    try {
      for (const [zone, name] of [
        ['Europe/Berlin', /\+1|MEZ|CET/],
        ['UTC', /UTC|GMT|غرينتش|عالمي/],
      ]) {
        process.env.TZ = zone;
        for (const locale of ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt-BR']) {
          const own = `${locale}-u-nu-latn-x-${zone.length}`; // a formatter of this zone
          assert.match(moment('2026-11-20T08:30:00.000Z', own), name, locale);
          assert.match(clock('2026-11-20T08:30:00.000Z', own), name, locale);
        }
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
  test('a plain date is that day in every time zone', () =>
    assert.equal(day('2026-10-02', 'en'), 'Oct 2, 2026'));
  test('a month is a month, never the first of it', () =>
    assert.equal(day('2026-10', 'en'), 'Oct 2026'));
  test('the age stands beside the date, and none beside a day to come', () => {
    const aged = iso => dayWithAge(iso, 'en', now);
    assert.equal(aged('2026-11-20'), 'Nov 20, 2026 (4 days ago)');
    assert.equal(aged('2026-10-02'), 'Oct 2, 2026 (7 weeks ago)');
    assert.equal(aged('2026-05'), 'May 2026 (6 months ago)');
    assert.equal(aged('2023-10-26'), 'Oct 26, 2023 (3 years ago)');
    assert.equal(aged('2026-12-01'), 'Dec 1, 2026');
    assert.equal(aged('soon'), 'soon');
  });
});
