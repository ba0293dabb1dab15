// A switch that a person pointed at is found again, read by the words it was shown with, and by
// nothing else: a turned label, a neighbour, a twin and another page are not followed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { join } from 'node:path';
import { root } from '../../scripts/lib-rules.mjs';
import { crossed, openToPoint, ownOf, pointAt, readings, ruleOfOwn } from './lib/point.mjs';
import { LABEL, row } from './lib/widget-markup.mjs';
import { pageOf } from './lib/widget-pages.mjs';
import { WIDGETS } from './lib/widgets.mjs';

const URL_ = 'https://www.exampler.test/settings/data';
const SWITCH =
  '<button type="button" role="switch" aria-checked="true" aria-labelledby="train-label"></button>';
const page = (body, { title = 'Data privacy', lang = 'en' } = {}) =>
  `<!doctype html><html lang="${lang}"><title>Settings</title><main><h1>${title}</h1>` +
  `<div><label><input type="checkbox" checked>Show me as online</label></div>${body}</main></html>`;
const off = html => html.replaceAll('aria-checked="true"', 'aria-checked="false"');
const said = list => list.map(({ training, why, sure }) => [training, why, sure]);

/** @param {string} html @param {object} [more] */
async function ownRule(html, more = {}) {
  const { draft, control } = await pointAt({ html, url: URL_, words: LABEL, ...more });
  assert.ok(control, 'it is in the list');
  assert.equal(draft.refused, undefined, JSON.stringify(draft));
  return ruleOfOwn(ownOf({ draft, url: URL_ }));
}

/** Kinds whose state is no property that a list can show: a text, a menu, a chip. */
const UNLISTED = new Set(['menu-button', 'opposite-chip', 'row-button', 'text-only', 'menu-item']);

describe('every kind of widget that is two-sided', () => {
  for (const widget of WIDGETS) {
    if (widget.jsdom === false || UNLISTED.has(widget.id) || widget.path) continue;
    test(`${widget.id}: pointed at while off, read on and off, as probable`, async () => {
      const html = on => pageOf(widget, on ? widget.on : widget.off);
      const { control } = await pointAt({ html: html(false), url: URL_, words: LABEL });
      const allows = control?.values ? control.values[0].text : null;
      const rule = await ownRule(html(false), { allows });
      const on = await readings({ html: html(true), url: URL_, rule });
      assert.deepEqual(said(on), [['allowed', 'ok', 'likely']]);
      const not = await readings({ html: html(false), url: URL_, rule });
      assert.deepEqual(said(not), [['denied', 'ok', 'likely']]);
    });
  }
});

describe('what was pointed at and is not there', () => {
  const pointed = page(row(SWITCH));
  const cases = {
    'a turned label': [page(row(SWITCH, 'Do not use my data to train AI models')), null],
    'other words': [page(row(SWITCH, 'Use my data to improve search')), null],
    'a twin in the opposite state': [page(row(SWITCH) + off(row(SWITCH))), null],
    'a neighbour in its place': [page(row(SWITCH.replaceAll('train', 'x'), 'Show my city')), null],
    'the same words in an article': [page(`<article>${row(SWITCH)}</article>`), null],
    'an empty page': [page(''), null],
    'a warning that it does nothing': [
      page(`${row(SWITCH)}<p>This setting has no effect on your account.</p>`),
      null,
    ],
  };
  for (const [name, [html]] of Object.entries(cases)) {
    test(name, async () => {
      const rule = await ownRule(pointed);
      const list = await readings({ html, url: URL_, rule });
      assert.deepEqual(
        list.filter(({ training }) => training !== 'unknown'),
        [],
        JSON.stringify(said(list)),
      );
    });
  }

  test('and it is read where all is as it was', async () => {
    const list = await readings({ html: pointed, url: URL_, rule: await ownRule(pointed) });
    assert.deepEqual(said(list), [['allowed', 'ok', 'likely']]);
  });

  test('another page of the same site', async () => {
    const rule = await ownRule(pointed);
    const url = 'https://www.exampler.test/settings/other';
    assert.deepEqual(await readings({ html: pointed, url, rule }), []);
  });
});

