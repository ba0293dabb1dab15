// What a rule must not be able to say. Each case takes a good rule, spoils one thing, and names
// what has to be found.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readRules } from '../../scripts/lib-rules.mjs';
import { findings, overlapFindings } from '../../scripts/lib-check.mjs';

const good = readRules().find(({ rule }) => rule.id === 'linkedin').rule;
const formRule = readRules().find(({ rule }) => rule.id === 'facebook').rule;

test('the rule that is spoiled below is good', () => assert.deepEqual(findings(good), []));

/** @type {[string, (rule: any) => void, RegExp, any?][]} */
const cases = [
  [
    'a one-sided reader (attr without off)',
    r => {
      r.controls[0].read = [{ from: 'attr', attr: 'data-state', on: ['checked'] }];
    },
    /controls\/0/,
  ],
  [
    'a one-sided reader (text without on)',
    r => {
      r.controls[0].read = [{ from: 'text', of: 'row', off: '@off' }];
    },
    /controls\/0/,
  ],
  [
    'a one-sided reader (state without off)',
    r => {
      r.controls[0].read = [{ from: 'state', on: ['checked'] }];
    },
    /controls\/0/,
  ],
  [
    'a reader with one list for both sides',
    r => {
      r.controls[0].read = [{ from: 'attr', attr: 'data-state', on: ['x'], off: ['x'] }];
    },
    /one list for on and off/,
  ],
  [
    'a reader on a class',
    r => {
      r.controls[0].read = [{ from: 'attr', attr: 'class', on: ['a'], off: ['b'] }];
    },
    /controls\/0/,
  ],
  [
    'no reader',
    r => {
      r.controls[0].read = [];
    },
    /read/,
  ],
  [
    'a fragile selector: nth-child',
    r => {
      r.controls[0].locate[0] = { by: 'css', role: ['switch'], selector: 'div:nth-child(3) input' };
    },
    /locate/,
  ],
  [
    'a fragile selector: long child chain',
    r => {
      r.controls[0].locate[0] = {
        by: 'css',
        role: ['switch'],
        selector: 'main > div > div > div > input',
      };
    },
    /locate/,
  ],
  [
    'a fragile selector: atomic class',
    r => {
      r.controls[0].locate[0] = { by: 'css', role: ['switch'], selector: '.css-175oi2r input' };
    },
    /locate/,
  ],
  [
    'a fragile selector: generated id',
    r => {
      r.pages[0].signature = { any: [{ css: '#ember12' }] };
    },
    /signature/,
  ],
  [
    'a role that is neither a role nor the name of a custom element',
    r => {
      r.controls[0].locate[0].role = ['toggle'];
    },
    /locate/,
  ],
  [
    'no source',
    r => {
      delete r.controls[0].source;
    },
    /source/,
  ],
  [
    'a source without a date',
    r => {
      delete r.controls[0].source.seen;
    },
    /seen/,
  ],
  [
    'a source that is not https',
    r => {
      r.controls[0].source.url = 'http://example.org';
    },
    /source\/url/,
  ],
  [
    'a scope line without a source',
    r => {
      delete r.controls[0].scope.covers[0].source;
    },
    /scope/,
  ],
  [
    'no negative page',
    r => {
      r.tests = r.tests.filter(t => t.expect.training !== 'unknown');
    },
    /negative pages, two are needed/,
  ],
  [
    'one negative page',
    r => {
      const negative = r.tests.find(t => t.expect.training === 'unknown');
      r.tests = [...r.tests.filter(t => t.expect.training !== 'unknown'), negative];
    },
    /1 negative pages/,
  ],
  [
    'no denied page',
    r => {
      r.tests = r.tests.filter(t => t.expect.training !== 'denied' && !t.then);
    },
    /none expects denied/,
  ],
  [
    'no allowed page',
    r => {
      r.tests = r.tests.filter(t => t.expect.training !== 'allowed' && !t.then);
    },
    /none expects allowed/,
  ],
  [
    'one negative page under two addresses',
    r => {
      const negative = r.tests.find(t => t.expect.training === 'unknown');
      r.tests = [
        ...r.tests.filter(t => t.expect.training !== 'unknown'),
        negative,
        { ...negative, url: `${negative.url}?again` },
      ];
    },
    /1 negative pages/,
  ],
  [
    'six tests of five pages',
    r => {
      r.tests = [...r.tests.slice(0, 5), { ...r.tests[0], url: `${r.tests[0].url}?again` }];
    },
    /5 pages, six are needed/,
  ],
  [
    'fewer than six tests',
    r => {
      r.tests = r.tests.slice(0, 5);
    },
    /tests/,
  ],
  [
    'a dangling key',
    r => {
      r.controls[0].locate[0].name = '@nothing';
    },
    /@nothing is used and not there/,
  ],
  [
    'a string that nothing uses',
    r => {
      r.strings.orphan = { en: ['Orphan'] };
    },
    /orphan is there and not used/,
  ],
  [
    'a page id that does not exist',
    r => {
      r.controls[0].page = 'nowhere';
    },
    /page nowhere does not exist/,
  ],
  [
    'two pages with one id',
    r => {
      r.pages.push(structuredClone(r.pages[0]));
    },
    /two pages have one id/,
  ],
  [
    'a page on which nothing is read',
    r => {
      r.pages.push({ ...structuredClone(r.pages[0]), id: 'idle' });
    },
    /nothing is read on idle/,
  ],
  [
    'an empty condition list',
    r => {
      r.pages[0].signature = { all: [] };
    },
    /signature/,
  ],
  [
    'conditions without any list',
    r => {
      r.pages[0].signature = {};
    },
    /signature/,
  ],
  [
    'a page without a signature',
    r => {
      delete r.pages[0].signature;
    },
    /needs a signature/,
  ],
  [
    'all locators css',
    r => {
      r.controls[0].locate = [
        { by: 'css', role: ['switch'], selector: 'input' },
        { by: 'css', role: ['switch'], selector: 'main input' },
      ];
    },
    /all locators are css/,
  ],
  [
    'only witnesses',
    r => {
      r.controls[0].locate = [
        { by: 'label', role: ['switch'], text: '@train' },
        { by: 'section', role: ['switch'], heading: '@title' },
      ];
    },
    /nothing could ever decide/,
  ],
  [
    'one locator',
    r => {
      r.controls[0].locate = r.controls[0].locate.slice(0, 1);
    },
    /locate/,
  ],
  [
    'nth without of',
    r => {
      r.controls[0].locate.push({ by: 'testid', role: ['switch'], value: 'x', nth: 1 });
    },
    /locate/,
  ],
  [
    'a plain http host',
    r => {
      r.hosts = ['http://www.linkedin.com/*'];
    },
    /hosts/,
  ],
  [
    'a host that covers everything',
    r => {
      r.hosts = ['https://*/*'];
    },
    /hosts/,
  ],
  [
    'a page outside the hosts',
    r => {
      r.pages[0].url.push('https://evil.example/settings');
    },
    /evil.example is not in hosts/,
  ],
  [
    'a page pattern that is no URLPattern',
    r => {
      r.pages[0].url.push('https://www.linkedin.com/((');
    },
    /not a URLPattern/,
  ],
  [
    'a deep link that is not the page',
    r => {
      r.pages[0].open = 'https://www.linkedin.com/feed/';
    },
    /open does not match/,
  ],
  [
    'an unknown field',
    r => {
      r.remote = 'https://example.org';
    },
    /additional/i,
  ],
  [
    'a training control that says nothing about training',
    r => {
      r.controls[0].onMeans = 'other';
    },
    /onMeans is "other" for a look-alike/,
  ],
  [
    'a look-alike with a polarity',
    r => {
      r.kind = 'not-training';
    },
    /onMeans is "other" for a look-alike/,
  ],
  [
    'polarity in words of its own',
    r => {
      r.controls[0].onMeans = 'on';
    },
    /onMeans/,
  ],
  [
    'grade D',
    r => {
      r.grade = 'D';
    },
    /grade/,
  ],
  [
    'grade U on a control',
    r => {
      r.controls[0].grade = 'U';
    },
    /grade/,
  ],
  [
    'a combination of nothing that is there',
    r => {
      r.controls.push({
        id: 'both',
        name: 'Both',
        combine: ['genai-training', 'gone'],
        source: r.controls[0].source,
        scope: r.controls[0].scope,
      });
    },
    /combines gone/,
  ],
  [
    'a test on a host of nobody',
    r => {
      r.tests[0].url = 'https://example.org/';
    },
    /is on no host of the rule/,
  ],
  [
    'a test page that is not there',
    r => {
      r.tests[0].file = 'missing.html';
    },
    /the page is not there/,
  ],
  [
    'a decoy that is also the page',
    r => {
      r.decoys.push({ id: 'self', url: [r.pages[0].url[0]], why: 'the page itself' });
    },
    /is also page genai/,
  ],
  [
    'no decoy and no word about it',
    r => {
      r.decoys = [];
      r.note = '';
      delete r.strings.partners;
      delete r.strings.research;
    },
    /decoys: none named/,
  ],
  [
    'what the scaffold left open',
    r => {
      r.note = 'TODO';
    },
    /TODO/,
  ],
  [
    'a form whose steps no page shows',
    r => {
      for (const t of r.tests) delete t.then;
    },
    /none shows the step submitted/,
    formRule,
  ],
  [
    'a form that claims a state',
    r => {
      r.forms[0].onMeans = 'opted-out';
    },
    /additional/i,
    formRule,
  ],
];

for (const [name, spoil, expected, base = good] of cases) {
  test(`rejected: ${name}`, () => {
    const rule = structuredClone(base);
    spoil(rule);
    const found = findings(rule);
    assert.ok(
      found.some(line => expected.test(line)),
      `expected ${expected}, found: ${found.join(' | ') || 'nothing'}`,
    );
  });
}

test('rejected: two rules on one host, also by wildcard', () => {
  const other = { ...structuredClone(good), id: 'other' };
  assert.ok(overlapFindings([good, other]).some(line => /both claim/.test(line)));
  other.hosts = ['https://*.linkedin.com/*'];
  assert.ok(overlapFindings([good, other]).some(line => /both claim/.test(line)));
});

test('allowed: one-character state words (开, 关)', () => {
  const rule = structuredClone(good);
  rule.strings.on['zh-CN'] = ['开'];
  rule.strings.off['zh-CN'] = ['关'];
  assert.deepEqual(findings(rule), []);
});
