// What does On mean, where the control's name is hidden and a word of state stands beside it: the
// words that are shown lie in outer boxes, behind links, in sections, in the button of an
// accordion. And which words of state are captions.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { openPage } from './lib/page.mjs';
import { ruleOf } from './lib/run.mjs';

const LABEL = 'Help improve Claude';
const HIDDEN =
  '<label style="position:absolute;clip:rect(0,0,0,0)" for="i">' +
  `${LABEL}</label><input id="i" type="checkbox" role="switch" checked>`;
const BOX = `<div class="toggle"><span>On</span>${HIDDEN}</div>`;
const SHOWN = `<p id="l">${LABEL}</p>`;
const SWITCH = '<input type="checkbox" role="switch" aria-labelledby="l" checked>';

/** @param {string} body @param {string} [lang] */
async function reading(body, lang = 'en') {
  const page = await openPage({
    html:
      `<!doctype html><html lang="${lang}"><body>` +
      `<main data-perf-screen="data-privacy-controls"><h1>Privacy</h1>${body}</main></body></html>`,
    url: 'https://claude.ai/settings/data-privacy-controls',
    rule: ruleOf('claude'),
  });
  page.start();
  await page.clock.advance(25000);
  const last = page.last();
  page.close();
  return last?.training === 'unknown' ? last.why : last?.training;
}

/** @param {Record<string, string>} bodies name -> body @param {string} expected */
async function all(bodies, expected) {
  for (const [name, body] of Object.entries(bodies))
    assert.equal(await reading(body), expected, name);
}

test('other words farther out are met past links, badges, sections and many boxes', async () => {
  const other = 'Keep my chats out of training';
  await all(
    {
      link: `<div><p>${other}</p><div>${BOX}<a href="/help">Learn more</a></div></div>`,
      button: `<div><p>${other}</p><div>${BOX}<button type="button">More</button></div></div>`,
      badge: `<div><p>${other}</p><div>${BOX}<span>New</span></div></div>`,
      section: `<section><p>${other}</p>${BOX}</section>`,
      group: `<div role="group"><span>${other}</span>${BOX}</div>`,
      form: `<form><p>${other}</p>${BOX}</form>`,
      fieldset: `<fieldset><legend>Private chats only</legend>${BOX}</fieldset>`,
      heading: `<section><h2>Ads of our partners</h2>${BOX}</section>`,
      far: `<div><p>${other}</p>${'<div>'.repeat(12)}${BOX}${'</div>'.repeat(12)}</div>`,
    },
    'conflict',
  );
});

test('a refusal above a hidden name, in a name of the group or an accordion’s button', async () => {
  const refusal = 'Do not train on my chats';
  await all(
    {
      named: `<div role="group" aria-label="${refusal}">${BOX}</div>`,
      row: `<div><p>${refusal}</p></div>${BOX}`,
      accordion: `<h3><button aria-expanded="true">${refusal}</button></h3><div>${BOX}</div>`,
      region:
        `<div><button id="b" aria-expanded="true">${refusal}</button></div>` +
        `<div role="region" aria-labelledby="b">${BOX}</div>`,
      details: `<details open><summary>${refusal}</summary>${BOX}</details>`,
    },
    'conflict',
  );
  const row = `<div>${SHOWN}${SWITCH}</div>`;
  assert.equal(
    await reading(`<h3><button aria-expanded="true">${refusal}</button></h3>${row}`),
    'layout-changed',
  );
});

test('a hidden name with its state alone, or with the same words shown', async () => {
  await all(
    {
      alone: BOX,
      link: `<section>${BOX}<a href="/help">Learn more</a></section>`,
      copy: `<section><p>${LABEL}</p><div>${BOX}<a href="/help">Learn more</a></div></section>`,
      accordion: `<h3><button>Training</button></h3><div>${SHOWN}${SWITCH}</div>`,
      help: `<h3>Training <a href="/help">How to opt out</a></h3><div>${SHOWN}${SWITCH}</div>`,
    },
    'allowed',
  );
});

test('two captions stand in one box; a state word in another says what it says', async () => {
  await all(
    {
      cells: `<table><tr><td>${SHOWN}</td><td>Off</td><td>${SWITCH}</td><td>On</td></tr></table>`,
      row: `<div>${SHOWN}<span>Off</span>${SWITCH}<span>On</span></div>`,
    },
    'allowed',
  );
  await all(
    {
      // only a picture could tell these two from a chip above the control
      inner: `<div>${SHOWN}<div><span>Off</span>
        <label>${SWITCH}<span>On</span></label></div></div>`,
      outer: `<div>${SHOWN}<div><div><span>Off</span>${SWITCH}</div><div>On</div></div></div>`,
      chip: `<div>${SHOWN}<div>Disabled</div><div>${SWITCH}<span>On</span></div></div>`,
      status: `<div>${SHOWN}${SWITCH}<span>On</span><div>Status: Off</div></div>`,
      currently: `<div>${SHOWN}${SWITCH}<span>On</span><div>Currently off</div></div>`,
      header: `<div><div>${SHOWN}<b>Off</b></div><div>${SWITCH}<span>On</span></div></div>`,
      after: `<div>${SHOWN}<div>${SWITCH}<span>On</span></div><p>Off</p></div>`,
      same: `<div>${SHOWN}<div><div>${SWITCH}<span>On</span></div><small>Off</small></div></div>`,
      outside: `<div>${SHOWN}<div>${SWITCH}<span>On</span></div></div><p>Disabled</p>`,
      before: `<div><span>Off</span><div>${SHOWN}<div>${SWITCH}<span>On</span></div></div></div>`,
    },
    'conflict',
  );
});
