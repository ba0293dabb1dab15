// Witnesses in exports and bundles: they come along, are told, come back by an import, and whatever
// of them is changed, the command, the page and the independent verifier name the same first fault.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {
  commandFound,
  listed,
  opened,
  pageFinds,
  rebuilt,
  tables,
  textOf,
  zip,
} from './lib/bundle.mjs';
import { rechained } from './lib/forge.mjs';
import { root } from './lib/optoutlog.mjs';
import { some } from './lib/some.mjs';
import { folder, log, useAuthority } from './lib/stamps.mjs';
import { keep, said } from './lib/witnesses.mjs';

const VERIFIER = path.join(root, 'tests/record/verify.py');
const HASH = '5a'.repeat(32);
const LINES = [
  { platform: 'substack', control: 'ai-training', account: 'ada' },
  { platform: 'wordpress', control: 'third-party-sharing' },
];
const other = { ...said, says: 'allowed', away: [], missing: ['GPTBot'], signal: null };
let own, first, file, files, packet, tampered;

useAuthority(undefined, async () => {
  own = await log(0);
  first = path.join(folder, 'first.db');
  for (const [at, line] of LINES.entries()) {
    await own.record(1, line);
    if (at === 0) cpSync(path.join(own.data, 'record.db'), first);
    assert.equal((await keep(own.env, line, at === 0 ? said : other)).effect, 'recorded');
  }
  file = await own.export('bundle.zip');
  files = await opened(file);
  packet = JSON.parse(textOf(files, 'export.json'));
  tampered = path.join(folder, 'tampered.zip');
});

const independent = text => {
  const { status, stdout } = spawnSync('python3', [VERIFIER], { input: text, encoding: 'utf8' });
  const [, seq, reason] = /^BROKEN entry (\d+): ([a-z-]+)/.exec(stdout) ?? [];
  return status === 0 ? null : `${seq} ${reason}`;
};

/** What all three find. */
async function found(what) {
  zip(tampered, what);
  const { answer } = await own.verify(tampered);
  const told = commandFound(answer);
  assert.equal(await pageFinds(tampered), told);
  return told;
}

test('a bundle holds them, all verifiers take it, and the statement tells them', async () => {
  assert.equal(await found(files), null);
  assert.equal((await own.verify(file)).status, 0);
  assert.equal(independent(textOf(files, 'export.json')), null);
  for (const language of Object.keys(tables.words)) {
    const one = await own.export('statement.html', '--format', 'html', '--language', language);
    const text = readFileSync(one, 'utf8');
    const { witnessOnly, witnessAgainst } = tables.words[language];
    assert.equal(text.split(witnessOnly).length, 3, language);
    assert.equal(text.split(witnessAgainst).length, 2, language);
    const bundle = await own.export('language.zip', '--language', language);
    assert.equal(await pageFinds(bundle), null, `${language}: both makers say the same`);
  }
});

test('each way of what a witness says is told alike by both makers', async () => {
  const ways = [
    { says: 'unknown', why: 'partial', missing: ['ClaudeBot'] },
    { says: 'unknown', why: 'partial', signal: 'both' },
    { says: 'unknown', why: 'everyone', away: [], missing: ['GPTBot'] },
    { says: 'unknown', why: 'not-text', away: [], missing: ['GPTBot'], signal: null },
    { says: 'unknown', why: 'empty', bytes: 0, away: [], missing: ['GPTBot'], signal: null },
    {
      ...other,
      says: 'unknown',
      why: 'no-file',
      status: 404,
      bytes: 0,
      sha256: null,
      url: 'https://x.example:8443/robots.txt',
    },
  ];
  const mine = await log(0);
  await mine.record(1, LINES[0]);
  for (const way of ways) await keep(mine.env, LINES[0], { ...said, ...way });
  const bundle = await mine.export('ways.zip');
  assert.equal((await mine.verify(bundle)).answer.statement, 'fits');
  assert.equal(await pageFinds(bundle), null);
  assert.equal(independent(textOf(await opened(bundle), 'export.json')), null);
});

