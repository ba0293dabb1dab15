// The dashboard in real browsers: a round of checks, what the user says, the timeline, several
// accounts, erase.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { answersFirst } from './dashboard/answer.mjs';
import { showsAccounts } from './dashboard/accounts.mjs';
import {
  DATABASES,
  MARKER,
  erases,
  exportsAndWrites,
  imports,
  traces,
} from './dashboard/files.mjs';
import { goesOn, goesRound, skipsAndStops } from './dashboard/round.mjs';
import { objects, saysFact } from './dashboard/said.mjs';
import { leavesToThePerson, turnsOff } from './dashboard/turn.mjs';
import { browsers, useWorld } from './lib/world.mjs';

for (const name of browsers) {
  describe(`the dashboard in ${name}`, () => {
    const world = useWorld(name);
    /** Pages with a request that never ends would keep the server from closing. */
    const releases = [];
    after(() => {
      for (const release of releases) release();
    });

    test('the answer comes first, its parts are filters, and each part has an address', () =>
      answersFirst(world()));

    test('a round of checks: one page after another in its own window, each read, closed', () =>
      goesRound(world()));

    test('skip and stop: the tab goes, the next comes or nothing does', () =>
      skipsAndStops(world(), releases));

    test('the background is ended in the middle of a round, and goes on', () =>
      goesOn(world(), releases));

    test('what is ticked after a round is turned off, loaded again and confirmed', () =>
      turnsOff(world()));

    test('what does not hold or cannot be pressed is told, and left to the person', () =>
      leavesToThePerson(world()));

    test('what the user says is written and shown as said, never in place of what is seen', () =>
      saysFact(world()));

    test('an objection goes from sent to answered; the answer that is due is told by itself', () =>
      objects(world()));

    test('several accounts and blogs are lines of their own, drawn and told as a table', () =>
      showsAccounts(world()));

    test(
      'the export that the page saves is verified by the command; the letter is filled from ' +
        'the log',
      () => exportsAndWrites(world()),
    );

    test("another computer's export is taken in, kept apart, and changes no state", () =>
      imports(world()));

    test("erase leaves no trace in the log's file, nor in what the browser keeps of it", () =>
      erases(world()));

    test('nothing went wrong on any page', () =>
      assert.deepEqual(
        world().errors.filter(line => line.includes('dashboard.html')),
        [],
      ));

    test('once the browser has closed, bytes lie in its own database alone', async t => {
      await world().browser.close();
      const left = await traces(world().profile, MARKER);
      t.diagnostic(
        `the browser keeps bytes in: ${left.map(file => path.extname(file)).join(', ') || 'none'}`,
      );
      assert.deepEqual(
        left.filter(file => !DATABASES.test(file)),
        [],
      );
    });
  });
}
