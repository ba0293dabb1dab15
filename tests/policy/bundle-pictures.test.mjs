// Pictures in bundles: they come along, come back by an import, and whatever of them is changed,
// missing or exchanged, the command and the page name the same first fault.
import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { commandFound, listed, opened, pageFinds, rebuilt, textOf, zip } from './lib/bundle.mjs';
import { rechained } from './lib/forge.mjs';
import { keepPicture, nameOf, png } from './lib/images.mjs';
import { some } from './lib/some.mjs';
import { folder, log, useAuthority } from './lib/stamps.mjs';

const LINES = [
  { platform: 'linkedin', control: 'genai-training', account: 'ada-l' },
  { platform: 'x', control: 'grok' },
];
const pictures = [png('of linkedin'), png('of x')];
const names = pictures.map(bytes => `pictures/${nameOf(bytes)}`);
let own, first, file, files, packet, tampered;

useAuthority(undefined, async () => {
  own = await log(0);
  first = path.join(folder, 'first.db');
  for (const [at, line] of LINES.entries()) {
    await own.record(1, line);
    if (at === 0) cpSync(path.join(own.data, 'record.db'), first);
    await keepPicture(own.env, line, pictures[at], { covered: at });
  }
  file = await own.export('bundle.zip');
  files = await opened(file);
  packet = JSON.parse(textOf(files, 'export.json'));
  tampered = path.join(folder, 'tampered.zip');
});

async function found(what) {
  zip(tampered, what);
  const { answer } = await own.verify(tampered);
  const said = commandFound(answer);
  assert.equal(await pageFinds(tampered), said);
  return said;
}

const kept = ({ data }) => {
  try {
    return readdirSync(path.join(data, 'pictures')).sort();
  } catch {
    return [];
  }
};

test('a bundle holds the pictures, an export their hashes', async () => {
  for (const [at, name] of names.entries())
    assert.deepEqual(Buffer.from(files.get(name)), pictures[at]);
  assert.equal(await found(files), null);
  const { answer, status } = await own.verify(file);
  assert.equal(status, 0);
  assert.equal(answer.pictures, 2);
  const alone = await own.export('alone.json');
  assert.equal((await own.verify(alone)).answer.pictures_there, false);
  assert.match((await own.command('verify', alone)).stdout, /not in this file, only their hashes/);
  assert.equal(await pageFinds(alone), null);
  assert.match(textOf(files, 'statement.html'), new RegExp(nameOf(pictures[0]).slice(0, 64)));
});

test('a bundle of one platform holds its picture alone', async () => {
  const part = await own.export('part.zip', '--platform', 'x');
  const there = await opened(part);
  assert.deepEqual(
    [...there.keys()].filter(name => name.startsWith('pictures/')),
    [names[1]],
  );
  assert.equal(await pageFinds(part), null);
  assert.equal((await own.verify(part)).status, 0);
});