/** Of the first witness, number 2. @type {((payload: any) => unknown)[]} */
const CHANGES = [
  ({ of }) => ({ of: { ...of, seq: 3 } }),
  ({ of }) => ({ of: { ...of, seq: 2 } }),
  ({ of }) => ({ of: { ...of, seq: 0 } }),
  ({ of }) => ({ of: { ...of, seq: '1' } }),
  ({ of }) => ({ of: { ...of, hash: of.hash.toUpperCase().replace(/[0-9]/g, 'A') } }),
  () => ({ of: null }),
  () => ({ account: 'somebody-else' }),
  () => ({ account: null }),
  () => ({ account: '' }),
  () => ({ platform: 'wordpress' }),
  () => ({ platform: 'No Slug' }),
  () => ({ url: 'http://ada.example/robots.txt' }),
  () => ({ url: 'https://ada.example/robots.txt?x' }),
  () => ({ url: 'https://ada.example/a/robots.txt' }),
  () => ({ url: 'https://ada@x.example/robots.txt' }),
  () => ({ url: 'https:///robots.txt' }),
  () => ({ url: 'https://ada.example/robots.txt\n' }),
  () => ({ url: 'https://ada\u0085.example/robots.txt' }),
  () => ({ url: `https://${'a'.repeat(1990)}/robots.txt` }),
  () => ({ url: 'https://bücher.example/robots.txt' }),
  () => ({ url: 'https://ada\u202e.example/robots.txt' }),
  () => ({ url: 'https://ada\\x.example/robots.txt' }),
  () => ({ url: 7 }),
  () => ({ at: '2026-13-01T00:00:00.000Z' }),
  () => ({ at: null }),
  () => ({ status: 199 }),
  () => ({ status: 600 }),
  () => ({ status: '200' }),
  () => ({ bytes: 65_537 }),
  () => ({ bytes: -1 }),
  () => ({ bytes: null }),
  () => ({ sha256: null }),
  () => ({ sha256: HASH.toUpperCase() }),
  () => ({ sha256: '' }),
  () => ({ says: 'allowed' }),
  () => ({ says: 'unknown' }),
  () => ({ says: 'off' }),
  () => ({ says: null }),
  () => ({ why: 'partial' }),
  () => ({ why: 'no-file' }),
  () => ({ why: 'no-file', sha256: null, bytes: 0 }),
  () => ({ ...other, why: 'no-file', sha256: null, bytes: 0 }),
  () => ({ says: 'unknown', why: 'no-file', sha256: null, bytes: 0 }),
  () => ({ why: 'toString' }),
  () => ({ away: [] }),
  () => ({ away: [], missing: [] }),
  () => ({ missing: ['Bot'] }),
  () => ({ missing: null }),
  () => ({ away: ['a b'] }),
  () => ({ away: [''] }),
  () => ({ away: ['é'] }),
  () => ({ away: ['GPTBot\n'] }),
  () => ({ away: ['x'.repeat(65)] }),
  () => ({ away: [7] }),
  () => ({ away: { 0: 'GPTBot', length: 1 } }),
  () => ({ away: Array.from({ length: 101 }, (_, at) => `b${at}`) }),
  () => ({ signal: 'yes' }),
  () => ({ signal: 'both' }),
  () => ({ signal: 'NO' }),
  () => ({ signal: '' }),
  () => ({ signal: false }),
];

test('a witness that says something else, however it is linked anew', async () => {
  for (const change of some(CHANGES, 6)) {
    const copy = rechained(packet, payload => {
      if (payload.type === 'witness' && payload.platform === 'substack')
        Object.assign(payload, change(payload));
      else if (payload.type === 'witness') payload.of.hash = null;
    });
    const what = rebuilt(files, copy);
    assert.equal(await found(what), '2 witness', String(change));
    assert.equal(independent(textOf(what, 'export.json')), '2 witness', String(change));
  }
});

