// What is taken for a rule of the user's own: all of it is in the form, or none of it is taken.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { Refused } = await import('../../../../extension/background/own/check.js');
const { checkImport } = await import('../../../../extension/background/own/keep.js');
const { corrected, mendOf, withControl, withoutControl } =
  await import('../../../../extension/background/own/rule.js');
const { check } = await import('../../../../extension/background/border.js');
const { ownId, platformOf } = await import('../../../../extension/background/ground/own.js');

const ROLE = ['switch', 'checkbox'];
const draft = (label = 'Train AI') => ({
  kind: 'toggle',
  label,
  strings: { name: { en: [label] }, section: { en: ['Privacy'] } },
  page: { url: ['https://a-b.example.org/me/privacy'], signature: { any: [{ text: '@name' }] } },
  control: {
    onMeans: 'training',
    locate: [
      { by: 'role', role: ROLE, name: '@name' },
      { by: 'section', role: ROLE, heading: '@section' },
    ],
    read: [{ from: 'checked' }],
  },
  open: 'https://a-b.example.org/me/privacy',
});
const ANSWERS = {
  host: 'a-b.example.org',
  name: 'Example',
  unit: { is: 'account' },
  day: '2026-11-29',
};
const own = () => withControl(null, draft(), ANSWERS);
const file = rules => JSON.stringify({ format: 'opt-out-log-rules/1', rules });
const exported = () => {
  const { host, name, open, rule } = own();
  return structuredClone({ host, name, open, rule });
};

test('the id of a site can be turned back into its host', () => {
  assert.equal(ownId('a-b.example.org'), 'own-a--b-example-org');
  assert.notEqual(ownId('a.b.org'), ownId('a-b.org'));
});

test('a second control of a site is another one, and its words are its own', () => {
  const two = withControl(own(), draft('Share with partners'), ANSWERS);
  assert.deepEqual(
    two.rule.controls.map(({ id }) => id),
    ['ai-training', 'ai-training-2'],
  );
  assert.ok(two.rule.rev > own().rule.rev - 1);
  assert.equal(two.rule.controls[1].since, two.rule.rev);
  const one = withoutControl(two, 'ai-training');
  assert.deepEqual(Object.keys(one?.rule.strings ?? {}), [
    'ai-training-2-name',
    'ai-training-2-section',
  ]);
  assert.equal(withoutControl(own(), 'ai-training'), null);
});

test('what was read under another meaning proves nothing of this one', () => {
  const read = { ...own(), read: { 'ai-training': { on: 't', off: 't' } } };
  assert.equal(platformOf(read).own?.['ai-training'].proven, true);
  const turned = corrected(read, 'ai-training', { onMeans: 'opted-out' });
  assert.equal(platformOf(turned).own?.['ai-training'].proven, false);
  assert.equal(turned.rule.controls[0].onMeans, 'opted-out');
  assert.throws(() => corrected(read, 'ai-training', { onMeans: 'other' }), Refused);
});

test('a mend is an entry of the same control, with words and a page of its own', () => {
  const of = { platform: 'x', control: 'grok', host: ANSWERS.host, rev: 3 };
  const mend = mendOf(draft(), { ...of, unit: ANSWERS.unit, day: ANSWERS.day });
  assert.equal(mend.entry.id, 'grok');
  assert.equal(mend.entry.grade, 'C', 'never more than probable');
  assert.equal(mend.page.id, 'own-grok');
  assert.ok(Object.keys(mend.strings).every(key => key.startsWith('own-grok-')));
});

const OWN_ID = 'own-tab-id';
/** What a page of the site says of its control. */
function says(made, { rev = made.rule.rev, control = 'ai-training', page = control } = {}) {
  const reading = {
    control,
    training: 'denied',
    why: 'ok',
    sure: 'sure',
    raw: 'off',
    by: ['role'],
  };
  const its = { how: 'loaded', at: '2026-11-29T20:00:00.000Z', route: '/me/privacy' };
  const message = { v: 1, type: 'reading', platform: made.id, rev, page };
  return check(
    { ...message, reading: { ...reading, ...its } },
    { id: OWN_ID, url: made.open, frameId: 0, tab: { id: 1 } },
    OWN_ID,
    [platformOf(made)],
  );
}
const READ = { 'ai-training': { on: 't', off: 't' } };

