// The words at a control: what belongs to its row, what is shown, what stands before it (words.js),
// with the meaning that comes of it. One invented platform, one look at each page.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { box, LABEL, one } from './lib/exampler.mjs';

/** @param {string} main @param {string} why @param {boolean} [locked] @param {string} [html] */
const is = (main, why, locked = false, html = undefined) => {
  const got = one(main, html);
  assert.deepEqual([got?.meant.why, got?.meant.locked], [why, locked], got?.meant.because);
};

/** Not found, or found and not understood: both are no state. @param {string} main */
const unknown = main => assert.ok([undefined, 'unknown'].includes(one(main)?.training));

const OTHER =
  '<div class="row"><label for="o">Marketing e-mails</label><input type="checkbox" id="o"></div>';
const row = (label, more = '', control = box()) =>
  `${OTHER}<div class="row"><label for="t">${label}</label>${control}${more}</div>`;

test('a label tied by for, around, by id, or only near', () => {
  is(row(LABEL), 'ok');
  is(`${OTHER}<label>${box()} ${LABEL}</label>`, 'ok');
  is(`${OTHER}<div><p id="l">${LABEL}</p><div>${box('aria-labelledby="l"')}</div></div>`, 'ok');
  is(`${OTHER}<div><p>${LABEL}</p><div>${box()}</div></div>`, 'ok');
});

test('shown words against a hook, a name, a hidden label', () => {
  is(row('Leave my posts out'), 'layout-changed');
  is(`${OTHER}<div><p>Leave my posts out</p>${box(`aria-label="${LABEL}"`)}</div>`, 'conflict');
  is(
    `${OTHER}<div><label for="t" style="display:none">${LABEL}</label><span>Leave my posts ` +
      `out</span>${box()}</div>`,
    'conflict',
  );
  is(
    `${OTHER}<div><label for="t"><span style="display:none">Do not ` +
      `</span>${LABEL}</label>${box()}</div>`,
    'conflict',
  );
  is(`<h2>AI and you</h2>${row('Personal replies')}`, 'layout-changed');
});

test('hidden from assistive technology alone is still shown to people', () => {
  is(
    `${OTHER}<div><label for="t"><span aria-hidden="true">Do not ` +
      `</span><span>${LABEL}</span></label>${box()}</div>`,
    'layout-changed',
  );
});

test('a state word belongs to the row in which it is not alone', () => {
  is(row(LABEL, '<b>Off</b>', box('checked')), 'conflict');
  unknown(
    `${OTHER}<div class="row"><label>${LABEL} ${box()}</label><div class="toggle on" ` +
      'tabindex="0">On</div></div>',
  );
  is(
    `${OTHER}<div class="row"><label>${LABEL} ${box()}</label><div class="said">On</div></div>`,
    'conflict',
  );
  is(
    `${row(LABEL, '', box('checked'))}<div class="row"><span>Show AI content</span> ` +
      '<b>Off</b></div><p>Notifications about this: Off</p>',
    'ok',
  );
  is(
    `<div class="row"><label for="t">${LABEL}</label>${box('checked')}</div><div ` +
      'class="row"><span>Show AI content</span> <b>Off</b></div>',
    'ok',
  );
  is(row(LABEL, '<span>Off</span><span>On</span>', box('checked')), 'ok');
});

test('what stands before the row', () => {
  is(
    `${OTHER}<p>Opt out of:</p><div><label for="t">${LABEL}</label>${box()}</div>`,
    'layout-changed',
  );
  is(`<h3>Opt out</h3>${row(LABEL)}`, 'layout-changed');
  is(
    '<div class="row"><label for="o">Do not show ads</label><input type="checkbox" ' +
      `id="o"></div><div><label for="t">${LABEL}</label>${box()}</div>`,
    'ok',
  );
  is(
    '<div><input type="checkbox" id="o"><label for="o">Do not show ' +
      `ads</label></div><div><label for="t">${LABEL}</label>${box()}</div>`,
    'ok',
  );
  is(
    `<section><h2>Do not disturb</h2><p>Quiet hours.</p>${OTHER}</section><section><h2>AI ` +
      `and you</h2>${row(LABEL)}</section>`,
    'ok',
  );
});

/** @param {string} inner of what is put around two rows of one kind, ours the second */
const block = inner =>
  inner.replace(
    'ROWS',
    `<div class="row"><label for="o">Show my posts in ads</label>` +
      `<input type="checkbox" id="o"></div>
  <div class="row"><label for="t">${LABEL}</label>${box()}</div>`,
  );

test('a lead heads all rows of its block', () => {
  for (const lead of ['Do not:', 'Opt out of the following', 'Limit the use of my data for:']) {
    is(block(`<p>${lead}</p>ROWS`), 'layout-changed');
    is(block(`<div><p>${lead}</p></div><div>ROWS</div>`), 'layout-changed');
    is(block(`<h4>${lead}</h4>ROWS`), 'layout-changed');
    is(block(`<fieldset><legend>${lead}</legend>ROWS</fieldset>`), 'layout-changed');
    is(block(`<div role="group" aria-label="${lead}">ROWS</div>`), 'layout-changed');
    is(
      block(`<p id="g">${lead}</p><hr><div role="group" aria-labelledby="g">ROWS</div>`),
      'layout-changed',
    );
  }
  is(block('<p>Use my posts to:</p>ROWS'), 'ok');
  is(block('<div role="group" aria-label="Your choices">ROWS</div>'), 'ok');
  is(block('<p>We never sell what you write, and do not show it to anybody.</p>ROWS'), 'ok');
});

