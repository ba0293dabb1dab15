// Whose tab it is: a round of checks closes what it opened, and nothing that is the user's.
import assert from 'node:assert/strict';
import { afterEach, before, describe, test } from 'node:test';
import { makeBrowser } from '../../lib/browser.mjs';
import { reading } from '../../lib/helpers.mjs';

const { api, session, tabs, closed } = makeBrowser();
const { outcomeOf } = await import('../../../../extension/background/round/plan.js');
const { roundState } = await import('../../../../extension/background/round/kept.js');
const { roundTabShown, roundWindowShown } =
  await import('../../../../extension/background/round/hands.js');
const { checkRound, resumeRound, skipStep, stopRound } =
  await import('../../../../extension/background/round/round.js');

const URL_OF = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const step = outcome => ({
  platform: 'linkedin',
  name: 'LinkedIn',
  url: URL_OF,
  outcome,
  why: null,
});
const running = (fields, ...steps) =>
  session.set('round', {
    state: 'running',
    started: '',
    steps,
    others: [],
    at: 0,
    tab: null,
    since: 0,
    ...fields,
  });
const put = id => tabs.set(id, { id, url: URL_OF, active: false });

afterEach(async () => {
  await stopRound();
  tabs.clear();
  closed.length = 0;
});

test('a tab that there was no time to note is found again, and no second one opened', async () => {
  put(1);
  await running({ theirs: [] }, step('open'));
  assert.equal((await resumeRound()).tab, 1);
  assert.equal(tabs.size, 1);
});

test("the user's own tab of the same page is never taken for the round's, nor closed", async () => {
  put(1);
  await running({}, step('waiting'));
  const { tab, theirs } = await resumeRound();
  assert.deepEqual(theirs, [1]);
  tabs.delete(tab);
  // as it is when the background ended between noting and opening
  await running({ theirs }, step('open'));
  const again = await resumeRound();
  assert.notEqual(again.tab, 1);
  await skipStep();
  assert.deepEqual(closed, [again.tab]);
});

test('a tab that the user has turned to stays open, also after the user turned away', async () => {
  await running({}, step('waiting'), step('waiting'));
  const { tab } = await resumeRound();
  await roundTabShown(tab);
  const next = await skipStep();
  assert.deepEqual(closed, []);
  assert.notEqual(next.tab, tab);
  await stopRound();
  assert.deepEqual(closed, [next.tab], "the next one is the round's again");
});

test("what the user went to see in the round's tab is no outcome of the platform", async () => {
  await running({}, step('waiting'));
  const { tab } = await resumeRound();
  const of = platform =>
    session.set(`tab:${tab}`, {
      platform,
      place: '',
      settling: false,
      rev: 1,
      readings: [reading('denied', { sure: 'likely' })],
      form: null,
    });
  await of('x');
  await session.set('round', { ...(await roundState()), since: Date.now() - 9_000 });
  assert.equal((await checkRound()).steps[0].outcome, 'elsewhere');
  await running({ tab }, step('open'));
  await of('linkedin');
  const [{ outcome, likely }] = (await checkRound()).steps;
  assert.deepEqual(
    [outcome, likely],
    ['denied', true],
    'and what was only probable stays probable',
  );
});

test('an alarm of the step before ends nothing that was just opened', async () => {
  await running({}, step('waiting'));
  const { tab } = await resumeRound();
  Object.assign(tabs.get(tab), { status: 'complete', url: 'about:blank' });
  assert.equal((await checkRound()).steps[0].outcome, 'open');
  await session.set('round', { ...(await roundState()), since: Date.now() - 9_000 });
  assert.equal((await checkRound()).steps[0].outcome, 'elsewhere');
});

test('what somebody changed there, and what a document of before draws, is no outcome', () => {
  const state = (...readings) => ({
    platform: 'linkedin',
    place: '',
    settling: false,
    rev: 1,
    readings,
    form: null,
  });
  assert.equal(outcomeOf(state(reading('denied', { how: 'changed', sure: 'likely' }))), null);
  assert.equal(
    outcomeOf(state(reading('denied', { again: 'old', sure: 'likely' }))).outcome,
    'unknown',
  );
  assert.equal(outcomeOf(state(reading('denied', { how: 'loaded' }))).outcome, 'denied');
});

describe('in a window of its own, where its pages are shown', () => {
  const windows = new Set();
  before(() => {
    const { create, remove } = api.tabs;
    let last = 0;
    api.tabs.create = async options => {
      const tab = await create(options);
      return Object.assign(tab, { windowId: options.windowId ?? 1 });
    };
    api.tabs.remove = async id => {
      const { windowId } = tabs.get(id);
      await remove(id);
      if (![...tabs.values()].some(tab => tab.windowId === windowId)) windows.delete(windowId);
    };
    api.windows = {
      async get(id) {
        if (!windows.has(id)) throw new Error('no window');
        return { id };
      },
      async create({ url, focused }) {
        assert.equal(focused, false);
        last += 1;
        windows.add(1000 + last);
        return {
          id: 1000 + last,
          tabs: [await api.tabs.create({ url, active: true, windowId: 1000 + last })],
        };
      },
    };
  });

  test('one page after another, and the window goes with the last', async () => {
    await running({}, step('waiting'), step('waiting'));
    const first = await resumeRound();
    assert.equal(tabs.get(first.tab).active, true);
    const second = await skipStep();
    assert.deepEqual(
      [closed, second.window, [...windows]],
      [[first.tab], first.window, [first.window]],
    );
    await skipStep();
    assert.deepEqual([closed, windows.size], [[first.tab, second.tab], 0]);
  });

  test(
    "it lies in front there from the beginning; it is the user's once the user turns to its " +
      'window',
    async () => {
      await running({}, step('waiting'), step('waiting'));
      const first = await resumeRound();
      await roundTabShown(first.tab, first.window);
      await roundWindowShown(first.window); // as the browser may do while it opens it
      assert.equal((await roundState()).taken, false);
      await session.set('round', { ...first, since: Date.now() - 10_000 });
      await roundWindowShown(first.window);
      const second = await skipStep();
      assert.deepEqual([closed, second.window === first.window], [[], false]);
    },
  );
});