describe('what a page says of it', () => {
  test('is probable until both states were read', () => {
    assert.equal(says(own())?.reading.sure, 'likely');
    assert.equal(says({ ...own(), read: { 'ai-training': { on: 't' } } })?.reading.sure, 'likely');
    assert.equal(says({ ...own(), read: READ })?.reading.sure, 'sure');
  });

  test('is nothing once it was removed, or means something else', () => {
    const made = own();
    assert.equal(says(made, { control: 'ai-training-2' }), null);
    const turned = corrected(made, 'ai-training', { onMeans: 'opted-out' });
    assert.equal(says(turned, { rev: made.rule.rev }), null);
    assert.notEqual(says(turned), null);
  });

  test('of a blog that the address does not name is never more than probable', () => {
    const of = named => withControl(null, draft(), { ...ANSWERS, unit: { is: 'blog', named } });
    assert.equal(says({ ...of('Fernweh'), read: READ })?.reading.sure, 'likely');
    assert.equal(says({ ...of('privacy'), read: READ })?.reading.sure, 'sure');
  });

  test('is probable where a rule was mended', () => {
    const made = own();
    const mended = { ...platformOf(made), own: undefined, mended: { grok: '2026-11-29' } };
    const reading = { control: 'grok', training: 'denied', why: 'ok', sure: 'sure', by: [] };
    const said = page =>
      check(
        {
          ...{ v: 1, type: 'reading', platform: made.id, rev: 1, page },
          reading: { ...reading, how: 'loaded', at: '2026-11-29T20:00:00.000Z' },
        },
        { id: OWN_ID, url: made.open, frameId: 0, tab: { id: 1 } },
        OWN_ID,
        [mended],
      )?.reading;
    assert.deepEqual([said('own-grok')?.sure, said('own-grok')?.mended], ['likely', '2026-11-29']);
    assert.deepEqual([said('settings')?.sure, said('settings')?.mended], ['sure', undefined]);
  });
});

describe('a file', () => {
  test('that was saved is taken', () => {
    assert.deepEqual(checkImport(file([exported()])), [exported()]);
  });

  const spoilt = {
    'no JSON': [() => '{', 'file'],
    'another format': [() => JSON.stringify({ format: 'x', rules: [] }), 'format'],
    'no rule': [() => file([]), 'rules'],
    'the same host twice': [() => file([exported(), exported()]), 'rules[1].host'],
    'a script beside it': [it => (it.script = 'alert(1)'), 'rules[0].script'],
    'code in a locator': [
      it => (it.rule.controls[0].locate[0].code = '()'),
      'rules[0].rule.controls[0].locate[0].code',
    ],
    'a selector of its own': [
      it => (it.rule.controls[0].locate[0] = { by: 'css', role: ['switch'], selector: '*' }),
      'rules[0].rule.controls[0].locate[0].selector',
    ],
    'a hook with a quote': [
      it =>
        (it.rule.controls[0].locate[0] = {
          by: 'attr',
          role: ['switch'],
          attr: 'id',
          value: 'a"],*',
        }),
      'rules[0].rule.controls[0].locate[0].value',
    ],
    'an address of another host': [
      it => (it.rule.pages[0].url = ['https://other.example.org/me']),
      'rules[0].rule.pages[0].url[0]',
    ],
    'a pattern for every address': [
      it => (it.rule.pages[0].url = ['https://a-b.example.org/*']),
      'rules[0].rule.pages[0].url[0]',
    ],
    'a group in an address': [
      it => (it.rule.pages[0].url = ['https://a-b.example.org/:unit']),
      'rules[0].rule.pages[0].url[0]',
    ],
    'an address with a query': [
      it => (it.open = 'https://a-b.example.org/me?token=1'),
      'rules[0].open',
    ],
    'no https': [it => (it.open = 'http://a-b.example.org/me'), 'rules[0].open'],
    'a host that is none': [it => (it.host = 'localhost'), 'rules[0].host'],
    'a key that is not there': [
      it => (it.rule.controls[0].locate[0].name = '@other'),
      'rules[0].rule.controls[0].locate[0].name',
    ],
    'a name without end': [it => (it.name = 'x'.repeat(101)), 'rules[0].name'],
    'a control character': [it => (it.name = 'a\u001b[2J'), 'rules[0].name'],
    'a meaning that is none': [
      it => (it.rule.controls[0].onMeans = 'other'),
      'rules[0].rule.controls[0].onMeans',
    ],
    'readings of somebody': [it => (it.read = {}), 'rules[0].read'],
  };
  for (const [name, [spoil, at]] of Object.entries(spoilt)) {
    test(`with ${name} is refused, and says where`, () => {
      const rule = exported();
      const made = spoil(rule);
      const text = typeof made === 'string' && /^[{]/.test(made) ? made : file([rule]);
      assert.throws(
        () => checkImport(text),
        error => error instanceof Refused && error.message === at,
      );
    });
  }

  test('that is too large is refused', () => {
    assert.throws(() => checkImport(' '.repeat(1_000_001)), Refused);
  });
});
