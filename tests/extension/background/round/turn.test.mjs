// A round of turning off: what was chosen and nothing else, one press a page, and only what a page
// that was loaded anew shows counts.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { makeBrowser } from '../../lib/browser.mjs';
import { reading } from '../../lib/helpers.mjs';

const { api, session, tabs, closed, told } = makeBrowser();
const { offersOf, outcomeOf } = await import('../../../../extension/background/round/plan.js');
const { forgetRound, roundState } = await import('../../../../extension/background/round/kept.js');
const { checkRound, resumeRound, roundTabClosed, skipStep, startTurning, stopRound } =
  await import('../../../../extension/background/round/round.js');

const URL_OF = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const CONTROL = 'genai-training';
const target = { platform: 'linkedin', control: CONTROL };
const later = () => new Date(Date.now() + 60_000).toISOString();

/** What the page answers: to the press, and then each time that it is asked. */
let answers = { operate: null, operated: [''] };
const said = () => told.filter(([, message]) => message.type).map(([, { type }]) => type);
const reloads = () => told.filter(([, message]) => message === 'reload').length;

const { create } = api.tabs;
api.tabs.create = async options =>
  Object.assign(await create(options), { windowId: options.windowId ?? 1 });
api.windows = {
  get: async id => ({ id }),
  async create({ url, focused }) {
    assert.equal(focused, true, 'whoever has it turned off looks on');
    return { id: 7, tabs: [await api.tabs.create({ url, active: true, windowId: 7 })] };
  },
};
api.tabs.update = async (id, { active }) => Object.assign(tabs.get(id), { active });
const { sendMessage } = api.tabs;
api.tabs.sendMessage = async (id, message) => {
  await sendMessage(id, message);
  if (message.type === 'operate') return answers.operate;
  return message.type === 'operated' ? (answers.operated.shift() ?? null) : undefined;
};

const shows = async (...readings) =>
  session.set(`tab:${(await roundState()).tab}`, {
    platform: 'linkedin',
    place: 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement',
    document: null,
    injected: false,
    settling: false,
    rev: 1,
    readings,
    form: null,
  });
const allowed = (fields = {}) => reading('allowed', { operable: true, ...fields });
const checked = (...steps) =>
  session.set('round', {
    state: 'done',
    started: '',
    steps: steps.map(fields => ({
      platform: 'linkedin',
      name: 'LinkedIn',
      url: URL_OF,
      outcome: 'allowed',
      why: 'ok',
      operable: [CONTROL],
      ...fields,
    })),
    others: [],
    at: steps.length,
    tab: null,
    since: 0,
  });
const first = async () => (await roundState()).steps[0];

beforeEach(() => {
  answers = { operate: null, operated: [''] };
});
afterEach(async () => {
  await stopRound();
  tabs.clear();
  closed.length = 0;
  told.length = 0;
});

test('a check notes what can be turned off, and only that is offered', async () => {
  const state = {
    platform: 'linkedin',
    settling: false,
    readings: [allowed(), reading('denied', { control: 'other' })],
  };
  assert.deepEqual(outcomeOf(state).operable, [CONTROL]);
  assert.equal(outcomeOf({ ...state, readings: [reading('allowed')] }).operable, undefined);
  await checked({}, { platform: 'x', operable: undefined });
  assert.deepEqual(
    offersOf(await roundState()).map(({ platform, control }) => [platform, control]),
    [['linkedin', CONTROL]],
  );
});

test('nothing but what was offered and chosen is opened', async () => {
  await checked({});
  for (const chosen of [
    undefined,
    [],
    [{ platform: 'x', control: CONTROL }],
    [{ platform: 'linkedin', control: 'other' }],
    'linkedin',
  ])
    assert.equal((await startTurning(chosen)).state, 'done');
  assert.equal(tabs.size, 0);
  await checked({}, { platform: 'x', name: 'X', operable: ['grok'] });
  const round = await startTurning([target]);
  assert.deepEqual(
    [round.state, round.steps.length, round.offers.map(({ platform }) => platform)],
    ['running', 1, ['x']],
  );
});

