// A sample holds the setting and nothing of the person (docs/samples.md): what is planted anywhere
// in a page is not in the file, and what a rule reads of the page it reads of the sample.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { addressOf } from '../../extension/shared/sample-address.js';
import { ELEMENTS, MOST } from '../../extension/shared/sample-form.js';
import { keptOf } from '../../extension/pages/popup/sample-file.js';
import { testOf } from '../../scripts/add-sample.mjs';
import { Unusable, withTest } from '../../scripts/lib-sample.mjs';
import { readRules, root } from '../../scripts/lib-rules.mjs';
import { htmlFor, pageHtml, runTest, wakes } from './lib/fixtures.mjs';
import { PLANTED, foundIn, plant } from './lib/planted.mjs';
import { madeOf, savedOf } from './lib/sample.mjs';

const full = process.env.OPTOUTLOG_FULL === '1';
const NODES = full ? 100_000 : 20_000;
const rules = readRules().map(({ rule }) => rule);
const ruleOf = id => rules.find(rule => rule.id === id);
/** One page of each platform on which a state is read, on and off in turns. */
const PAGES = rules
  .filter(rule => rule.controls && rule.kind !== 'not-training')
  .flatMap((rule, n) => {
    const wanted = ['allowed', 'denied'][n % 2];
    const all = rule.tests.filter(
      it => /^(?:allowed|denied)$/.test(it.expect.training) && wakes(rule, it.url),
    );
    const entry = all.find(it => it.expect.training === wanted) ?? all[0];
    return entry ? [{ rule, entry, html: htmlFor(pageHtml(rule, entry), entry) }] : [];
  });
/** The name of its button is a sentence of no rule: it is read where the person ticks that. */
const NOT_BY_ITSELF = new Set(['gemini']);

const dir = mkdtempSync(join(tmpdir(), 'sample-'));
after(() => rmSync(dir, { recursive: true }));

// every fourth one in the normal run
test('what is planted in twenty pages and more is in none of their samples', async t => {
  assert.ok(PAGES.length >= 20, `${PAGES.length} pages`);
  for (const { rule, entry, html } of PAGES.filter((_page, n) => full || n % 4 === 1))
    await t.test(`${rule.id} ${entry.file}`, async () => {
      const made = await madeOf({ html, url: entry.url, rule, touch: plant });
      assert.equal(made.refused, undefined);
      assert.ok(
        made.texts.some(({ text }) => text.includes(PLANTED.name)),
        'it was there',
      );
      assert.deepEqual(foundIn(savedOf(made)), []);
    });
});

test('nor in those of pages made with component libraries, on a site without a rule', async () => {
  const all = JSON.parse(readFileSync(join(root, 'tests/out/render/pages.json'), 'utf8'));
  const pages = all.filter(({ jsdom }) => jsdom !== false);
  assert.ok(pages.length > 3);
  for (const { html, file } of pages.slice(0, 8)) {
    const url = `https://${PLANTED.slug}.exampler.test/settings/${PLANTED.slug}?q=${PLANTED.token}`;
    const made = await madeOf({ html, url, rule: null, touch: plant });
    assert.deepEqual(foundIn(savedOf(made)), [], file);
    assert.equal(made.address, 'https://*.exampler.test/settings/*');
  }
});

describe('a readable page reads the same from its sample', () => {
  // every fourth one in the normal run
  for (const { rule, entry, html } of PAGES.filter((_page, n) => full || n % 4 === 0))
    test(`${rule.id} ${entry.file}`, async () => {
      const control = entry.control ?? rule.controls.find(it => !it.part).id;
      const made = await madeOf({ html, url: entry.url, rule, after: 12_000 });
      const sees = entry.expect.training === 'allowed' ? 'may' : 'may-not';
      const ticked = NOT_BY_ITSELF.has(rule.id) ? new Set(made.texts.keys()) : keptOf(made);
      const added = await testOf(savedOf(made, { sees, control, ticked }));
      assert.equal(added.says, 'read', JSON.stringify(added.test));
      const { wrong } = await runTest(rule, added.test, added.html);
      assert.deepEqual(wrong, []);
      assert.deepEqual(JSON.parse(added.ruleText).tests.at(-1), added.test);
    });
});

