// What does On mean? The pure core: words in, meaning out. Every language that the lexicon knows
// has its turned labels. What the lines of the row say beside a label: meaning-lines.test.mjs.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { SOFT } from './languages/restricting.mjs';
import { TURNED } from './languages/turned.mjs';
import { is, LABEL, lexicon, means, run, text } from './lib/meaning.mjs';

test('the label and nothing against it', () => {
  is(means([LABEL]), 'ok');
  is(
    means([LABEL, 'Applies to models that write, draw or speak. We do not use private messages.']),
    'ok',
  );
  is(means([LABEL], {}, { names: [LABEL] }), 'ok');
  is(means([LABEL, 'Learn more about how you can opt out of other things, too.']), 'ok');
});

test('typography is no other word', () => {
  const odd = 'Use my\u00a0da\u00adta for train\u200bing AI\u202f\u200fmodels.';
  is(means([odd], {}, { names: [LABEL.toUpperCase()] }), 'ok');
  is(means([run(['Use my', '\u00a0', 'data for ', 'train', 'ing AI', ' models'])]), 'ok');
  is(means(['Meine Daten zum Trainieren von KI\u2011Modellen verwenden'], { lang: 'de' }), 'ok');
});

test('letters that only look alike are other letters', () => {
  for (const value of [
    LABEL.replace('a', '\u0430'),
    LABEL.replace('o', '\u03bf'),
    LABEL.replace('d', '\u0501'),
  ])
    is(means([value]), 'layout-changed');
});

test('a reworded label in a language of the rule, whatever the hook says', () => {
  for (const value of [
    'Keep my data out of training',
    'Opt out of training AI models with my data',
    'Use my data for ads',
    'Ne pas utiliser mes données',
  ]) {
    is(means([value], { spoken: true }), 'layout-changed');
    is(means([value], { spoken: true }, { names: [value] }), 'layout-changed');
  }
  is(means(['Use my data'], { spoken: true, lang: '' }), 'layout-changed');
});

test('a label that goes on says something else', () => {
  is(means([run([LABEL, ' for advertising'])]), 'layout-changed');
  is(means([run([LABEL, ': opt-out'])]), 'layout-changed');
  is(means([LABEL, 'for partners only']), 'layout-changed');
  is(means([run([LABEL, ' ', 'On'])]), 'ok');
  is(means([run([LABEL, ' ', 'New'])]), 'ok');
  is(means([run(['Opt out: ', LABEL])]), 'layout-changed');
});

test('a negation beside the label, before it, or above it', () => {
  is(means([run('Opt out of:', { where: 'lead' }), LABEL]), 'layout-changed');
  is(means([run('Do not', { where: 'lead', heading: true }), LABEL]), 'layout-changed');
  is(means(['Exclude me', LABEL]), 'layout-changed');
  is(means([run('Data for AI', { where: 'lead', heading: true }), LABEL]), 'ok');
  is(means([run('Do not train on my content', { where: 'lead', heading: true }), LABEL]), 'ok');
  is(means([LABEL, run('Opt out of emails', { press: true })]), 'ok');
});

test('name and shown words that differ are a conflict; more of the same row is not', () => {
  is(means(['Keep my chats out of training'], {}, { names: [LABEL] }), 'conflict');
  is(means([LABEL], {}, { names: ['Use my data for ads'] }), 'conflict');
  is(means([LABEL], {}, { names: ['Keep my data out of training'] }), 'conflict');
  is(means([LABEL], {}, { names: [`${LABEL}, not`] }), 'conflict');
  for (const name of [
    'Toggle',
    'On',
    'Switch setting',
    `${LABEL} On`,
    `Toggle: ${LABEL}`,
    `${LABEL} Helps us.`,
  ])
    is(means([LABEL, 'Helps us.'], {}, { names: [name] }), 'ok');
});

test('a control with a label of its own, beside the words of the rule, is another', () => {
  is(means([LABEL, 'Deals Program'], {}, { names: ['Deals Program'] }), 'not-found');
  is(
    means([LABEL, 'I would like to opt out'], {}, { names: ['I would like to opt out'] }),
    'not-found',
  );
});

test('a hook that says "opt out" stands beside words that refuse, once', () => {
  const german = { lang: 'de', speaks: false, spoken: true, onMeans: 'opted-out' };
  is(means(['Weitergabe an Dritte verhindern'], german), 'ok', 'likely');
  is(
    means(
      [run('Lesen', { where: 'lead', heading: true }), 'Weitergabe an Dritte verhindern'],
      german,
    ),
    'ok',
    'likely',
  );
  is(means(['Weitergabe an Dritte erlauben'], german), 'layout-changed');
  is(means(['Weitergabe an Dritte nicht verhindern'], german), 'layout-changed');
});