test('pictures that were changed, taken out, exchanged or added', async () => {
  const bent = Buffer.from(pictures[0]);
  bent[bent.length - 20] ^= 1;
  const less = new Map(files);
  less.delete(names[0]);
  const swapped = new Map(files).set(names[0], pictures[1]).set(names[1], pictures[0]);
  const more = new Map(files).set(`pictures/${nameOf(bent)}`, bent);
  for (const [what, name] of [
    [new Map(files).set(names[0], bent), names[0]],
    [less, names[0]],
    [swapped, names[0]],
    [more, `pictures/${nameOf(bent)}`],
  ]) {
    assert.match(await found(what), /^file pictures\//);
    assert.equal(await found(listed(what)), `file ${name}`);
  }
});

/** Of the first picture. @type {[(payload: any) => unknown, string][]} */
const CHANGES = [
  [({ of }) => ({ of: { ...of, seq: 3 } }), '2 picture'],
  [({ of }) => ({ of: { ...of, seq: 0 } }), '2 picture'],
  [({ of }) => ({ of: { ...of, seq: 2 } }), '2 picture'],
  [
    ({ of }) => ({ of: { ...of, hash: of.hash.replace(/^./, c => (c === '0' ? '1' : '0')) } }),
    '2 picture',
  ],
  [() => ({ of: null }), '2 picture'],
  [() => ({ account: 'somebody-else' }), '2 picture'],
  [() => ({ account: null }), '2 picture'],
  [() => ({ account: 7 }), '2 picture'],
  [() => ({ platform: 'x' }), '2 picture'],
  [() => ({ platform: null }), '2 picture'],
  [() => ({ media: 'image/svg+xml' }), '2 picture'],
  [() => ({ media: 'toString' }), '2 picture'],
  [() => ({ media: ['image/png'] }), '2 picture'],
  [() => ({ bytes: 0 }), '2 picture'],
  [() => ({ bytes: 614_401 }), '2 picture'],
  [() => ({ width: 20_000 }), '2 picture'],
  [() => ({ width: 16_000, height: 16_000 }), '2 picture'],
  [() => ({ height: 1.5 }), '2 picture'],
  [() => ({ covered: -1 }), '2 picture'],
  [() => ({ covered: null }), '2 picture'],
  [() => ({ at: 'yesterday' }), '2 picture'],
  [() => ({ sha256: 'A'.repeat(64) }), '2 picture'],
  [() => ({ sha256: ['a'.repeat(64)] }), '2 picture'],
  [() => ({ sha256: 'a'.repeat(64) }), `file pictures/${'a'.repeat(64)}.png`],
  [() => ({ media: 'image/jpeg' }), `file ${names[0].replace('png', 'jpg')}`],
  [({ sha256 }) => ({ sha256 }), null],
];

test('what an entry says of its picture, changed and linked anew', async () => {
  for (const [change, said] of some(CHANGES, 3)) {
    const bend = (payload, heads) => {
      if (payload.type !== 'picture') return;
      if (payload.platform === 'x') payload.of.hash = heads[payload.of.seq];
      else Object.assign(payload, change(payload));
    };
    assert.equal(await found(rebuilt(files, rechained(packet, bend))), said, String(change));
  }
  const reading = payload => payload.platform === 'linkedin' && !payload.type;
  const declared = (payload, heads) => {
    if (reading(payload)) payload.basis = 'declared';
    if (payload.type) payload.of.hash = heads[payload.of.seq];
  };
  assert.equal(await found(rebuilt(files, rechained(packet, declared))), '2 picture');
});

test('the command lists pictures and gives one out', async () => {
  const { answer } = await own.command('picture', '--json');
  assert.deepEqual(
    answer.pictures.map(({ seq, of, platform, control, file: state }) => [
      seq,
      of.seq,
      platform,
      control,
      state,
    ]),
    [
      [2, 1, 'linkedin', 'genai-training', 'whole'],
      [4, 3, 'x', 'grok', 'whole'],
    ],
  );
  const out = path.join(folder, 'one.png');
  assert.equal((await own.command('picture', '#4', '--out', out)).status, 0);
  assert.deepEqual(readFileSync(out), pictures[1]);
  assert.equal(statSync(out).mode & 0o777, 0o600);
  assert.equal((await own.command('picture', '4', '--out', out)).status, 2);
  for (const wrong of ['1', '99', 'x', '-1'])
    assert.equal((await own.command('picture', wrong, '--out', `${out}.no`)).status, 2, wrong);
  assert.match((await own.command('history')).stdout, /picture: of x, kept with #3/);
  assert.match((await own.command('picture')).stdout, /no proof that it is genuine/);
});

test('a bundle brings pictures back, an export does not, and neither leaves half', async () => {
  const alone = await own.export('alone.json');
  // the record as it was before the pictures: its own export goes on where it ends
  const copy = await log(0);
  mkdirSync(copy.data, { mode: 0o700 });
  cpSync(first, path.join(copy.data, 'record.db'));
  const refused = await copy.command('import', alone, '--json');
  assert.equal(refused.answer.error.name, 'packet.invalid');
  assert.match(refused.answer.error.message, /Import the bundle/);
  assert.deepEqual(kept(copy), []);
  const taken = await copy.command('import', file, '--json');
  assert.equal(taken.status, 0, taken.stdout);
  assert.equal(taken.answer.added, 3);
  assert.deepEqual(kept(copy), names.map(name => name.slice(9)).sort());
  assert.equal((await copy.verify()).status, 0);
  assert.equal((await copy.command('import', file, '--json')).answer.added, 0);
  // another computer keeps what the entries say, and no picture
  const stranger = await log(1);
  const abroad = await stranger.command('import', file, '--json');
  assert.equal(abroad.answer.entries, 4);
  assert.deepEqual(kept(stranger), []);
  assert.equal((await stranger.verify()).status, 0);
});

test('a picture that is gone or changed is found, told and never put into a bundle', async () => {
  const one = await log(0);
  await one.record(1, LINES[1]);
  await keepPicture(one.env, LINES[1], pictures[1]);
  const place = path.join(one.data, 'pictures', nameOf(pictures[1]));
  writeFileSync(place, pictures[0]);
  for (const reason of ['picture-altered', 'picture-missing']) {
    if (reason === 'picture-missing') rmSync(place);
    const { answer, status } = await one.verify();
    assert.equal(status, 1);
    assert.deepEqual([answer.broken.seq, answer.broken.reason], [2, reason]);
    const out = path.join(folder, 'no.zip');
    const exported = await one.command('export', '--out', out, '--json');
    assert.equal(exported.answer.error.name, 'picture.invalid');
    // the log itself is whole, and is written to
    await one.record(1, LINES[0]);
  }
  await keepPicture(one.env, LINES[1], pictures[1]);
  assert.equal((await one.verify()).status, 0);
});
