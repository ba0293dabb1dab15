// Question 1 of docs/verdict.md: is this the account's settings page? Pages on which people wrote
// the words, dialogs over any address, and reasons that would be false.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib-rules.mjs';
import { wakes } from './lib/fixtures.mjs';
import { openPage } from './lib/page.mjs';
import { CLAUDE, DEEPSEEK, dialog, IMPROVE, PINTEREST, row, rules, sees } from './lib/place.mjs';

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
/** Minutes in jsdom: the behaviour stage has it, and it is enough to read it there. */
const HUGE = ['thirty-thousand-elements'];
const LAYOUT = ['row-clipped-away', 'row-out-of-the-window'];
const MEANING = ['stale-aria-label-on-a-button', 'hidden-label-element'];
for (const it of cases.filter(
  one =>
    STILL.includes(one.kind) &&
    one.steps.length === 0 &&
    !HUGE.includes(one.id) &&
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
const TERMS = link =>
  '<div role="dialog" aria-modal="true"><h2>Actualizaciones</h2>' +
  `${row('Ayudar a mejorar Claude', 'checked')}
  <button>Aceptar</button><p>${link}</p></div>`;
sees(
  'a dialog of new terms whose foot leads to other pages',
  ['claude', CLAUDE, TERMS('<a href="/privacy">Privacidad</a>')],
  'unknown',
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
