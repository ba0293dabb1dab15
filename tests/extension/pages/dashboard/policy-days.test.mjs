// What the dashboard says of the days of a policy change.
import assert from 'node:assert/strict';
import { test } from 'node:test';

const AT = '2026-11-10T00:00:00.000Z';
globalThis.chrome = /** @type {any} */ ({
  i18n: {
    getMessage: (key, values = []) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')),
    getUILanguage: () => 'en',
  },
});
const noticed = 'policyNoticed Nov 10, 2026';
const said = async fields => {
  const { datesText } = await import('../../../../extension/pages/dashboard/policy/change.js');
  return datesText({ at: AT, verdict: 'alert', effective: null, days_left: null, ...fields });
};

test('one is the day; of several none is, and it is not said that there was none', async () => {
  assert.equal(
    await said({ effective: '2027-03-01', days: ['2027-03-01'], days_left: 111 }),
    `${noticed} policyAnnounced Mar 1, 2027 in 111 days`,
  );
  assert.equal(
    await said({ days: ['2027-03-01', '2027-04-01'] }),
    `${noticed} policyDays Mar 1, 2027 and Apr 1, 2027`,
  );
  assert.equal(await said({ days: [] }), `${noticed} policyNoDate`);
  assert.equal(await said({}), `${noticed} policyNoDate`, 'told by an older version');
});
