// The words of the statement: the same in each language of the extension, each reason and step of
// words.json among them, and none that could be taken for markup.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { factsText } from '../../scripts/lib-known.mjs';
import { readRules } from '../../scripts/lib-rules.mjs';

const root = new URL('../../', import.meta.url);
const read = path => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const languages = readdirSync(new URL('extension/_locales', root));
const tableOf = language => read(`host/service/words/${language}.json`);
const places = sentence => [...new Set(sentence.match(/\$\d/g))].sort();

test('each language of the extension has each word of the statement', () => {
  const english = tableOf('en');
  const there = readdirSync(new URL('host/service/words', root)).filter(one => /json$/.test(one));
  assert.deepEqual(
    there.sort(),
    languages.map(one => `${one}.json`),
  );
  for (const language of languages) {
    const table = tableOf(language);
    assert.deepEqual(Object.keys(table), Object.keys(english), language);
    for (const [name, sentence] of Object.entries(table)) {
      assert.deepEqual(places(sentence), places(english[name]), `${language}: ${name}`);
      assert.match(sentence, /^[^<>&"'\\`]+$/, `${language}: ${name}`);
    }
  }
});

test('the page of a bundle calls a state what the statement calls it', () => {
  for (const language of languages) {
    const page = read(`host/bundle/page/texts/${language}.json`);
    const { allowed, denied } = tableOf(language);
    assert.deepEqual([page.allowed, page.denied], [allowed, denied], language);
  }
});

test('what the rules say is there in each other language', () => {
  const others = languages.filter(one => one !== 'en');
  const keys = language => Object.keys(read(`host/service/words/rules/${language}.json`)).sort();
  for (const language of others) assert.deepEqual(keys(language), keys('de'), language);
  assert.ok(keys('de').length > 100);
  for (const language of others)
    assert.equal(
      readFileSync(new URL(`host/service/words/rules/${language}.json`, root), 'utf8'),
      factsText(readRules(), language, read(`extension/_locales/${language}/messages.json`)),
      'run: node scripts/make-routes.mjs',
    );
});

test('each reason and each step that an entry can have is told', () => {
  const { lists } = read('words.json');
  const said = kind =>
    Object.keys(tableOf('en'))
      .filter(name => name.startsWith(`${kind}_`))
      .map(name => name.slice(kind.length + 1))
      .sort();
  const reasons = lists.why.words.filter(one => one !== 'ok');
  assert.deepEqual(said('why'), [...reasons, 'none'].sort());
  assert.deepEqual(
    said('step'),
    ['step', 'way', 'saying'].flatMap(name => lists[name].words).sort(),
  );
});
