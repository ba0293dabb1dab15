// Questions 1 and 2 of docs/verdict.md: is this the account's settings page, and which element is
// the control? Pages on which people wrote the words, on which a switch is only shown, and on which
// two things could be meant.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRules, root } from '../../scripts/lib-rules.mjs';
import { wakes } from './lib/fixtures.mjs';
import { openPage } from './lib/page.mjs';

const rules = new Map(readRules().map(({ rule }) => [rule.id, rule]));
const LINKEDIN = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const PINTEREST = 'https://www.pinterest.com/settings/privacy/';
const DEEPSEEK = 'https://chat.deepseek.com/a/chat/s/4';
const CLAUDE = 'https://claude.ai/settings/data-privacy-controls';

/**
 * What was said at last: a training word, or null for silence. Nothing decisive may have been said
 * before an `unknown`.
 */
async function said(id, url, html) {
  const rule = rules.get(id);
  const page = await openPage({
    html: `<!doctype html><html lang="en"><head><title>x</title></head><body>${html}</body></html>`,
    url,
    rule,
  });
  if (wakes(rule, url)) page.start();
  await page.clock.advance(15000);
  const all = page.readings().map(message => message.reading);
  page.close();
  assert.deepEqual(page.errors, []);
  const decisive = new Set(
    all.map(reading => reading.training).filter(training => training !== 'unknown'),
  );
  assert.ok(decisive.size <= 1, 'never both');
  return {
    training: all.length ? ([...decisive][0] ?? 'unknown') : null,
    why: all.at(-1)?.why ?? null,
    sure: all.at(-1)?.sure ?? null,
  };
}

/**
 * @param {string} name
 * @param {[string, string, string]} page rule, address, body
 * @param {string|null} training
 * @param {string} [more] why or sure
 */
const sees = (name, [id, url, html], training, more) =>
  test(name, async () => {
    const it = await said(id, url, html);
    assert.equal(it.training, training, JSON.stringify(it));
    if (more) assert.ok([it.why, it.sure].includes(more), JSON.stringify(it));
  });

const row = (text, more = '') =>
  `<div class="row"><label for="t">${text}</label><input type="checkbox" role="switch" ` +
  `id="t" ${more}></div>`;
const CANVAS = 'Use your data to train Pinterest Canvas';
const IMPROVE = 'Improve the model for everyone';
const dialog = (inner, title = 'Settings') =>
  '<main><textarea></textarea></main><div role="dialog" aria-labelledby="d"><h2 ' +
  `id="d">${title}</h2>${inner}</div>`;

// The cases of the behaviour stage that need no step and no layout.
const cases = readFileSync(join(root, 'tests/behaviour/cases.json'), 'utf8')
  .split('\n')
  .map(line => line.trim().replace(/,$/, ''))
  .filter(line => line.startsWith('{'))
  .map(line => JSON.parse(line));
const STILL = [
  'words-of-people',
  'one-sign-twice',
  'false-reason',
  'odd-page',
  'elsewhere',
  'steady-page',
  'odd-words',
  'not-shown',
];
const LAYOUT = ['row-clipped-away', 'row-out-of-the-window'];
const MEANING = ['stale-aria-label-on-a-button', 'hidden-label-element'];
for (const it of cases.filter(
  one =>
    STILL.includes(one.kind) &&
    one.steps.length === 0 &&
    !LAYOUT.includes(one.id) &&
    !MEANING.includes(one.id),
)) {
  test(`${it.kind}: ${it.note} (${it.id})`, async () => {
    const rule = rules.get(it.rule);
    const html = readFileSync(join(root, 'tests/behaviour/pages', it.file), 'utf8')
      .replace(/\{\{allowed:(.*?)\}\}/g, it.truth?.[0]?.training === 'allowed' ? '$1' : '')
      .replace(/\{\{denied:(.*?)\}\}/g, it.truth?.[0]?.training === 'denied' ? '$1' : '');
    const page = await openPage({ html, url: it.url, rule });
    if (wakes(rule, it.url)) page.start();
    await page.clock.advance(16000);
    const all = page.readings().map(message => message.reading);
    page.close();
    const decisive = [
      ...new Set(all.map(reading => reading.training).filter(training => training !== 'unknown')),
    ];
    if (it.expect === 'none') assert.deepEqual(all, []);
    else assert.deepEqual(decisive, it.expect === 'unknown' ? [] : [it.expect]);
    assert.ok(!(it.notWhy ?? []).includes(all.at(-1)?.why), all.at(-1)?.why);
  });
}

