// Waiting for conditions. Nothing in these tests sleeps for a guessed time: a condition is asked
// again until it holds, and a generous limit (a slow machine must not fail a test) turns a hang
// into a message that says what was last seen.
import assert from 'node:assert/strict';

/** Milliseconds a condition may take. OPTOUTLOG_PATIENCE multiplies it on very slow machines. */
export const PATIENCE = 30_000 * Number(process.env.OPTOUTLOG_PATIENCE ?? 1);

const pause = ms =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

/**
 * Asks `ask` until it gives a truthy value, and returns that. Each question is work for browser,
 * page and test, so on a machine with little to spare a shorter gap makes everything later.
 * @param {string} what what is awaited, for the message
 * @param {() => any} ask may be async; an exception counts as "not yet" and is shown when time is
 *   up, but a failed
 *   assertion in it is a failure at once
 * @param {{patience?: number, gap?: number, seen?: () => any}} [options] `seen` describes the state
 *   at the end
 */
export async function until(what, ask, { patience = PATIENCE, gap = 150, seen } = {}) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      const value = await ask();
      if (value) return value;
      last = value;
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      last = error;
    }
    if (Date.now() > end) {
      const state = seen ? await Promise.resolve(seen()).catch(String) : last;
      throw new Error(
        `waited ${patience} ms for: ${what}; last seen: ` +
          `${state instanceof Error ? state.stack : JSON.stringify(state)}`,
      );
    }
    await pause(gap);
  }
}

/**
 * Holds that `ask` stays truthy for `ms`: for "this must not happen". The time is part of the claim
 * (the engine's own limit for a verdict), not a guess at how fast the machine is; a slow machine
 * can only make it pass.
 */
export async function stays(what, ask, ms) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const value = await ask();
    if (!value) throw new Error(`did not stay true: ${what}`);
    await pause(100);
  }
}

/** The result of `work`, or an exception that names `what` when it takes longer than `patience`. */
export async function within(what, work, patience = PATIENCE) {
  let timer;
  const limit = new Promise((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`took longer than ${patience} ms: ${what}`)),
      patience,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
