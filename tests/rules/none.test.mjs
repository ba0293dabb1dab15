// Platforms without a control: shape, honesty, translations, and what must be rejected.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { indexOf, readNone, readRules, root } from '../../scripts/lib-rules.mjs';
import { noneFindings } from '../../scripts/lib-check.mjs';

const rules = readRules();
const none = readNone();
const list = rules.map(({ rule }) => rule);
const localesDir = join(root, 'extension', '_locales');

test('the list is complete in itself', () => assert.deepEqual(noneFindings(none, list), []));

test('the index carries it as it is, and it adds no host', () => {
  const index = indexOf(rules, none);
  assert.deepEqual(index.without, none.platforms);
  assert.deepEqual(
    index.platforms.flatMap(platform => platform.hosts),
    list.flatMap(rule => rule.hosts),
  );
});

for (const id of [
  'reddit',
  'discord',
  'twitch',
  'spotify',
  'bluesky',
  'mastodon',
  'threads',
  'snapchat',
  'academia',
  'shutterstock',
]) {
  test(`a person who asks about ${id} gets an answer`, () =>
    assert.ok(none.platforms.some(platform => platform.id === id)));
}

test('every platform that was promised has a rule or a line', () => {
  const promised = [
    'linkedin',
    'x',
    'facebook',
    'instagram',
    'threads',
    'whatsapp',
    'pinterest',
    'youtube',
    'quora',
    'tumblr',
    'wordpress',
    'medium',
    'substack',
    'github',
    'canva',
    'adobe',
    'grammarly',
    'figma',
    'note',
    'artstation',
    'deviantart',
    'roblox',
    'squarespace',
    'academia',
    'udemy',
    'hatena',
    'chatgpt',
    'claude',
    'gemini',
    'copilot',
    'grok',
    'perplexity',
    'deepseek',
    'mistral',
    'characterai',
    'alexa',
    'tiktok',
    'gmail',
    'dropbox',
    'discord',
    'snapchat',
    'shutterstock',
  ];
  const answered = new Set([
    ...list.map(rule => rule.id),
    ...none.platforms.map(platform => platform.id),
  ]);
  assert.deepEqual(
    promised.filter(id => !answered.has(id)),
    [],
  );
});

test('every sentence is in every locale, and English says the same as the list', () => {
  for (const locale of readdirSync(localesDir)) {
    const messages = JSON.parse(readFileSync(join(localesDir, locale, 'messages.json'), 'utf8'));
    for (const { id, sentence } of none.platforms) {
      assert.ok(messages[sentence.key]?.message, `${locale}: ${sentence.key}`);
      if (locale === 'en') assert.equal(messages[sentence.key].message, sentence.text, id);
    }
  }
});

test('a text that is silent is never told as a promise', () => {
  for (const platform of none.platforms.filter(({ trains }) => trains === 'silent'))
    assert.match(platform.sentence.text, /no promise/, platform.id);
  for (const platform of none.platforms.filter(({ trains }) => trains === 'no'))
    assert.match(platform.sentence.text, / says |terms of /, platform.id);
});

/** @type {[string, (copy: any) => void, RegExp][]} */
const cases = [
  [
    'a line without a source',
    copy => {
      delete copy.platforms[0].source;
    },
    /source/,
  ],
  [
    'a source that is neither an address nor a document with its name',
    copy => {
      copy.platforms[0].source = 'somebody';
    },
    /source/,
  ],
  [
    'a source without encryption',
    copy => {
      copy.platforms[0].source = 'http://example.org/';
    },
    /source/,
  ],
  [
    'grade U',
    copy => {
      copy.platforms[0].grade = 'U';
    },
    /grade/,
  ],
  [
    'a match pattern instead of a domain',
    copy => {
      copy.platforms[0].domains = ['https://*.reddit.com/*'];
    },
    /domains/,
  ],
  [
    'a state of its own',
    copy => {
      copy.platforms[0].training = 'denied';
    },
    /additional/,
  ],
  [
    'a word about training that is not in the table',
    copy => {
      copy.platforms[0].trains = 'never';
    },
    /trains/,
  ],
  [
    'one platform twice',
    copy => {
      copy.platforms.push(structuredClone(copy.platforms[0]));
    },
    /is there twice/,
  ],
  [
    'a platform that has a rule',
    copy => {
      copy.platforms[0].id = 'linkedin';
    },
    /linkedin has a rule/,
  ],
  [
    'a domain that is read by a rule',
    copy => {
      copy.platforms[0].domains = ['linkedin.com'];
    },
    /which is linkedin's/,
  ],
  [
    'a pointer to nothing',
    copy => {
      copy.platforms[0].see = 'nowhere';
    },
    /points at nowhere/,
  ],
];
for (const [name, spoil, expected] of cases) {
  test(`rejected: ${name}`, () => {
    const copy = structuredClone(none);
    spoil(copy);
    const found = noneFindings(copy, list);
    assert.ok(
      found.some(line => expected.test(line)),
      found.join(' | ') || 'nothing found',
    );
  });
}