// Over any address: two neighbours in the dialog that holds the control.
sees(
  'a dialog with two of the neighbours is the settings',
  [
    'deepseek',
    DEEPSEEK,
    dialog(`${row(IMPROVE)}<div><span>Shared links</span> <button>Manage</button></div>`),
  ],
  'denied',
);
sees('a dialog without them is not', ['deepseek', DEEPSEEK, dialog(row(IMPROVE), 'Welcome')], null);
sees('one neighbour is not enough', ['deepseek', DEEPSEEK, dialog(row(IMPROVE))], null);
sees(
  'neighbours behind the dialog are none of its own',
  [
    'deepseek',
    DEEPSEEK,
    '<div><h2>Settings</h2><p>Shared links</p><p>Delete all ' +
      `chats</p></div>${dialog(row(IMPROVE), 'New')}`,
  ],
  null,
);
sees(
  'an answer that lists the words of the settings is no settings page',
  [
    'deepseek',
    DEEPSEEK,
    '<main><div><h3>Settings</h3><ul><li><label><input type="checkbox" checked> ' +
      `${IMPROVE}</label></li><li><label><input type="checkbox"> Delete all ` +
      'chats</label></li><li><label><input type="checkbox"> Shared ' +
      'links</label></li></ul></div></main>',
  ],
  null,
);
sees(
  'a menu of the settings does not make a dialog beside it the settings',
  [
    'deepseek',
    DEEPSEEK,
    '<nav><a href="/a">Settings</a><a href="/b">Shared ' +
      `links</a></nav>${dialog(row(IMPROVE), 'Hello')}`,
  ],
  null,
);
sees(
  'a pane without a role that lies over the app',
  [
    'deepseek',
    DEEPSEEK,
    '<main><textarea></textarea></main><div><h2>Settings</h2><div ' +
      `class="tab">Data</div>${row(IMPROVE, 'checked')}</div>`,
  ],
  'allowed',
);
sees(
  'a switch without a name beside its text, in the settings',
  [
    'deepseek',
    DEEPSEEK,
    dialog(
      `<div>Data</div><div class="item"><div><div>${IMPROVE}</div><div>Allow your content to ` +
        'be used to train our models and improve our services.</div></div><div role="switch" ' +
        'tabindex="0" aria-checked="false"></div></div><div class="item"><span>Delete all ' +
        'chats</span><button>Delete all</button></div>',
    ),
  ],
  'denied',
  'likely',
);

// At an address that the rule knows.
const DEEP = 'Data for Generative AI Improvement';
const USE = 'Use my data for training content creation AI models';
const bare = beside =>
  `<main><h1>${DEEP}</h1><section><p>${USE}</p><div>${beside}<input type="checkbox" ` +
  'role="switch" checked></div></section></main>';
sees(
  'a nameless switch beside its label and a word of state',
  ['linkedin', LINKEDIN, bare('<span>On</span>')],
  'allowed',
  'likely',
);
for (const [what, beside] of Object.entries({
  'another label': '<span>Remember my language</span>',
  'a sentence': '<span>Send me news about the product.</span>',
  'another label in a shadow tree':
    '<x-t><template shadowrootmode="open"><span>Remember my language</span></template></x-t>',
}))
  sees(
    `a nameless switch under the label, beside ${what}, is another one`,
    ['linkedin', LINKEDIN, bare(beside)],
    'unknown',
  );
