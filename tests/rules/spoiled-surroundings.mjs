// A good rule spoiled in what stands around its controls (sources, pages, hosts, words, tests):
// what is spoiled, how, and what has to be found. rejections.test.mjs holds the check to it.

/** @type {[string, (rule: any) => void, RegExp][]} */
export const spoiledSurroundings = [
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
];
