// What pages say after a form was sent, in many languages: what is a receipt, and what is none.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { ERRORS } from './languages/errors.mjs';
import { RECEIPTS } from './languages/receipts.mjs';
import { NOT_TAKEN, TAKEN } from './languages/sentences.mjs';
import { namespace } from './lib/namespace.mjs';

const { receipt } = namespace(['text.js', 'receipt-words.js', 'receipt-doubts.js', 'receipt.js']);
const judge = (...blocks) => receipt.judge(blocks);

for (const [lang, list] of Object.entries(TAKEN)) {
  for (const words of list)
    test(`a receipt (${lang}): ${words}`, () => assert.equal(judge(words), 'taken'));
}
for (const [lang, list] of Object.entries(NOT_TAKEN)) {
  for (const words of list)
    test(`no receipt (${lang}): ${words}`, () => assert.notEqual(judge(words), 'taken'));
}

for (const [lang, list] of Object.entries(RECEIPTS)) {
  for (const page of list) {
    test(`a page's receipt (${lang}): ${page.join(' / ')}`, () => {
      assert.equal(judge(...page), 'taken');
    });
  }
}
for (const [lang, list] of Object.entries(ERRORS)) {
  for (const page of list) {
    test(`a page's error (${lang}): ${page.join(' / ')}`, () => {
      assert.notEqual(judge(...page), 'taken');
    });
  }
}
test('a word of trouble in one language voids a receipt in another', () => {
  assert.equal(judge('Your request was received.', 'Serverfehler'), 'refused');
  assert.equal(judge('Votre demande a été reçue.', 'Le formulaire', 'Error 31'), 'refused');
});
test('a receipt beside what a gateway or a mailer says is none', () => {
  const pages = [
    'Your request was sent. HTTP 502 Bad Gateway',
    'Your request was sent. Unknown recipient.',
    'Votre demande a été envoyée. Le destinataire est inconnu.',
    '您的请求已收到。系统繁忙。',
  ];
  for (const words of pages) assert.equal(judge(words), 'refused', words);
});
test('every language has both kinds of words', () => {
  for (const lang of receipt.languages) assert.ok(RECEIPTS[lang] && ERRORS[lang], lang);
});

test('a receipt beside a refusal is none', () => {
  assert.equal(judge('Your request was received.', 'It could not be submitted.'), 'refused');
  assert.equal(
    judge('Wir haben deine Anfrage erhalten.', 'Sie konnte nicht gespeichert werden.'),
    'refused',
  );
});
test('a heading and what follows it are read together', () => {
  assert.equal(
    judge('Your request was received', 'Case 991204. We will answer by e-mail.'),
    'taken',
  );
});
test('nothing new says nothing', () => assert.equal(judge(), 'unclear'));