sees(
  'a name and a second sign: sure',
  [
    'linkedin',
    LINKEDIN,
    `<main><h1>Data for Generative AI Improvement</h1><p id="allowDataForGenerativeAI">Use ` +
      `my data for training content creation AI models</p><input type="checkbox" role="switch" ` +
      `aria-labelledby="allowDataForGenerativeAI"></main>`,
  ],
  'denied',
  'sure',
);
sees(
  'one element is one witness, however many locators it satisfies',
  [
    'grammarly',
    'https://account.grammarly.com/security/privacy',
    `<main><h1>Privacy</h1>${row('Product Improvement and Training')}</main>`,
  ],
  'denied',
  'likely',
);
for (const [name, html] of Object.entries({
  'an article': `<article><h2>News</h2>${row(CANVAS)}</article>`,
  'a feed': `<div role="feed"><div>${row(CANVAS)}</div></div>`,
  'a navigation': `<nav>${row(CANVAS)}</nav>`,
  'rendered Markdown': `<div class="markdown-body">${row(CANVAS)}</div>`,
  'something editable': `<div contenteditable="true">${row(CANVAS)}</div>`,
  'a figure': `<figure>${row(CANVAS)}<figcaption>So it looks</figcaption></figure>`,
  'a tour': `<div class="product-tour-step">${row(CANVAS)}</div>`,
  'a preview that nobody can press': `<div style="pointer-events:none">${row(CANVAS)}</div>`,
  'a piece of news': `<div class="whats-new"><h3>What’s new</h3>${row(CANVAS)}</div>`,
  'a picture of a box': `<div><label>${CANVAS} <input type="checkbox" checked tabindex="-1"></label></div>`,
  'an inert copy': `<div inert>${row(CANVAS)}</div>`,
  'a margin note without a neighbour': `<aside><h3>Soon</h3>${row(CANVAS)}</aside>`,
  'a table in which rows are picked':
    '<table><tr><td><input type="checkbox" aria-label="Use your data to train Pinterest ' +
    'Canvas"></td><td>Board</td></tr><tr><td><input type="checkbox" ' +
    'aria-label="Cats"></td><td>Board</td></tr></table>',
  'a dialog that lies over the settings':
    '<div role="dialog" aria-label="New terms"><h2>New ' +
    `terms</h2>${row(CANVAS, 'checked')}<button>Accept</button></div>`,
}))
  sees(
    `the label in ${name} is no setting`,
    ['pinterest', PINTEREST, `<main><h1>Privacy and data</h1>${html}</main>`],
    'unknown',
    'layout-changed',
  );
sees(
  'the setting beside somebody’s words is read',
  [
    'pinterest',
    PINTEREST,
    `<nav><label><input type="checkbox" checked> ${CANVAS}</label></nav><main><h1>Privacy ` +
      `and data</h1>${row(CANVAS)}</main>`,
  ],
  'denied',
);
sees(
  'a control without a name, alone in its row',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div><span>${CANVAS}</span><input type="checkbox" ` +
      'checked></div></main>',
  ],
  'allowed',
  'likely',
);
sees(
  'two controls without a name in one row',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div><span>${CANVAS}</span><input type="checkbox" ` +
      'checked><input type="checkbox"></div></main>',
  ],
  'unknown',
);
sees(
  'a drawn switch beside a box that picks the row',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div><label>${CANVAS} <input ` +
      'type="checkbox"></label><span class="toggle" tabindex="0">On</span></div></main>',
  ],
  'unknown',
  'ambiguous',
);
sees(
  'an unnamed switch beside a box that picks the row',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div><label>${CANVAS} <input ` +
      'type="checkbox"></label><span role="switch" aria-checked="true" ' +
      'tabindex="0"></span></div></main>',
  ],
  'unknown',
  'ambiguous',
);
sees(
  'a button that aria-describedby ties to its text',
  [
    'github',
    'https://github.com/settings/copilot/features',
    '<main><h2>Privacy</h2><div><div id="d">Allow GitHub to use my data for AI model ' +
      'training</div><div><button type="button" aria-haspopup="menu" ' +
      'aria-describedby="d">Disabled</button></div></div></main>',
  ],
  'denied',
  'likely',
);
for (const where of ['shadow', 'frame', 'dialog']) {
  const twin =
    `<p id="allowDataForGenerativeAI">Use my data for training content creation AI ` +
    `models</p><input type="checkbox" role="switch" aria-labelledby="allowDataForGenerativeAI" ` +
    `checked>`;
  const put = {
    shadow: `<x-app><template shadowrootmode="closed">${twin}</template></x-app>`,
    frame: `<iframe srcdoc='${twin}'></iframe>`,
    dialog:
      '<div role="dialog" aria-label="x"><h2>Data for Generative AI ' +
      `Improvement</h2>${twin}</div>`,
  };
  sees(
    `a twin in a ${where} is ambiguous`,
    [
      'linkedin',
      LINKEDIN,
      `<main><h1>Data for Generative AI Improvement</h1>${twin.replace(' checked', '')}` +
        `</main>${put[where]}`,
    ],
    'unknown',
    'ambiguous',
  );
}

// False reasons.
const password = (n, name = '') =>
  `<form>${name}${'<label>Password <input type="password"></label>'.repeat(n)}<button>` +
  'Go</button></form>';
