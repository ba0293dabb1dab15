// A good rule spoiled in how a control is found, read and understood: what is spoiled, how, and
// what has to be found. rejections.test.mjs holds the check to it.

/** @type {[string, (rule: any) => void, RegExp][]} */
export const spoiledControls = [
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
];