describe('what is true is what the person saw', () => {
  const linkedin = ruleOf('linkedin');
  const entry = linkedin.tests.find(({ file }) => file === 'artdeco-on.html');
  const sample = async (said, change = html => html) =>
    savedOf(
      await madeOf({ html: change(pageHtml(linkedin, entry)), url: entry.url, rule: linkedin }),
      { control: 'genai-training', ...said },
    );
  const redesigned = html => html.replaceAll(/Use my data[^<]*/g, 'Let it learn from my posts');

  test('On is read through the rule', async () => {
    const { says, test: made } = await testOf(await sample({ sees: 'on' }));
    assert.equal(says, 'read');
    assert.equal(made.expect.training, 'allowed');
  });

  test('a page that is not read keeps what is true, and why less is expected', async () => {
    const { says, test: made } = await testOf(await sample({ sees: 'on' }, redesigned));
    assert.equal(says, 'unread');
    assert.equal(made.expect.training, 'unknown');
    assert.equal(made.sample.true, 'allowed');
    assert.match(made.sample.reason, /does not read/);
  });

  test('the opposite of what is read is what the test expects', async () => {
    const { says, test: made } = await testOf(await sample({ sees: 'off' }));
    assert.equal(says, 'wrong');
    assert.equal(made.expect.training, 'denied');
  });

  test('"I cannot tell": silence where nothing is read, else a refusal', async () => {
    const { says, test: made } = await testOf(await sample({ sees: 'unclear' }, redesigned));
    assert.equal(says, 'silence');
    assert.equal(made.expect.training, 'unknown');
    await assert.rejects(testOf(await sample({ sees: 'unclear' })), Unusable);
  });
});

