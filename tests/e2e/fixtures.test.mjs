// Every test page of every rule, in the real browsers under the platform's real address: the
// verdict of record.
//
// Several are read at a time, each in a window of its own: a tab behind another is not read. Of
// each platform a page that says a state or one that says none, in turns (where it has both), makes
// the normal run in Chromium, and of half the platforms the other one in Firefox; of one platform a
// quarter are read in each. OPTOUTLOG_FULL=1 reads everything in both. PLATFORM=<id>,<id> reads all
// pages of these alone.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { testPages } from '../server/pages.mjs';
import { runTest } from './lib/expect.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const WINDOWS = 4; // at a time
const STATES = ['allowed', 'denied'];
const SPECIMENS = new Set(['en', 'de', 'ar']);

const FIRST = new Set(['linkedin']);
const every = await testPages();

/** The pages that the normal run reads in one browser. @param {number} half 0 or 1 */
function specimens(half) {
  const platforms = [...new Set(every.map(({ platform }) => platform))];
  return platforms.flatMap((platform, turn) => {
    const pages = every.filter(page => page.platform === platform);
    if (FIRST.has(platform))
      return pages.filter(
        ({ test: it }, at) => (!it.lang || SPECIMENS.has(it.lang)) && at % 4 === half,
      );
    if (half === 1 && turn % 4 >= 2) return [];
    const isState = turn % 2 === half;
    const its = pages.find(({ expect }) => STATES.includes(expect.training) === isState);
    return [its ?? pages[0]];
  });
}

const only = process.env.PLATFORM?.split(',');
const full = process.env.OPTOUTLOG_FULL === '1';
/** @param {string} name of a browser */
const chosen = name =>
  only
    ? every.filter(({ platform }) => only.includes(platform))
    : full
      ? every
      : specimens(name === 'chromium' ? 0 : 1);
const steps = ({ test: it }) => [it, ...(it.then ?? [])];
/** The states that may be said of a page at all. */
const allowedStates = page =>
  new Set(
    steps(page)
      .map(({ expect }) => expect.training)
      .filter(training => STATES.includes(training)),
  );

function addressOf(page) {
  const url = new URL(page.url);
  if (page.test.lang) url.searchParams.set('lang', page.test.lang);
  return url.href;
}

function titleOf({ platform, name, expect, test: it }) {
  const said = expect.silent
    ? 'silent'
    : expect.form
      ? `form ${expect.form.join(', ')}`
      : `${expect.training} ${expect.why ?? ''}`;
  const language = it.lang ? ` in ${it.lang}` : '';
  const acts = it.then?.map(step => `${step.do}: ${step.expect.training}`).join(', ');
  return `${platform}/${name}${language}: ${said}${it.then ? `, then ${acts}` : ''}`;
}

for (const name of browsers) {
  describe(`test pages in ${name}`, () => {
    const pages = chosen(name);
    const world = useWorld(name);
    /** Tab → page, for what the log may hold. */
    const read = new Map();
    /** Page → what reading it came to: null, or the error. */
    const outcomes = new Map();

    async function look(page, open) {
      const visit = await open(addressOf(page), page.file);
      read.set(visit.tabId, page);
      try {
        await runTest(visit, page.test);
        if (allowedStates(page).size === 0)
          assert.ok(!['ON', 'OFF'].includes(await visit.badge()), 'the badge shows a state');
      } finally {
        await visit.close();
      }
    }

    /** Looks at `waiting`, so many at a time. */
    async function several(count, waiting, open) {
      await Promise.all(
        Array.from({ length: count }, async () => {
          for (let page = waiting.shift(); page; page = waiting.shift())
            outcomes.set(
              page,
              await look(page, open).then(
                () => null,
                error => error,
              ),
            );
        }),
      );
    }

    before(async () => {
      const beside = (url, file) => world().visitBeside(url, file);
      await several(WINDOWS, [...pages], beside);
      // A browser that did not come to answer in time is asked once more, one page at a time; what
      // was said wrong stands.
      const unanswered = pages.filter(
        page => outcomes.get(page) && !(outcomes.get(page) instanceof assert.AssertionError),
      );
      for (const page of unanswered)
        console.log(`# once more: ${page.platform}/${page.name}: ${outcomes.get(page)}`);
      await several(1, unanswered, beside);
    });

    test('there are pages, and negative ones among them', () => {
      assert.ok(pages.length > 0);
      assert.ok(pages.some(page => allowedStates(page).size === 0));
    });

    for (const page of pages) {
      test(titleOf(page), () => {
        if (outcomes.get(page)) throw outcomes.get(page);
        assert.ok(outcomes.has(page), 'it was not read');
      });
    }

    test('the log holds no state that came from a page without one', async () => {
      const said = new Map(
        (await world().heard())
          .filter(({ message }) => message.type === 'reading')
          .map(({ tab, message }) => [
            `${message.platform}/${message.reading.control}/${message.reading.at}`,
            tab,
          ]),
      );
      const states = (await world().history()).filter(entry => STATES.includes(entry.training));
      assert.equal(
        states.length > 0,
        pages.some(page => allowedStates(page).size > 0),
      );
      const wrong = states.filter(entry => {
        const page = read.get(said.get(`${entry.platform}/${entry.control}/${entry.at}`));
        // A page with two switches is judged by the one that its entry names; the other has an
        // entry of its own.
        const meant = !page?.test.control || page.test.control === entry.control;
        return !page || (meant && !allowedStates(page).has(entry.training));
      });
      assert.deepEqual(wrong, []);
    });

    test('nothing was asked of the web but the pages themselves', () => {
      const known = new Set(pages.map(page => new URL(page.url).hostname));
      const strange = world().server.requests.filter(
        ({ url }) => !known.has(new URL(url).hostname),
      );
      assert.deepEqual(strange, []);
    });
  });
}
