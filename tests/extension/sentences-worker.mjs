// In one language: what popup, badge, strip, dashboard, alarm and notification say for each case of
// sentences-cases.mjs, and with which messages. A thread of its own for each language, since the
// extension asks for its language once.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { JSDOM } from 'jsdom';

const { locale } = workerData;
const messages = JSON.parse(
  readFileSync(
    new URL(`../../extension/_locales/${locale}/messages.json`, import.meta.url),
    'utf8',
  ),
);
/** Messages asked for since it was emptied. */
let asked = [];

globalThis.chrome = {
  runtime: { getManifest: () => ({ version: '0' }), getURL: path => path },
  i18n: {
    getUILanguage: () => 'en-GB',
    getMessage(key, values = []) {
      const found = messages[key];
      if (!found) return '';
      if (key !== 'localeTag') asked.push(key);
      return found.message.replace(
        /\$([A-Za-z_]+)\$/g,
        (_whole, name) =>
          values[Number(found.placeholders[name.toLowerCase()].content.slice(1)) - 1] ?? '',
      );
    },
  },
};
const { window } = new JSDOM('<!doctype html>');
for (const name of ['document', 'Node', 'CSS']) globalThis[name] ??= window[name];

const { badgeOf, titleOf } = await import('../../extension/background/tab/badge.js');
const { noticeOf } = await import('../../extension/background/alert/notice.js');
const { countsOf } = await import('../../extension/shared/counts.js');
const { rowsOf } = await import('../../extension/pages/dashboard/log/rows.js');
const { controlsTable } = await import('../../extension/pages/dashboard/log/table.js');
const { viewOf } = await import('../../extension/pages/popup/sentence.js');
const { stripBlock } = await import('../../extension/pages/popup/strip.js');
const { sentenceBlock } = await import('../../extension/pages/popup/verdict.js');
const { perhapsBlocks, returnedBlocks } = await import('../../extension/shared/returned.js');
const { returnOf } = await import('../../extension/shared/standing.js');
const { NOW, cases } = await import('./sentences-cases.mjs');
Date.now = () => NOW; // "at 18:05" is of today

/** What `make` says, and with which messages. */
function heard(make) {
  asked = [];
  const text = make();
  return { text: text.replace(/[\u2066-\u2069]/g, ''), keys: [...new Set(asked)] };
}

const text = nodes => nodes.map(node => node.textContent).join(' | ');
const parts = nodes =>
  nodes
    .flatMap(node =>
      [...node.querySelectorAll('h1, h2, p, li, dd')].filter(one => one.tagName !== 'BUTTON'),
    )
    .map(one => one.textContent.trim())
    .filter(Boolean)
    .join(' | ');

/** What the popup gets to know of a case. */
function stateOf({ platform, page, lines }) {
  const { name, open, trainers } = platform;
  const alerted = kind =>
    lines.filter(line => returnOf(line) === kind).map(line => ({ ...line, name, open, trainers }));
  return {
    tab: {
      id: 1,
      platform,
      granted: true,
      state: page,
      line: null,
      lines,
      without: null,
      health: null,
    },
    returned: alerted(true),
    perhaps: alerted('perhaps'),
    anyGranted: true,
  };
}

/** What a row of the dashboard says. */
function rowSays(row) {
  const cells = () => {
    const table = controlsTable([row], { column: 'state', direction: 1 }, {});
    return text([...table.querySelectorAll('tbody td')].slice(1, 5));
  };
  return { state: row.state, weight: row.weight, ...heard(cells) };
}

function saysOf(each) {
  const { name, about, platform, page, lines } = each;
  const state = stateOf(each);
  const { returned, perhaps } = state;
  const view = viewOf(state, NOW);
  const badge = badgeOf(page);
  const sentence = () => sentenceBlock(view, state, 'h1');
  return {
    name,
    about,
    headline: heard(() => sentence()[0].textContent),
    popup: heard(() => text(sentence())),
    tone: sentence()[0].className.match(/state-(\S+)/)[1],
    badge: {
      ...heard(() => (page ? titleOf(badge, platform) : '')),
      letters: badge.text,
      grey: badge.likely || badge.text === '?',
    },
    strip: heard(() => text(stripBlock(countsOf([platform], lines)).slice(1))),
    kind: Object.entries(countsOf([platform], lines)).find(([, number]) => number > 0)[0],
    row: rowsOf([platform], lines, [platform.id]).map(rowSays),
    alarm: heard(() => parts(returnedBlocks(returned, () => {}))),
    perhaps: heard(() => parts(perhapsBlocks(perhaps, () => {}))),
    notice: heard(() =>
      returned.map(line => Object.values(noticeOf(line, platform)).join(' | ')).join(' || '),
    ),
  };
}

parentPort.postMessage(cases.map(saysOf));