test('a number that is not written as a whole one is none', async () => {
  for (const [what, instead] of [
    ['"status":200', '"status":200.0'],
    ['"status":200', '"status":2e2'],
    ['"bytes":90', '"bytes":-0'],
    ['"bytes":90', '"bytes":9E1'],
    ['"bytes":90', '"bytes":18446744073709551706'],
    ['"seq":1', '"seq":1.0'],
  ]) {
    const copy = rechained(packet, payload => {
      if (payload.type !== 'witness' || payload.platform !== 'substack') return null;
      const text = JSON.stringify(payload);
      assert.ok(text.includes(what));
      return { text: text.replace(what, instead) };
    });
    const file = listed(new Map(files).set('export.json', Buffer.from(JSON.stringify(copy))));
    assert.equal(await found(file), '2 witness', instead);
    assert.equal(independent(textOf(file, 'export.json')), '2 witness', instead);
  }
});

test('what may be otherwise is taken', async () => {
  for (const change of [
    () => ({ signal: null }),
    () => ({ more: 1 }),
    () => ({ bytes: 0, status: 200 }),
    () => ({ url: 'https://[::1]:8443/robots.txt' }),
    () => ({ url: 'https://xn--bcher-kva.example/robots.txt' }),
  ]) {
    const copy = rechained(packet, (payload, heads) => {
      if (payload.type !== 'witness') return;
      payload.of.hash = heads[payload.of.seq];
      if (payload.platform === 'substack') Object.assign(payload, change(payload));
    });
    const what = rebuilt(files, copy);
    assert.equal(await found(what), null, String(change));
    assert.equal(independent(textOf(what, 'export.json')), null, String(change));
  }
});

test('it comes back by an import of the own log, and stays with another', async () => {
  const json = await own.export('log.json');
  const mine = await log(0);
  mkdirSync(mine.data, { recursive: true, mode: 0o700 });
  cpSync(first, path.join(mine.data, 'record.db'));
  const taken = await mine.command('import', json, '--json');
  assert.deepEqual([taken.answer?.own, taken.answer?.added], [true, 3], taken.stderr);
  assert.equal((await mine.verify()).answer.ok, true);
  const again = JSON.parse(readFileSync(await mine.export('again.json'), 'utf8'));
  assert.deepEqual(again.entries, packet.entries);

  const strange = await log(1);
  const status = (await strange.command('status', '--json')).answer.controls;
  assert.equal((await strange.command('import', json)).status, 0);
  assert.deepEqual((await strange.command('status', '--json')).answer.controls, status);
  assert.equal((await strange.verify()).answer.ok, true);
});

test('an export of one platform withholds the witness of another', async () => {
  const part = JSON.parse(readFileSync(await own.export('x.json', '--platform', 'wordpress')));
  assert.deepEqual(
    part.entries.map(({ withheld = false }) => withheld),
    [true, true, false, false],
  );
  assert.doesNotMatch(JSON.stringify(part), /substack|GPTBot.*CCBot/);
});

test('an erase leaves no byte of it', async () => {
  const mine = await log(0);
  const line = { ...LINES[0], account: null };
  await mine.record(1, line);
  const mark = 'Bot-of-the-erase';
  await keep(mine.env, line, { ...said, away: [mark] });
  const bytes = () => execFileSync('cat', [path.join(mine.data, 'record.db')]).toString('latin1');
  assert.match(bytes(), new RegExp(mark));
  assert.equal((await mine.command('erase', '--platform', 'substack', '--yes')).status, 0);
  assert.doesNotMatch(bytes(), new RegExp(`${mark}|ada\\.example|${HASH}`));
  const { answer } = await mine.verify();
  assert.deepEqual([answer.ok, answer.entries], [true, 3]);
});
