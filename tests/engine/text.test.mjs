// The normaliser and the phrases.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { namespace } from './lib/namespace.mjs';

const { text } = namespace(['text.js']);
const same = (a, b) => assert.equal(text.normalise(a), text.normalise(b));
const differs = (a, b) => assert.notEqual(text.normalise(a), text.normalise(b));

test('bidi controls and zero-width characters are not part of a text', () => {
  same('\u202bGrok و همکاران شخص ثالث\u202c', 'Grok و همکاران شخص ثالث');
  same('ಟ್ಯೂನಿಂಗ್\u200cಗಾಗಿ', 'ಟ್ಯೂನಿಂಗ್ಗಾಗಿ');
  same('\u200eOn\u200f', 'On');
  same('soft\u00adhyphen', 'softhyphen');
});

test('no-break and other spaces are spaces, and collapse', () => {
  same('Autoriser\u00a0l’IA  \n de', "Autoriser l'IA de");
  same('a\u202fb', 'a b');
  same('a\u3000b', 'a b');
});

test('apostrophes, quotes and hyphens fold', () => {
  same('l’amélioration', "l'amélioration");
  same('KI\u2011Modelle', 'KI-Modelle');
  same('„Datenschutz“', '"Datenschutz"');
});

test('punctuation at the ends is dropped, inside it stays', () => {
  same('허용합니다.', '허용합니다');
  same('… Learn more →'.replace(' →', ''), 'Learn more');
  differs('A, B', 'A B');
  same('¿Permitir?', 'Permitir');
});

test('the four Turkish i are one', () => {
  same('İzin Ver', 'izin ver');
  same('IZIN', 'izin');
  same('ızgara', 'Izgara');
});

test('width and composition: NFKC', () => {
  same('ＡＩ学習', 'AI学習');
  same('Ame\u0301lioration', 'Amélioration');
  same('ﬁne-tuning', 'fine-tuning');
});

test('tatweel is decoration', () => same('الســماح', 'السماح'));

test('different words stay different', () => {
  differs('On', 'Off');
  differs('开', '关');
  differs('Sì', 'No');
  differs('Use my data', 'Use my data for ads');
});

const keys = text.compile({
  train: {
    en: ['Train on my posts', { text: 'Train on my tweets', until: '2024-12' }],
    de: ['Mit meinen Beiträgen trainieren'],
    zh: ['允许训练'],
  },
  blog: { en: [{ starts: 'Prevent third-party sharing for', then: 'unit' }] },
  row: { en: [{ starts: 'Train on my posts', then: ['@on', '@off'] }] },
  opening: { en: [{ starts: 'By allowing your data', then: 'sentence' }] },
  loose: { en: [{ words: ['data', 'train'], not: ['ads'] }], ja: [{ words: ['学習', 'データ'] }] },
  on: { en: ['On'], fr: ['Activé'], '*': ['1'] },
  off: { en: ['Off'], it: ['No'] },
});
const says = (key, value, lang = 'en') => text.match(keys.get(key), value, lang);

test('exact phrases match the whole text and nothing more', () => {
  assert.equal(says('@train', ' Train on my posts. ')?.lang, 'en');
  assert.equal(says('@train', 'Train on my posts and ads'), null);
  assert.equal(says('@train', 'Train on my tweets')?.lang, 'en');
});

test('a wrong lang attribute does not hide a phrase: every language is tried', () => {
  assert.equal(says('@train', 'Mit meinen Beiträgen trainieren', 'en')?.lang, 'de');
  assert.equal(says('@train', '允许训练', '')?.lang, 'zh');
});

test('starts says what may follow: a unit that the page names, or a host name', () => {
  const blog = (value, units = []) =>
    text.match(keys.get('@blog'), value, 'en', false, units)?.rest;
  assert.equal(blog('Prevent third-party sharing for ada.tumblr.com'), 'ada.tumblr.com');
  assert.equal(blog('Prevent third-party sharing for ada-writes', ['ada-writes']), 'ada-writes');
  assert.equal(
    blog('Prevent third-party sharing for ada-writes.tumblr.com', ['ada-writes']),
    'ada-writes.tumblr.com',
  );
  assert.equal(blog('Prevent third-party sharing for ada.blog', ['ada.blog']), 'ada.blog');
  for (const other of ['beta.tumblr.com', 'ada-draws', 'my.ada-writes.com', 'ada.writes']) {
    assert.equal(
      blog(`Prevent third-party sharing for ${other}`, ['ada-writes']),
      undefined,
      other,
    );
  }
  for (const value of [
    'Prevent sharing',
    'Prevent third-party sharing for',
    'Prevent third-party sharing for advertising',
    'Prevent third-party sharing for ada-writes in ads',
  ])
    assert.equal(blog(value, ['ada-writes']), undefined, value);
});

test('starts with keys: one of their words, or nothing, and nothing else', () => {
  for (const value of ['Train on my posts', 'Train on my posts: On', 'Train on my posts Off'])
    assert.ok(says('@row', value), value);
  for (const value of [
    'Train on my posts: opt-out',
    'Train on my posts for ads',
    'Train on my posts On Off',
    'Train on my postscript On',
    'Train on my posts one',
  ])
    assert.equal(says('@row', value), null, value);
});

test('a sentence may go on; one that begins with another word of these letters is another', () => {
  assert.ok(says('@opening', 'By allowing your data to be used, you help'));
  assert.equal(says('@opening', 'By allowing your database'), null);
});

test('words: all must occur, in scripts without spaces too; not excludes', () => {
  assert.ok(says('@loose', 'We train on your data'));
  assert.equal(says('@loose', 'We train ads on your data'), null);
  assert.ok(says('@loose', 'データをAIの学習に使う', 'ja'));
});

test('only: a language that the key speaks is asked alone', () => {
  assert.equal(text.match(keys.get('@off'), 'No', 'en', true), null);
  assert.ok(text.match(keys.get('@off'), 'No', 'it', true));
  assert.ok(text.match(keys.get('@on'), '1', 'en', true), '* belongs to every language');
});

test('within a longer text: whole words where the script has spaces', () => {
  const on = keys.get('@on');
  assert.equal(text.within(on, text.normalise('once upon a time')), false);
  assert.equal(text.within(on, text.normalise('it is on now')), true);
  assert.equal(text.within(keys.get('@train'), text.normalise('设置：允许训练模型')), true);
});

test('speaks: primary language decides, unknown is not known', () => {
  assert.equal(text.speaks(keys.get('@train'), 'de-AT'), true);
  assert.equal(text.speaks(keys.get('@train'), 'ar'), false);
  assert.equal(text.speaks(keys.get('@train'), ''), false);
});

test('empty text says nothing', () => {
  assert.equal(says('@train', ''), null);
  assert.equal(says('@train', ' \u200f . '), null);
});
