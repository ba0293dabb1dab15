// Statement and dpv.jsonld of a bundle against its entries: whatever of their text does not fit,
// the command and the page name it, in each language; of another version neither says anything.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { verifyBundle } from '../../host/bundle/page/bundle.js';
import { STATEMENT_VERSION } from '../../host/bundle/page/statement.js';
import {
  commandFound,
  documentsOf,
  listed,
  opened,
  pageFinds,
  rebuilt,
  tables,
  textOf,
  zip,
} from './lib/bundle.mjs';
import { keepPicture, nameOf, png } from './lib/images.mjs';
import { some } from './lib/some.mjs';
import { folder, log, useAuthority } from './lib/stamps.mjs';

const LINKEDIN = { platform: 'linkedin', control: 'genai-training', account: 'ada-l' };
const SAID = { basis: 'declared', why: null, sure: null, actor: null, how: null };
const FORM = { ...SAID, basis: 'form', training: null, actor: 'user' };
const UNKNOWN = { training: 'unknown', raw: null, sure: null };
const evidence = {
  label: 'Daten <b>',
  lang: 'de',
  route: '/s',
  by: ['role', 'assisted'],
  rule: 'r',
};
const picture = png('of linkedin');
let own, file, files, packet, tampered;

useAuthority(undefined, async () => {
  own = await log(0);
  await own.record(1, { ...LINKEDIN, evidence: { ...evidence, rev: 3 } });
  await keepPicture(own.env, LINKEDIN, picture, { covered: 2 });
  await own.record(1, { ...LINKEDIN, training: 'allowed', raw: 'on' });
  await own.record(2, { ...LINKEDIN, training: 'allowed', raw: 'on' });
  await own.record(1, { platform: 'x', control: 'grok', account: null });
  await own.record(1, { platform: 'x', control: 'grok', account: null, training: 'allowed' });
  await own.record(1, { platform: 'x', control: 'grok', ...UNKNOWN, why: 'signed-out' });
  await own.record(1, { platform: 'tumblr', control: 'third-party-sharing', unit: 'بدر 𝒳 "blog"' });
  await own.record(1, {
    platform: 'own-exam--ple-test',
    control: 'c',
    how: 'changed',
    actor: 'user',
    sure: 'likely',
  });
  await own.record(1, {
    ...LINKEDIN,
    ...SAID,
    raw: 'by-mail',
    date: '2026-11-01',
    note: "it's & me",
  });
  const facebook = { platform: 'facebook', control: 'genai-objection' };
  await own.record(1, { ...facebook, ...FORM, raw: 'submitted', evidence });
  await own.record(1, { platform: 'gone', control: 'c' });
  assert.equal((await own.command('erase', '--platform', 'gone', '--yes')).status, 0);
  await own.stamp();
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
const fits = async name => {
  const { answer, status } = await own.verify(name);
  const unpacked = await opened(name);
  const { statement, broken } = await verifyBundle(unpacked, true, tables);
  assert.equal(broken, null);
  assert.equal(statement, answer.statement === 'fits');
  return [status, answer.statement];
};

test('the two makers agree to the byte, in each language', async () => {
  for (const language of Object.keys(tables.words)) {
    const name = await own.export(`${language}.zip`, '--language', language);
    assert.deepEqual(await fits(name), [0, 'fits'], language);
    const text = textOf(await opened(name), 'statement.html');
    assert.ok(text.includes(tables.words[language].title), language);
    assert.match(text, /<bdi lang="de">Daten &lt;b&gt;<\/bdi>/);
  }
  assert.deepEqual(await fits(await own.export('part.zip', '--platform', 'x')), [0, 'fits']);
  assert.deepEqual(await fits(await own.export('who.zip', '--account', 'ada-l')), [0, 'fits']);
});

/** What is changed in the statement: the first place of the pattern. @type {[any, string][]} */
const WORDS = [
  [/AI training allowed/, 'AI training not allowed'],
  [/AI training not allowed/, 'AI training allowed'],
  [/AI training by others not allowed/, 'AI training by others allowed'],
  [/first seen <bdi dir="ltr">20\d/, 'first seen <bdi dir="ltr">200'],
  [/looks: [23]/, 'looks: 90'],
  [/<bdi>ada-l<\/bdi>/, '<bdi>ada-m</bdi>'],
  [/<h2><bdi>X<\/bdi>/, '<h2><bdi>Y</bdi>'],
  [/linkedin\/genai-training/, 'linkedin/other'],
  [/<strong class="alarm">[^<]+<\/strong>/, ''],
  [/If this is the same account[^<]+/, ''],
  [/The page asked to sign in\./, 'The page did not come to rest.'],
  [/Daten &lt;b&gt;/, 'Daten'],
  [/By e-mail\./, 'By a form.'],
  [/The objection was sent\./, 'The platform accepted the objection.'],
  [/<bdi>2026-11-01<\/bdi>/, '<bdi>2025-11-01</bdi>'],
  [/it&#39;s &amp; me/, 'it was me'],
  [/, revision 3/, ', revision 4'],
  [/Pressed by the extension, as the person asked/, ''],
  [/https:\/\/tsa\.example\/good/, 'https://tsa.example/best'],
  [/made black: 2/, 'made black: 0'],
  [/SHA-256: <code dir="ltr">./, 'SHA-256: <code dir="ltr">z'],
  [/Hash: <code dir="ltr">./, 'Hash: <code dir="ltr">z'],
  [/base64,iVBO/, 'base64,iVBP'],
  [/erased content of the record\. Entries: 1/, 'erased content of the record. Entries: 2'],
  [/It does not prove that a platform/, 'It proves that a platform'],
  [/<tbody><tr><td>3<[\s\S]*?<\/tbody>\n/, ''],
  [/\.small\{/, '.alarm{display:none}.small{'],
  [/<\/main>/, '<p>Certified.</p></main>'],
  [/<\/body>/, '<script>1</script></body>'],
  [/\n/g, '\r\n'],
  [/^/, '\uFEFF'],
  [/<\/html>\n$/, '</html>'],
  [/^[\s\S]*$/, ''],
];

test('a statement that was changed by hand, in a list that fits', async () => {
  const text = textOf(files, 'statement.html');
  for (const [what, instead] of [...some(WORDS.slice(0, -1), 3), WORDS.at(-1)]) {
    const changed = text.replace(what, instead);
    assert.notEqual(changed, text, String(what));
    const other = listed(new Map(files).set('statement.html', Buffer.from(changed)));
    assert.equal(await found(other), 'file statement.html', String(what));
  }
  const { answer } = await own.verify(tampered);
  assert.match(answer.error.message, /line 1 of statement\.html says “”, and the export “/);
  const bytes = Buffer.from(files.get('statement.html'));
  const bends = Array.from({ length: 25 }, (_one, at) => 7 + Math.floor((at * bytes.length) / 26));
  for (const at of some(bends, 4)) {
    const bent = Buffer.from(bytes);
    bent[at] ^= at % 2 === 0 ? 1 : 0x80;
    const other = listed(new Map(files).set('statement.html', bent));
    assert.equal(await found(other), 'file statement.html', String(at));
  }
});

test('a dpv.jsonld that was changed by hand, in a list that fits', async () => {
  const text = textOf(files, 'dpv.jsonld');
  for (const [what, instead] of [
    [/dpv:Prohibition/, 'dpv:Permission'],
    [/dpv:hasPermission/, 'dpv:hasProhibition'],
    [/"@value": "20\d/, '"@value": "200'],
    [/ada-l/, 'ada-m'],
    [/"LinkedIn"/, '"Somebody"'],
    [/dpv:RequestInitiated/, 'dpv:RequestAccepted'],
    [/#entry-3/, '#entry-4'],
    [/Training of AI models/, 'Advertising'],
    [/w3id\.org\/dpv#/, 'w3id.org/dpv/2#'],
    [/\n$/, ''],
    [/^[\s\S]*$/, '{}'],
  ]) {
    const changed = text.replace(what, instead);
    assert.notEqual(changed, text, String(what));
    const other = listed(new Map(files).set('dpv.jsonld', Buffer.from(changed)));
    assert.equal(await found(other), 'file dpv.jsonld', String(what));
  }
});

test('what stands in the export and not in the statement, or by another hand', async () => {
  const expect = async (change, said) => {
    const copy = structuredClone(packet);
    change(copy);
    const other = new Map(files).set('export.json', Buffer.from(JSON.stringify(copy)));
    assert.equal(await found(listed(other)), said, String(change));
    assert.equal(await found(rebuilt(files, copy)), null, String(change));
  };
  await expect(
    ({ entries }) => (entries[2].again = { times: 80, last: packet.exported }),
    'file statement.html',
  );
  await expect(({ entries }) => delete entries[2].again, 'file statement.html');
  await expect(({ settings }) => (settings[0].governs_not = []), 'file statement.html');
  const fact = change => copy => change(copy.settings[0].governs[0]);
  await expect(
    fact(one => (one.text.en += '!')),
    'file statement.html',
  );
  await expect(
    fact(one => (one.source = 'https://other.test/')),
    'file statement.html',
  );
  await expect(
    fact(one => (one.seen = '2020-01-01')),
    'file statement.html',
  );
  await expect(({ settings }) => (settings[0].source = ''), 'file statement.html');
  await expect(({ settings }) => (settings[0].name = '</bdi>'), 'file statement.html');
  await expect(({ platforms }) => (platforms.linkedin = '<i>'), 'file statement.html');
  await expect(copy => (copy.platforms = [1]), 'file statement.html');
  await expect(copy => (copy.settings = 7), 'file statement.html');
  await expect(copy => (copy.settings = [7, null, {}, { platform: 'x' }]), 'file statement.html');
  await expect(copy => (copy.exported = 'yesterday'), 'file statement.html');
  await expect(copy => (copy.tool = '<b>'), 'file statement.html');
  await expect(({ settings }) => settings.push({ ...settings[0], governs: ['x'] }), null);
});

test('by what a bundle says that its documents were made', async () => {
  for (const made of [
    null,
    1,
    {},
    { version: '1', language: 'en' },
    { version: 1.5, language: 'en' },
  ])
    assert.equal(await found(listed(files, made)), 'file bundle.json', JSON.stringify(made));
  for (const language of ['xx', '', 'toString'])
    assert.equal(await found(listed(files, { version: 1, language })), 'file bundle.json');
  assert.equal(await found(listed(files, { version: 1, language: 'de' })), 'file statement.html');
  // nothing is found, and nothing is said to fit
  const text = textOf(files, 'statement.html').replace(/AI training allowed/, 'nothing');
  const other = new Map(files).set('statement.html', Buffer.from(text));
  zip(tampered, listed(other, { version: STATEMENT_VERSION + 1, language: 'en' }));
  assert.deepEqual(await fits(tampered), [0, 'other-version']);
  assert.match((await own.command('verify', tampered)).stdout, /do not rely on it/);
});

test('what a statement of the same export says changes with its version alone', () => {
  const fixed = JSON.parse(readFileSync(new URL('statement/export.json', import.meta.url)));
  const sum = createHash('sha256');
  for (const language of Object.keys(tables.words).sort()) {
    const { statement, dpv } = documentsOf(new Map(), fixed, language);
    sum.update(statement).update(dpv);
  }
  assert.deepEqual(
    { version: STATEMENT_VERSION, sha256: sum.digest('hex') },
    JSON.parse(readFileSync(new URL('statement/version.json', import.meta.url))),
    'raise STATEMENT_VERSION and kVersion, once a version of the program was given out',
  );
  assert.match(
    readFileSync(new URL('../../host/service/statement.h', import.meta.url), 'utf8'),
    new RegExp(`kVersion = ${STATEMENT_VERSION};`),
  );
  assert.equal(nameOf(picture).length, 68);
});