test('pressed once, loaded anew, and told as what it then shows', async () => {
  for (const [then, outcome] of [
    [reading('denied', { loadedAt: later() }), 'off'],
    [reading('allowed', { loadedAt: later() }), 'not-kept'],
    [reading('denied', { loadedAt: later(), sure: 'likely' }), 'unconfirmed'],
    [reading('unknown', { loadedAt: later() }), 'unconfirmed'],
    // another account or unit has come meanwhile: nobody's confirmation, and no refusal
    [reading('denied', { loadedAt: later(), account: 'other' }), 'unconfirmed'],
    [reading('allowed', { loadedAt: later(), account: 'other' }), 'unconfirmed'],
    [reading('denied', { loadedAt: later(), unit: 'blog' }), 'unconfirmed'],
  ]) {
    await checked({});
    const { tab } = await startTurning([target]);
    await checkRound();
    assert.deepEqual(said(), [], 'not read yet');
    await shows(allowed());
    await checkRound();
    assert.deepEqual([said(), (await first()).phase], [['operate'], 'press']);
    await checkRound();
    assert.deepEqual([said(), reloads()], [['operate', 'operated'], 1]);
    assert.equal((await first()).phase, 'confirm');
    // the last word of the document before
    await shows(reading('denied', { loadedAt: '2026-01-01T00:00:00.000Z' }));
    assert.equal((await checkRound()).state, 'running');
    await shows(then);
    const done = await checkRound();
    assert.deepEqual([done.state, done.steps[0].outcome], ['done', outcome]);
    assert.deepEqual([closed, said()], [[tab], ['operate', 'operated']]);
    assert.deepEqual(offersOf(done), []);
    tabs.clear();
    closed.length = told.length = 0;
    answers.operated = [''];
  }
});

test('what ends otherwise is left open for the person, with its reason', async () => {
  for (const ended of ['covered', 'refused', 'lost']) {
    await checked({});
    await startTurning([target]);
    await shows(allowed());
    answers = { operate: null, operated: [null, ended] };
    await checkRound();
    await checkRound();
    assert.equal((await first()).outcome, 'open');
    const { state, steps } = await checkRound();
    assert.deepEqual([state, steps[0].outcome, steps[0].ended], ['done', 'yourself', ended]);
    assert.deepEqual([closed, reloads()], [[], 0]);
    tabs.clear();
    told.length = 0;
  }
});

test('a page that is off is left as it is; one that cannot be pressed, to the person', async () => {
  await checked({});
  await startTurning([target]);
  await shows(reading('denied'));
  assert.equal((await checkRound()).steps[0].outcome, 'off-already');
  await checked({});
  await startTurning([target]);
  await shows(reading('denied', { sure: 'likely' }));
  assert.equal((await checkRound()).steps[0].likely, true, 'what is probable stays probable');
  await checked({});
  await startTurning([target]);
  await shows(reading('allowed'));
  const { outcome, ended } = (await checkRound()).steps[0];
  assert.deepEqual([outcome, ended], ['yourself', 'changed']);
  assert.deepEqual(
    said().filter(type => type === 'operate'),
    [],
  );
});

test('a background that is ended presses nothing twice', async () => {
  await checked({});
  await startTurning([target]);
  await shows(allowed());
  await checkRound();
  // as after a restart: noted as pressed, and the page still shows what it showed
  answers.operated = [null, ''];
  await resumeRound();
  await checkRound();
  await checkRound();
  assert.equal(said().filter(type => type === 'operate').length, 1);
  assert.equal((await first()).phase, 'confirm');
});

test('stopped, skipped or closed after the press: not told as left out, nor closed', async () => {
  for (const leave of [stopRound, skipStep, async () => roundTabClosed((await roundState()).tab)]) {
    await checked({});
    await startTurning([target]);
    await shows(allowed());
    await checkRound();
    await leave();
    assert.deepEqual([(await first()).outcome, closed], ['unconfirmed', []]);
    tabs.clear();
    told.length = 0;
  }
  await checked({});
  const { tab } = await startTurning([target]);
  await stopRound();
  assert.deepEqual([(await first()).outcome, closed], ['skipped', [tab]]);
});

test('what was erased is offered no longer', async () => {
  await checked({}, { platform: 'x', name: 'X', operable: ['grok'] });
  await startTurning([target]);
  await stopRound();
  assert.deepEqual(
    offersOf(await roundState()).map(({ platform }) => platform),
    ['x'],
  );
  await forgetRound('x');
  assert.deepEqual(offersOf(await roundState()), []);
  await forgetRound();
  assert.equal(await roundState(), null);
});