test('what a table, its column, or a line of captions says', () => {
  const table = (head, caption = '') => `<table>${caption}<tr><th>What</th>${head}</tr>
    <tr><td>Language</td><td>English</td></tr>
    <tr><td><label for="t">${LABEL}</label></td><td>${box()}</td></tr></table>`;
  is(table('<th>Opt out</th>'), 'layout-changed');
  is(table('<th>Blocked</th><th>More</th>'), 'layout-changed');
  is(table('<th>Allow</th>', '<caption>Opt out of</caption>'), 'layout-changed');
  is(table('<th>Allow</th>'), 'ok');
  is(
    block('<div class="cols"><span>Feature</span><span>Blocked</span></div>ROWS'),
    'layout-changed',
  );
  is(block('<div class="cols"><span>Feature</span><span>State</span></div>ROWS'), 'ok');
});

test('the label of one setting, and the switch of the next', () => {
  const bare = '<input type="checkbox" checked>';
  for (const html of [
    `<dl><dt>${LABEL}</dt><dd>Set in the app</dd><dt>Show AI content</dt><dd>${bare}</dd></dl>`,
    `<div><div>${LABEL}</div><a href="#">Manage</a><div>Mature content filter</div>${bare}</div>`,
    `<div><div>${LABEL}</div><div>Set in the app</div><div>Mature content ` +
      `filter</div>${bare}</div>`,
    `<div>${bare}<div>Mature content filter</div><div>${LABEL}</div></div>`,
  ])
    unknown(html);
  for (const html of [
    `<div><p>${LABEL}</p><p>Helps us to improve</p>${bare}</div>`,
    `<dl><dt>${LABEL}</dt><dd>${bare}</dd></dl>`,
    `<div>${bare}<span>${LABEL}</span></div>`,
    `<div><p>${LABEL}</p><p>Applies to all models.</p><p>We keep them for a year.</p>${bare}</div>`,
  ]) {
    assert.equal(one(html).training, 'allowed', html);
  }
});

test('headings that say whose settings they are, near and further out', () => {
  is(`<h2>Default for new team members</h2>${row(LABEL)}`, 'not-found');
  is(
    '<section><h1>Teen account: Lily</h1><section><h2>AI and ' +
      `you</h2>${row(LABEL)}</section></section>`,
    'not-found',
  );
  is(
    `<h2>Teen account: Lily</h2>${OTHER}<h2>AI and you</h2><div><label ` +
      `for="t">${LABEL}</label>${box()}</div>`,
    'ok',
  );
});

test('a description may deny what it likes; a link or a button in the row is no label', () => {
  is(
    row(LABEL, '<p>We never use private messages, and do not sell your posts to anybody.</p>'),
    'ok',
  );
  is(
    row(
      LABEL,
      '<a href="/optout">Opt out of e-mails</a> <button type="button">Do not show again</button>',
    ),
    'ok',
  );
});

test('somebody else decided: in this row or section, not in another row', () => {
  is(row(LABEL, '<p>Turned off by your organisation</p>'), 'ok', true);
  is(row(LABEL, '<p>Turned off by <b>your organisation</b></p>'), 'ok', true);
  is(
    '<div class="row"><label for="o">Marketing</label><input type="checkbox" ' +
      `id="o"><p>Managed by your organisation</p></div>${row(LABEL)}`,
    'ok',
  );
  is(row(LABEL, '<p style="display:none">Turned off by your organisation</p>'), 'ok');
});

test('a switch above that makes it void; drawn as not usable', () => {
  is(`<p>This is off, so the settings below have no effect.</p>${row(LABEL)}`, 'conflict');
  unknown(
    `${OTHER}<div class="row" style="pointer-events: none"><label ` +
      `for="t">${LABEL}</label>${box()}</div>`,
  );
  is(
    `${OTHER}<div class="row"><label for="t">${LABEL}</label>` +
      `${box('style="cursor: not-allowed"')}</div>`,
    'ok',
    true,
  );
});

test('words in pieces: elements, soft hyphens, spaces, bidi marks', () => {
  is(row('Use my&nbsp;<b>po</b><b>sts</b> to <i>tra&shy;in</i>\u200b AI\u200f'), 'ok');
  is(row('USE MY POSTS TO TRAIN AI.'), 'ok');
  is(row('Use my p\u043ests to train AI'), 'layout-changed');
});

test('fields whose names hide what the page would be asked by', () => {
  const names = [
    'parentElement',
    'childNodes',
    'textContent',
    'matches',
    'closest',
    'querySelector',
    'previousElementSibling',
    'localName',
  ];
  is(
    `<form>${names.map(name => `<input type="hidden" name="${name}">`).join('')}${row(LABEL)}` +
      '</form>',
    'ok',
  );
});

test('a page that the browser translated', () => {
  const font = value =>
    '<font style="vertical-align: inherit;"><font style="vertical-align: ' +
    `inherit;">${value}</font></font>`;
  const google = one(
    row(font('Meine Beiträge zum Trainieren verwenden')),
    '<html lang="de" class="translated-ltr">',
  );
  assert.deepEqual(
    [google.meant.why, google.meant.atMost, google.translated],
    ['ok', 'likely', true],
  );
  const reworded = one(
    row(font('Meine Beiträge nicht verwenden')),
    '<html lang="de" class="translated-ltr">',
  );
  assert.equal(reworded.training, 'unknown');
  assert.equal(one(row(LABEL)).translated, false);
});

test('another language, with the hook that says the direction', () => {
  assert.deepEqual(
    [one(row('Meine Beiträge zum Trainieren verwenden'), '<html lang="de">')].map(got => [
      got.training,
      got.sure,
    ]),
    [['denied', 'likely']],
  );
  assert.equal(
    one(row('Meine Beiträge nicht zum Trainieren verwenden'), '<html lang="de">').training,
    'unknown',
  );
});