describe('bad pages end in a bounded sample or in a refusal, and soon', () => {
  const rule = ruleOf('linkedin');
  const url = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
  const SWITCH = '<p>Use my data for training content creation AI models</p><input type=checkbox>';
  const page = body => `<!doctype html><html lang=en><main><h1>Settings</h1>${body}</main></html>`;
  const name = 'Zoqvuqna '.repeat(1200);
  const inside = (many, body) => '<div>'.repeat(many) + body + '</div>'.repeat(many);
  const cases = {
    'names of 10,000 characters': page(`<div>${SWITCH}<b title="${name}">${name}</b></div>`),
    [`${NODES} nodes`]: page(`<div>${SWITCH}</div>${'<i>Zoqvuqna</i>'.repeat(NODES)}`),
    'a nest of 400': page(inside(400, `<div>${SWITCH}</div>`)),
    'megabytes of text': page(`<div>${SWITCH}</div><p>${'Zoqvuqna '.repeat(300_000)}</p>`),
    'markup for a name': page(
      `<div>${SWITCH}&lt;img src=x onerror=alert(1)&gt;<b title="&quot;><script>">x</b></div>`,
    ),
    'fields that shadow the form': page(
      `<form><input name=parentElement><input name=attributes><input name=childNodes>
       <input name=localName><input name=shadowRoot><input name=nodeType>
       <div>${SWITCH}</div></form>`,
    ),
    'hidden letters in the words of the rule': page(
      `<div>${SWITCH.replace('training', 'train\u200bing\u{e0061}\u{e0062}')}</div>`,
    ),
  };
  for (const [title, html] of Object.entries(cases))
    test(title, async () => {
      const began = process.cpuUsage();
      const made = await madeOf({ html, url, rule, after: 0 });
      const { user, system } = process.cpuUsage(began);
      assert.ok(user + system < 120e6, `${user + system} µs of a processor`);
      if (made.refused) return assert.match(made.refused, /^(?:large|empty)$/);
      const text = savedOf(made, { sees: 'off', control: 'genai-training' });
      assert.ok(text.length <= MOST.bytes);
      assert.deepEqual(foundIn(text), []);
      assert.doesNotMatch(text, /[\u200b\u{e0000}-\u{e007f}]/u);
      assert.ok(text.includes('Use my data for training content creation AI models'));
      const { html: written } = await testOf(text);
      assert.doesNotMatch(written, /<script|onerror|<img/);
    });

  test('what is chosen among many is not told, in whatever way', async () => {
    const four = (group, more = '') =>
      'abcd'
        .replaceAll(/./g, `<label><input type=radio name=${group} value=$&>$&</label>`)
        .replace('value=c', '$& checked') + more;
    const land = `<select>${'<option>Zoqvuq'.repeat(5)}<option selected>Wexbrugh</select>`;
    const own = '<b role=option aria-selected=true class="item selected">Wexbrugh</b>';
    const menu = '<ul role=menu>' + '<li role=menuitemradio aria-checked=false>Zo</li>'.repeat(4);
    const html = page(
      `<div>${SWITCH}</div><fieldset>${four('sex')}</fieldset>${four('land')}${land}${own}
       ${menu}<li role=menuitemradio aria-checked=true class=is-active data-state=checked>We</ul>`,
    );
    const text = savedOf(await madeOf({ html, url, rule }));
    assert.doesNotMatch(text, /"(?:checked|selected|aria-checked|aria-selected|data-state)"/);
    assert.doesNotMatch(text, /selected|active/);
  });

  test('a frame in the words of the rule is no part of them', async () => {
    const html = page(
      `<label>Use my data for <b>training</b> content creation AI models<iframe
        srcdoc="<p>Zoqvuqna Wexbrugh</p>"></iframe><input type=checkbox></label>`,
    );
    const text = savedOf(await madeOf({ html, url, rule }));
    assert.deepEqual(foundIn(text), []);
    assert.match(text, /Xxxxxxxx Xxxxxxxx/);
  });

  test('an address of a machine, of a person’s own name, with a secret', () => {
    const told = (at, its = null) => addressOf(at, its).address;
    assert.equal(told('https://192.168.7.31/ada/settings'), 'https://*.invalid/*/settings');
    assert.equal(told('https://ada.blog.example.co.uk/'), 'https://*.*.example.co.uk/');
    assert.equal(told('https://ada.github.io/x#/users/ada?k=1'), 'https://*.github.io/*#/users/*');
    const tumblr = ruleOf('tumblr');
    assert.equal(
      told('https://www.tumblr.com/settings/blog/ada?t=secret', tumblr),
      'https://www.tumblr.com/settings/blog/*',
    );
  });
});

test('filler has the length of each word, and no letter of it', async () => {
  const said = [
    'Ada, born 1815: hello!',
    'Привет мир',
    '学習データ',
    'مرحبا بك',
    'E\u0301mile ist',
  ];
  const body = said.map(it => `<p>${it}</p>`).join('');
  const html = `<!doctype html><main><input type=checkbox>${body}`;
  const { texts } = await madeOf({ html, url: 'https://a.test/', rule: null });
  assert.deepEqual(
    texts.map(({ filler }) => filler),
    ['Xxx, xxxx 0000: xxxxx!', 'Жжжжжж жжж', '字字かかか', 'سسسسس سس', 'Xxxxx xxx'],
  );
});