sees(
  'a page to sign in at',
  ['pinterest', PINTEREST, `<main><h1>Log in</h1>${password(1, '<input type="email">')}</main>`],
  'unknown',
  'signed-out',
);
sees(
  'a form to change the password is none',
  ['pinterest', PINTEREST, `<main><h1>Hello</h1>${password(2)}</main>`],
  'unknown',
  'other-page',
);
sees(
  'a password asked for on the settings page is none',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1>${password(1, '<input type="email">')}</main>`,
  ],
  'unknown',
  'layout-changed',
);
sees(
  'a reworded label is a changed layout',
  [
    'github',
    'https://github.com/settings/copilot/features',
    '<main><label>Suggestions matching public code<select><option>Allow</option></select></' +
      'label><label>Allow GitHub to train on my data<select><option>Enabled</option></select></' +
      'label></main>',
  ],
  'unknown',
  'layout-changed',
);

// What a page may call its fields. jsdom lets a field shadow next to nothing of its form; the
// browsers let it shadow all, and so does this script. Names that jsdom's own selector engine reads
// from the element are left to the browsers.
const SHADOW =
  `<script>for (const form of document.forms) for (const field of form.elements) if ` +
  `(field.name) if (field.name !== 'parentElement') Object.defineProperty(form, field.name, { ` +
  `value: field });</script>`;
const NAMES = [
  'parentElement',
  'id',
  'labels',
  'form',
  'elements',
  'closest',
  'children',
  'childNodes',
  'isConnected',
  'getRootNode',
  'compareDocumentPosition',
  'getBoundingClientRect',
  'checkVisibility',
  'shadowRoot',
  'style',
];
for (const name of NAMES) {
  sees(
    `a field named ${name} around the control`,
    [
      'pinterest',
      PINTEREST,
      '<main><h1>Privacy and data</h1><form><input type="hidden" ' +
        `name="${name}">${row(CANVAS)}</form></main>${SHADOW}`,
    ],
    'denied',
  );
}
sees(
  'elements named as the document’s own parts',
  [
    'pinterest',
    PINTEREST,
    `${['body', 'createTreeWalker', 'getElementById', 'createRange'].map(name => `<img name="${name}" alt="">`).join('')}<main><h1>Privacy and data</h1>${row(CANVAS)}</main><script>const list = [...document.querySelectorAll('img[name]')]; for (const one of list) Object.defineProperty(document, one.name, { value: one, configurable: true });</script>`,
  ],
  'denied',
);
sees(
  'an address with a % that stands for nothing',
  ['youtube', 'https://studio.youtube.com/channel/UC%E0%A4%A', '<main><h1>Dashboard</h1></main>'],
  null,
);
sees(
  'a dialog of new terms over the settings dialog',
  [
    'claude',
    'https://claude.ai/new#settings/data-privacy-controls',
    '<div aria-hidden="true"><div role="dialog" aria-label="Settings" ' +
      'data-perf-screen="data-privacy-controls"><h2>Privacy</h2><p>Location ' +
      'metadata</p></div></div><div role="dialog"><h2>New ' +
      `terms</h2>${row('Help improve Claude', 'checked')}<button>Accept</button></div>`,
  ],
  'unknown',
);
const TERMS =
  link => `<div role="dialog" aria-modal="true"><h2>Actualizaciones</h2>${row('Ayudar a mejorar Claude', 'checked')}
  <button>Aceptar</button><p>${link}</p></div>`;
sees(
  'a dialog of new terms whose foot leads to other pages',
  ['claude', CLAUDE, TERMS('<a href="/privacy">Privacidad</a>')],
  'unknown',
);
sees(
  'a row that can be pressed around a box that the keyboard leaves out',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div tabindex="0" class="item"><label>${CANVAS} <input ` +
      'type="checkbox" tabindex="-1"></label></div></main>',
  ],
  'denied',
);
sees(
  'another blog than the one of the address',
  [
    'tumblr',
    'https://www.tumblr.com/settings/blog/alpha',
    '<main><h1>Blog settings</h1><section><h2>Visibility</h2>' +
      `${row('Prevent third-party sharing for beta.tumblr.com')}</section></main>`,
  ],
  'unknown',
);
sees(
  'the settings themselves',
  [
    'claude',
    CLAUDE,
    '<div role="dialog" aria-label="Settings" ' +
      'data-perf-screen="data-privacy-controls"><h2>Privacy</h2><p>Location ' +
      `metadata</p>${row('Help improve Claude', 'checked')}</div>`,
  ],
  'allowed',
);
