// A rule's test page against what the product says of it: `expect` and `then` of
// extension/rules/schema.json.
import assert from 'node:assert/strict';
import { stays, until } from './until.mjs';

/**
 * How long "nothing at all is said" is watched. The engine's own limit is 8 s; the full run waits
 * it out.
 */
const SILENCE = process.env.OPTOUTLOG_FULL === '1' ? 9_000 : 2_500;

/**
 * How long a refused change is watched: longer than the engine lets a user's change hold before it
 * is said.
 */
const REVERSAL = 5_000;

const STATES = ['allowed', 'denied'];

/**
 * Where one look takes so long (ms) a test's click comes before what it follows was read: "could
 * not tell" is the honest answer.
 */
const SLOW_LOOK = 60;

const wasSlow = ({ detail }) => detail.report.cost.ms / detail.report.cost.attempts > SLOW_LOOK;

/** Readings of one control that this tab's content scripts sent since message number `from`. */
async function readingsSince(visit, from, control) {
  return (await visit.said())
    .slice(from)
    .filter(message => message.type === 'reading')
    .map(message => message.reading)
    .filter(reading => !control || reading.control === control);
}

/**
 * A third visit in a row to a page that is not the one expected becomes `layout-changed` (decision
 * table, row 4).
 */
const sameWhy = (seen, expected) =>
  seen === expected || (expected === 'other-page' && seen === 'layout-changed');

function matches(reading, expected) {
  return (
    reading.training === expected.training &&
    (expected.why === undefined || sameWhy(reading.why, expected.why))
  );
}

async function expectForm(visit, steps) {
  const seen = async () =>
    (await visit.said()).filter(message => message.type === 'form').map(message => message.step);
  await until(
    `form steps ${steps.join(', ') || '(none)'}`,
    async () => {
      const now = await seen();
      assert.ok(now.length <= steps.length, `too many form steps: ${now.join(', ')}`);
      return now.length === steps.length;
    },
    { seen: () => visit.account() },
  );
  assert.deepEqual(await seen(), steps);
  const readings = (await visit.said()).filter(
    message => message.type === 'reading' && STATES.includes(message.reading.training),
  );
  assert.deepEqual(readings, [], 'a form is no state');
}

/**
 * Waits for one expectation and holds it against everything that was said since message number
 * `from` and read since the moment `since` (ISO 8601): what was read just before the click is true
 * of the page before it.
 * @returns {Promise<any>} the reading, where one is expected
 */
export async function expectVerdict(visit, expected, { control, from = 0, since = '' } = {}) {
  if (expected.form) {
    await expectForm(visit, expected.form);
    return null;
  }
  if (expected.silent) {
    // The browser tells the background of a step within the page a moment later; until then the
    // last
    // page's verdict stands.
    if (from > 0)
      await until(
        'the verdict on the page before to go',
        async () => ((await visit.state())?.readings ?? []).length === 0,
        { seen: () => visit.account() },
      );
    await stays(
      `nothing is said of ${visit.page.url()}`,
      async () => {
        const state = await visit.state();
        assert.deepEqual(state?.readings ?? [], [], 'something was said');
        // '!' is the button's own mark that something waits for the user: it says nothing of this
        // page
        assert.ok(['', '!'].includes(await visit.badge()), 'the badge speaks of the page');
        return true;
      },
      SILENCE,
    );
    return null;
  }
  const reading = await until(
    `${expected.training}${expected.why ? ` (${expected.why})` : ''} on ${visit.page.url()}`,
    async () => {
      const now = await readingsSince(visit, from, control);
      // The one promise: what is expected as unknown is never called a state, and a state never its
      // opposite.
      const wrong = now.filter(
        it => it.at >= since && STATES.includes(it.training) && it.training !== expected.training,
      );
      assert.deepEqual(wrong, [], `said something false of ${visit.page.url()}`);
      const last = now.at(-1);
      return last && matches(last, expected) ? last : null;
    },
    { seen: () => visit.account() },
  );
  for (const key of ['sure', 'raw', 'account', 'unit', 'actor']) {
    if (expected[key] !== undefined)
      assert.equal(reading[key], expected[key], `${key} on ${visit.page.url()}`);
  }
  return reading;
}

/**
 * An option of a native list cannot be clicked by a test (the list is the browser's own window):
 * the keyboard chooses it.
 */
async function chooseOption(page, option) {
  const list = await option.evaluateHandle(it => it.closest('select'));
  await list.asElement().focus();
  const steps = await option.evaluate(
    it => [...it.closest('select').options].indexOf(it) - it.closest('select').selectedIndex,
  );
  for (let step = 0; step < Math.abs(steps); step += 1)
    await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  // the list was open
  if (!(await option.evaluate(it => it.selected))) await page.keyboard.press('Enter');
}

/** Does what a person does next: a click, going on within the app, or waiting. */
export async function act(visit, { do: action, on }) {
  if (action === 'click') {
    const element = await visit.page.waitForSelector(on);
    if (await element.evaluate(it => it.localName === 'option'))
      await chooseOption(visit.page, element);
    else await element.click();
  } else if (action === 'navigate') {
    await visit.page.evaluate(to => {
      const page = /** @type {any} */ (globalThis).__page;
      if (page?.navigate) page.navigate(to);
      else history.pushState(null, '', to);
    }, on);
  }
}

/**
 * A change that does not last (the platform refuses it, the switch jumps back) must never be said.
 * Watched for as long as a person would look; then what was said last must still be right, whether
 * or not it was said anew.
 */
async function expectUnchanged(visit, expected, { control, from }) {
  await stays(
    `${expected.training} on ${visit.page.url()}`,
    async () => {
      const wrong = (await readingsSince(visit, from, control)).filter(
        it => STATES.includes(it.training) && it.training !== expected.training,
      );
      assert.deepEqual(wrong, [], `said something false of ${visit.page.url()}`);
      return true;
    },
    REVERSAL,
  );
  const last = (await readingsSince(visit, 0, control)).at(-1);
  if (last.why === 'unsettled' && wasSlow(last)) return;
  assert.ok(matches(last, expected), `said last: ${JSON.stringify(last)}`);
}

/** Runs a whole test of a rule on an open page: its first expectation and each `then`. */
export async function runTest(visit, test) {
  await expectVerdict(visit, test.expect, { control: test.control });
  let before = test.expect;
  for (const step of test.then ?? []) {
    const from = (await visit.said()).length;
    const { expect } = step;
    await act(visit, step);
    const since = new Date().toISOString();
    const same =
      !expect.form &&
      !expect.silent &&
      step.do !== 'navigate' &&
      expect.training === before.training &&
      !before.silent;
    await (same ? expectUnchanged : expectVerdict)(visit, expect, {
      control: test.control,
      from,
      since,
    });
    before = expect;
  }
}