test('"On means that they may not": the other way round', async () => {
  const html = page(row(SWITCH, LABEL));
  const rule = await ownRule(html, { onMeans: 'opted-out' });
  // the words permit training, and the person says the opposite: nothing is told as a state
  const list = await readings({ html, url: URL_, rule });
  assert.equal(list.length, 1);
  assert.notEqual(list[0].training, 'allowed', JSON.stringify(said(list)));
});

test('the list says words, section and state, and what speaks of AI comes first', async () => {
  const mail = '<div><label><input type="checkbox">Daily email</label></div>';
  const html = page(`${mail}${row(SWITCH)}`).replace('Data privacy', 'Settings');
  const { point, close } = await openToPoint({ html, url: URL_ });
  const { controls, more, host } = crossed(point.list());
  close();
  assert.equal(host, 'www.exampler.test');
  assert.equal(more, 0);
  assert.deepEqual(
    controls.map(({ name, section, state, about }) => [name, section, state, about]),
    [
      [LABEL, 'Settings', 'on', 2],
      ['Show me as online', 'Settings', 'on', 0],
      ['Daily email', 'Settings', 'off', 0],
    ],
  );
});

/** Switches on one page. */
const MANY = process.env.OPTOUTLOG_FULL === '1' ? 1000 : 400;

describe('bad pages', () => {
  test('long names are cut, markup is text, of many switches 300 are listed', async () => {
    const many = Array.from(
      { length: MANY },
      (_, n) => `<div><label><input type="checkbox">${n} <b>bold</b></label></div>`,
    );
    const long = `<div><label><input type="checkbox">${'AI train '.repeat(1200)}</label></div>`;
    const markup =
      '<div><label><input type="checkbox">&lt;img src=x onerror=alert(1)&gt; AI</label></div>';
    const { point, close } = await openToPoint({
      html: page(many.join('') + long + markup),
      url: URL_,
    });
    const { controls, more } = point.list();
    const [first] = controls;
    const draft = point.draft(first.ref, { onMeans: 'training', allows: null });
    close();
    assert.equal(controls.length, 300);
    assert.ok(more > MANY - 300);
    assert.ok(controls.every(({ name }) => name.length <= 200));
    assert.ok(controls.some(({ name }) => name.startsWith('<img src=x')));
    assert.ok(draft.refused || draft.label.length <= 400);
  });

  test('a control that went while it was picked is refused', async () => {
    const { point, window, close } = await openToPoint({ html: page(row(SWITCH)), url: URL_ });
    const [{ ref }] = point.list().controls;
    window.document.querySelector('.row').remove();
    assert.deepEqual(
      { ...point.draft(ref, { onMeans: 'training', allows: null }) },
      { refused: 'gone' },
    );
    assert.equal(point.show(ref), false);
    assert.deepEqual(
      { ...point.draft('p99', { onMeans: 'training', allows: null }) },
      { refused: 'gone' },
    );
    close();
  });
});

test('pages made with component libraries are pointed at and read', async () => {
  const file = join(root, 'tests/out/render/pages.json'); // of the stage render
  const pages = JSON.parse(readFileSync(file, 'utf8'));
  const readable = pages.filter(one => one.jsdom !== false && one.before === 'allowed');
  assert.ok(readable.length > 0);
  const lost = [];
  for (const one of readable.slice(0, 40)) {
    const { draft } = await pointAt({ html: one.html, url: one.url, words: '' });
    const rule = draft && !draft.refused && ruleOfOwn(ownOf({ draft, url: one.url }));
    const list = rule ? await readings({ html: one.html, url: one.url, rule }) : [];
    if (!list.some(({ training }) => training !== 'unknown')) lost.push(one.file);
  }
  assert.deepEqual(lost, []);
});
