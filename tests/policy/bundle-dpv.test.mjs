// The facts of a bundle in the Data Privacy Vocabulary: only terms that it has, each where it
// belongs, and nothing that the log does not hold.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { opened, textOf } from './lib/bundle.mjs';
import { log, useAuthority } from './lib/stamps.mjs';

/** Terms of DPV 2 by their names: of which kind, in which module. */
const { namespace, terms, commits } = JSON.parse(
  readFileSync(new URL('statement/dpv-terms.json', import.meta.url)),
);
const isOf = (kind, name) => name.startsWith('dpv:') && terms[name.slice(4)]?.[0] === kind;
/** Property → the class that its value has to be of; null: a text. */
const PROPERTIES = {
  'dpv:hasPurpose': 'dpv:Purpose',
  'dpv:hasDataSubject': 'dpv:DataSubject',
  'dpv:isImplementedByEntity': 'dpv:Organisation',
  'dpv:hasProhibition': 'dpv:Prohibition',
  'dpv:hasPermission': 'dpv:Permission',
  'dpv:hasName': null,
  'dpv:hasStatus': /^dpv:Request(Initiated|Acknowledged|Accepted|Rejected)$/,
};
let document, packet;

const FORM = { basis: 'form', training: null, why: null, sure: null, actor: 'user', how: null };
const evidence = { label: null, lang: null, route: '/help/', by: [], rule: 'facebook', rev: 1 };

useAuthority(undefined, async () => {
  const own = await log(0);
  const linkedin = { platform: 'linkedin', control: 'genai-training', account: 'ada-l' };
  await own.record(1, { ...linkedin, training: 'allowed', raw: 'on' });
  await own.record(1, linkedin);
  await own.record(1, { ...linkedin, control: 'likely', sure: 'likely' });
  await own.record(1, {
    ...linkedin,
    control: 'gone',
    training: 'unknown',
    why: 'not-found',
    sure: null,
  });
  const facebook = { platform: 'facebook', control: 'genai-objection', account: null };
  await own.record(1, { ...facebook, ...FORM, raw: 'submitted', evidence });
  await own.record(1, { ...facebook, ...FORM, raw: 'confirmed' }); // by the owner's word
  const said = {
    basis: 'declared',
    training: 'denied',
    why: null,
    sure: null,
    actor: null,
    how: null,
  };
  await own.record(1, { ...facebook, ...said, raw: 'by-mail', date: '2026-11-01' });
  await own.record(1, { platform: 'own-exampler-test', control: 'c', account: '<b>' });
  const files = await opened(await own.export('dpv.zip'));
  document = JSON.parse(textOf(files, 'dpv.jsonld'));
  packet = JSON.parse(textOf(files, 'export.json'));
});

/** Every object of the document, with the property that it is the value of. */
function* objects(value, under = null) {
  if (Array.isArray(value)) for (const one of value) yield* objects(one, under);
  else if (value && typeof value === 'object') {
    yield [value, under];
    for (const [key, one] of Object.entries(value)) yield* objects(one, key);
  }
}

test('only terms of the vocabulary, each with a value of its range', () => {
  const prefixes = document['@context'];
  assert.equal(prefixes.dpv, namespace);
  const types = new Map(document['@graph'].map(node => [node['@id'], node['@type']]));
  for (const [object, under] of objects(document['@graph'])) {
    if (object['@type'] && object['@type'] !== 'xsd:dateTime')
      assert.ok(isOf('class', object['@type']), object['@type']);
    for (const key of Object.keys(object))
      if (!key.startsWith('@')) assert.ok(key.split(':')[0] in prefixes, key);
    for (const key of Object.keys(object).filter(one => one.startsWith('dpv:')))
      assert.ok(key in PROPERTIES && isOf('property', key), key);
    const range = PROPERTIES[under];
    const is = object['@type'] ?? types.get(object['@id']) ?? object['@id'];
    if (range instanceof RegExp) assert.match(is, range);
    else if (range) assert.equal(is, range, under);
  }
});

test('both makers use the terms of the list, and each term of it', () => {
  for (const file of ['host/service/dpv.cpp', 'host/bundle/page/dpv.js']) {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    const used = new Set([...text.matchAll(/\bdpv:(\w+)/g)].map(([, name]) => name));
    assert.deepEqual([...used].sort(), Object.keys(terms).sort(), file);
  }
  for (const [name, [kind, module]] of Object.entries(terms)) {
    assert.equal(kind, /^[a-z]/.test(name) ? 'property' : 'class', name);
    assert.match(commits[module], /^[0-9a-f]{40}$/, name);
  }
});

test('what pages showed for sure, and steps at a form; nothing else', () => {
  const [record, purpose, ...entries] = document['@graph'];
  assert.equal(record['dct:identifier'], packet.checkpoint);
  assert.deepEqual(
    record['dct:hasPart'],
    entries.map(entry => ({ '@id': entry['@id'] })),
  );
  assert.equal(purpose['@id'], '#training');
  assert.deepEqual(
    entries.map(entry => [
      entry['@id'],
      Object.keys(entry).find(key => /hasPro|hasPer|hasStatus/.test(key)),
      entry['dpv:isImplementedByEntity']?.['dpv:hasName'],
    ]),
    [
      ['#entry-1', 'dpv:hasPermission', 'LinkedIn'],
      ['#entry-2', 'dpv:hasProhibition', 'LinkedIn'],
      ['#entry-5', 'dpv:hasStatus', undefined],
    ],
  );
  for (const { '@id': id, 'dct:date': date } of entries) {
    const { payload } = packet.entries[Number(id.slice(7)) - 1];
    assert.deepEqual(date, { '@value': JSON.parse(payload).at, '@type': 'xsd:dateTime' });
  }
  assert.doesNotMatch(JSON.stringify(document), /Controller|Consent|LegalBasis|by-mail/);
});
