// When the policy host alerts of a document that changed, what it shows then, and that nothing is
// told twice.
import assert from 'node:assert/strict';
import test from 'node:test';
import { base, document, pages, send, useServer, watching } from './lib/watched.mjs';

useServer();

// A day that is long past is no day of a change, so the pages here name one that is ahead.
const ahead = (name, file) => document(name, file).toString('utf8').replaceAll('2025', '2099');

test('an undated clause waits for a second look, then alerts once', async () => {
  const { host, check } = await watching('undated');
  pages.set('undated', (q, r) => send(r, document('clause-added', '0.html')));
  assert.equal((await check()).state, 'first');
  pages.set('undated', (q, r) => send(r, document('clause-added', '1.html')));
  const said = [];
  for (let i = 0; i < 3; i++) {
    await host.aDayLater();
    said.push((await check()).state);
  }
  assert.deepEqual(said, ['waiting', 'alert', 'unchanged']);
  await host.close();
});

test('a dated clause waits, too; then shown, marked as read, and quiet afterwards', async () => {
  const { host, check } = await watching('dated');
  pages.set('dated', (q, r) => send(r, base));
  await check();
  await host.aDayLater();
  pages.set('dated', (q, r) => send(r, ahead('clause-dated', '1.html')));
  const waiting = await check();
  assert.deepEqual([waiting.state, waiting.seen_once], ['waiting', waiting.good]);
  assert.deepEqual((await host.call('policy.changes')).changes, [], 'one look tells nothing');
  await host.aDayLater();
  const alert = await check();
  assert.deepEqual([alert.state, alert.seen_once], ['alert', null]);
  const {
    changes: [change],
  } = await host.call('policy.changes');
  assert.equal(change.change, alert.change);
  assert.deepEqual([change.effective, change.days], ['2099-04-07', ['2099-04-07']]);
  assert.equal(change.confidence, 'high');
  assert.match(change.clause.new, /train our artificial intelligence models/);
  const shown = await host.call('policy.show', { change: change.change });
  assert.ok(shown.judgement.clauses[0].hits.length > 0);
  assert.ok(shown.changes.length > 0);
  assert.match(shown.old_sha256, /^[0-9a-f]{64}$/);
  assert.notEqual(shown.old_sha256, shown.new_sha256);
  assert.equal((await host.call('policy.list')).documents[0].unread, 1);
  assert.equal((await host.call('policy.read', { change: change.change })).read, 1);
  assert.equal((await host.call('policy.list')).documents[0].unread, 0);
  await host.aDayLater();
  assert.equal((await check()).state, 'unchanged');
  assert.equal((await host.call('policy.changes')).changes.length, 1);
  await host.close();
});

test('after an update of the word lists changes are scored anew, none is told twice', async () => {
  const { host, check } = await watching('rescored');
  pages.set('rescored', (q, r) => send(r, base));
  await check();
  await host.aDayLater();
  pages.set('rescored', (q, r) => send(r, ahead('clause-dated', '1.html')));
  await check();
  await host.aDayLater();
  const alert = await check();
  await host.call('policy.read', { change: alert.change });
  // as a version with a poorer list would have left it: a mention without a clause, told and read
  await host.sql(
    `UPDATE settings SET value = 'older lists' WHERE name = 'terms'`,
    `UPDATE changes SET verdict = 'mention', level = 1, judgement = json_set(judgement, ` +
      `'$.level', 1, '$.verdict', 'mention', '$.clauses', json('[]'))`,
    `UPDATE looks SET memory = json_set(memory, '$.told', json('[]'))`,
  );
  const { changes } = await host.call('policy.changes');
  assert.equal(changes.length, 1);
  const [change] = changes;
  assert.deepEqual(
    [change.change, change.verdict, change.level, change.effective],
    [alert.change, 'alert', 3, '2099-04-07'],
  );
  assert.match(change.clause.new, /train our artificial intelligence models/);
  assert.ok(change.reasons.some(reason => reason.name === 'rescored'));
  assert.equal(new Set(change.reasons.map(reason => reason.name)).size, change.reasons.length);
  assert.ok(change.read, 'what was read stays read');
  assert.deepEqual((await host.call('policy.changes')).changes, changes, 'and it is done once');
  // the clause flaps out and in again: it counts as told
  for (const [file, allowed] of [
    ['0.html', ['changed', 'mention', 'unchanged']],
    ['1.html', ['changed', 'mention', 'unchanged']],
  ]) {
    await host.aDayLater();
    pages.set('rescored', (q, r) => send(r, ahead('clause-dated', file)));
    const { state } = await check();
    assert.ok(allowed.includes(state), state);
  }
  await host.close();
});

test('scored anew, what was told under a doubt says of no choice that it is gone', async () => {
  const { host, check } = await watching('doubted');
  for (const file of ['0.html', '1.html', '1.html']) {
    pages.set('doubted', (q, r) => send(r, document('right-removed', file)));
    await check();
    await host.aDayLater();
  }
  const told = (await host.call('policy.changes')).changes;
  assert.deepEqual(
    told.map(one => [one.verdict, one.right_removed]),
    [['alert', true]],
  );
  // as it would have been told of a text that was written anew as a whole
  const doubt = { name: 'text-rewritten', text: 'The text was written anew.' };
  await host.sql(
    `UPDATE settings SET value = 'older lists' WHERE name = 'terms'`,
    `UPDATE changes SET right_removed = 0, judgement = json_set(judgement, ` +
      `'$.confidence', 'low', '$.right_removed', json('false'), ` +
      `'$.reasons', json('${JSON.stringify([doubt])}'))`,
  );
  const { judgement, ...shown } = await host.call('policy.show', { change: told[0].change });
  assert.deepEqual([shown.verdict, shown.right_removed, shown.confidence], ['alert', false, 'low']);
  const names = shown.reasons.map(reason => reason.name);
  assert.deepEqual([names[0], names.at(-1)], ['text-rewritten', 'rescored']);
  assert.equal(new Set(names).size, names.length);
  assert.ok(!names.includes('right-removed'), names.join());
  assert.deepEqual(
    judgement.clauses.filter(clause => clause.right_removed),
    [],
  );
  await host.close();
});

test('a flapping text makes one alert, a doubled one is announced and then in force', async () => {
  for (const [name, files, states] of [
    [
      'flap',
      ['0.html', '1.html', '2.html', '3.html', '3.html'],
      ['first', 'waiting', 'unchanged', 'waiting', 'alert'],
    ],
    [
      'doubled',
      ['0.html', '1.html', '2.html', '3.html'],
      ['first', 'waiting', 'alert', 'in-force'],
    ],
  ]) {
    const { host, check } = await watching(name);
    const said = [];
    for (const file of files) {
      pages.set(name, (q, r) => send(r, ahead(name, file)));
      said.push((await check()).state);
      await host.aDayLater();
    }
    assert.deepEqual(said, states, name);
    await host.close();
  }
});