test('the name alone, without shown words: likely at most', () => {
  is(means([], {}, { names: [LABEL] }), 'ok', 'likely');
  is(means(['On'], {}, { names: [LABEL] }), 'ok', 'likely');
  is(means(['Off'], {}, { names: [LABEL] }), 'conflict', 'likely');
});

test('another language: a hook that says the direction, likely at most; else unknown', () => {
  const arabic = 'استخدام بياناتي لتدريب نماذج الذكاء الاصطناعي';
  is(means([arabic], { lang: 'ar', speaks: false, spoken: true }), 'ok', 'likely');
  is(
    means([arabic], { lang: 'ar', speaks: false, spoken: true }, { names: [arabic] }),
    'ok',
    'likely',
  );
  is(means([arabic], { lang: 'ar', speaks: false }), 'not-found');
  is(means(['عدم استخدام بياناتي'], { lang: 'ar', speaks: false, spoken: true }), 'layout-changed');
  is(means(['Use my data'], { lang: 'ar', speaks: false, spoken: true }), 'not-found');
  is(means([arabic], { lang: 'qya', speaks: false, spoken: true }), 'not-found');
  is(
    means(['نص آخر'], { lang: 'ar', speaks: false, spoken: true }, { names: [arabic] }),
    'conflict',
  );
});

for (const [lang, [straight, turned]] of Object.entries(TURNED)) {
  test(`${lang}: a label is told from its opposite`, () => {
    assert.equal(lexicon.negates(straight, [lang]), false, straight);
    for (const value of turned) assert.equal(lexicon.negates(value, [lang]), true, value);
    is(means([straight], { lang, speaks: false, spoken: true }), 'ok', 'likely');
    for (const value of turned)
      assert.notEqual(means([value], { lang, speaks: false, spoken: true }).why, 'ok', value);
    // The same words before a label that the rule knows.
    const own = { labels: [text.compile({ train: { [lang]: [straight] } }).get('@train')], lang };
    is(means([straight], own), 'ok');
    for (const value of turned)
      assert.notEqual(
        means([run(value, { where: 'lead', heading: true }), straight], own).why,
        'ok',
        value,
      );
  });
}

test('what restricts is known in every language: as a lead, a heading, and a label', () => {
  assert.deepEqual(Object.keys(SOFT).sort(), Object.keys(lexicon.TURNS).sort());
  for (const [lang, [leads, labels]] of Object.entries(SOFT)) {
    const straight = TURNED[lang]?.[0] ?? LABEL;
    const own = { labels: [text.compile({ train: { [lang]: [straight] } }).get('@train')], lang };
    for (const lead of leads) {
      for (const heading of [true, false]) {
        assert.equal(
          means([run(lead, { where: 'lead', heading }), straight], own).why,
          'layout-changed',
          `${lang} ${lead}`,
        );
      }
    }
    for (const label of labels) {
      assert.notEqual(
        means([label], { lang, speaks: false, spoken: true }).why,
        'ok',
        `${lang} ${label}`,
      );
    }
  }
});

test('a label in an unspoken language must permit by a word of its own', () => {
  is(means(['Meine Daten verwenden'], { lang: 'de', speaks: false, spoken: true }), 'ok', 'likely');
  for (const value of ['Meine Daten behüten', 'Daten im Tresor', 'KI-Training']) {
    is(means([value], { lang: 'de', speaks: false, spoken: true }), 'not-found');
  }
});

test('a beginning that the label finishes must be understood', () => {
  is(means([run('Fence my chats in against', { where: 'lead' }), LABEL]), 'layout-changed');
  for (const lead of ['Ward my chats from', 'Spare my posts in:'])
    is(means([run(lead, { where: 'lead' }), LABEL]), 'layout-changed');
  for (const lead of ['Use my chats for:', 'Allow the following', 'Data and privacy', 'AI:'])
    is(means([run(lead, { where: 'lead' }), LABEL]), 'ok');
});

test('a heading says whose settings they are', () => {
  for (const value of [
    'Default for new team members',
    'Team default',
    'Teen account: Lily',
    'Child accounts',
    'Jugendkonten',
    'Enfants',
    'Nuevos miembros',
    '子どものアカウント',
    '青少年模式',
    '자녀 계정',
    'Детский аккаунт',
  ]) {
    for (const outer of [false, true])
      is(means([run(value, { where: 'lead', heading: true, outer }), LABEL]), 'not-found');
  }
  for (const value of ['Your account', 'Teamwork', 'Privacy', 'Do not train on my content'])
    is(means([run(value, { where: 'lead', heading: true }), LABEL]), 'ok');
});

test('a page that the browser translated is no changed layout', () => {
  is(
    means(['Utilisez mes informations'], { lang: 'fr', translated: true, speaks: true }),
    'not-found',
  );
  is(
    means(['Utilisez mes informations'], {
      lang: 'fr',
      translated: true,
      speaks: true,
      spoken: true,
    }),
    'ok',
    'likely',
  );
  is(means([LABEL], { translated: true }), 'ok', 'likely');
});
