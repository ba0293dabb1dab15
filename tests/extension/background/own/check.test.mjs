// What is taken for a rule of the user's own: all of it is in the form, or none of it is taken.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { Refused } = await import('../../../../extension/background/own/check.js');
const { checkImport } = await import('../../../../extension/background/own/keep.js');
const { corrected, mendOf, withControl, withoutControl } =
  await import('../../../../extension/background/own/rule.js');
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
  const { host, name, pointed, open, rule } = own();
  return structuredClone({ host, name, pointed, open, rule });
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
  assert.equal(two.rule.rev, 2);
  const one = withoutControl(two, 'ai-training');
  assert.deepEqual(Object.keys(one?.rule.strings ?? {}), [
    'ai-training-2-name',
    'ai-training-2-section',
  ]);
  assert.equal(withoutControl(own(), 'ai-training'), null);
});

test('what was read under another meaning proves nothing of this one', () => {
  const read = { ...own(), read: { 'ai-training': { on: 't', off: 't' } } };
  assert.deepEqual(platformOf(read).own?.proven, ['ai-training']);
  const turned = corrected(read, 'ai-training', { onMeans: 'opted-out' });
  assert.deepEqual(platformOf(turned).own?.proven, []);
  assert.equal(turned.rule.controls[0].onMeans, 'opted-out');
  assert.throws(() => corrected(read, 'ai-training', { onMeans: 'other' }), Refused);
});

test('a mend is an entry of the same control, with words and a page of its own', () => {
  const of = { platform: 'x', control: 'grok', host: ANSWERS.host, rev: 3 };
  const mend = mendOf(draft(), { ...of, unit: ANSWERS.unit, day: ANSWERS.day });
  assert.equal(mend.entry.id, 'grok');
  assert.equal(mend.page.id, 'own-grok');
  assert.ok(Object.keys(mend.strings).every(key => key.startsWith('own-grok-')));
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