describe('a file that was tampered with is refused, and nothing is written', () => {
  const rule = ruleOf('linkedin');
  const entry = rule.tests.find(({ file }) => file === 'artdeco-on.html');
  const whole = madeOf({ html: pageHtml(rule, entry), url: entry.url, rule }).then(made =>
    JSON.parse(savedOf(made, { sees: 'on', control: 'genai-training' })),
  );
  const node = more => file => file.tree.push({ el: 'div', ...more });
  const changes = {
    'a script': node({ el: 'script', kids: ['alert(1)'] }),
    'a picture': node({ el: 'img' }),
    'a listener': node({ attrs: { onclick: 'alert(1)' } }),
    'an address': node({ attrs: { href: 'https://a.test/' } }),
    'a style': node({ attrs: { style: 'color:red' } }),
    'an attribute of data': node({ attrs: { 'data-user': 'x' } }),
    'markup in an id': node({ attrs: { id: '"><script>' } }),
    'a long number in an id': node({ attrs: { id: 'user-48151' } }),
    'a value of a field': node({ el: 'input', attrs: { type: 'text', value: 'Ada Lovelace' } }),
    'an unknown member': file => Object.assign(file, { account: 'ada' }),
    'an unknown member of a node': node({ html: '<b>' }),
    'a frame with an address': node({ el: 'iframe', attrs: { src: 'https://a.test/' } }),
    'hidden letters': node({ kids: ['a\u200bb'] }),
    'a long text': node({ kids: ['a'.repeat(401)] }),
    'a query': file => Object.assign(file, { address: `${file.address}?user=ada` }),
    'an hour': file => Object.assign(file, { made: '2026-11-29T10:00:00Z' }),
    'another form': file => Object.assign(file, { format: 'opt-out-log-sample/2' }),
    'a deep nest': file => {
      for (let n = 0; n < 80; n++) file.tree = [{ el: 'div', kids: file.tree }];
    },
    'too many elements': file => file.tree.push(...Array(3000).fill({ el: 'br' })),
    'a platform without a rule': file => Object.assign(file, { platform: 'nowhere' }),
    'a path for a platform': file => Object.assign(file, { platform: '../linkedin' }),
    'a site of one’s own': file =>
      Object.assign(file, { platform: null, rev: null, site: 'www.exampler.test' }),
    'a control that is not the rule’s': file => Object.assign(file, { control: 'other' }),
    'a member of every object': file => Object.assign(file, JSON.parse('{"__proto__":{"a":1}}')),
  };
  for (const [title, change] of Object.entries(changes))
    test(title, async () => {
      const file = structuredClone(await whole);
      change(file);
      const { text } = { text: JSON.stringify(file) };
      if (title === 'a member of every object')
        return assert.rejects(testOf(text.replace('{', '{"__proto__":{"a":1},')), Unusable);
      await assert.rejects(testOf(text), Unusable);
    });

  test('by the command too: what is wrong, status 1, no file', async () => {
    const file = { ...(await whole), script: 'alert(1)' };
    const name = join(dir, 'sample.json');
    writeFileSync(name, JSON.stringify(file));
    const status = () => execFileSync('git', ['status', '--short', 'tests/pages'], { cwd: root });
    const before = status().toString();
    const run = file =>
      spawnSync(process.execPath, [join(root, 'scripts/add-sample.mjs'), ...file], {
        encoding: 'utf8',
      });
    const refused = run([name]);
    assert.equal(refused.status, 1, refused.stderr);
    assert.match(refused.stderr, /file\.script\. Nothing was written/);
    writeFileSync(name, 'x'.repeat(5 * MOST.bytes));
    assert.equal(run([name]).status, 1);
    assert.equal(run([]).status, 2);
    assert.equal(status().toString(), before);
  });

  test('a rule whose tests are not its last part is left as it is', () => {
    const text = '{\n  "id": "a",\n  "tests": [\n    1\n  ],\n  "note": "x"\n}\n';
    assert.throws(() => withTest(text, { file: 'x' }), Unusable);
  });
});

test('the page and the file know the same elements', () => {
  const tree = readFileSync(join(root, 'extension/content/sample/tree.js'), 'utf8');
  const [, list] = /const ELEMENTS = split\(([^)]*)\)/.exec(tree);
  const names = [...list.matchAll(/'([^']*)'/g)].flatMap(([, part]) => part.trim().split(' '));
  assert.deepEqual(names.toSorted(), [...ELEMENTS].toSorted());
});
