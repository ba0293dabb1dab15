// Turning training off for a person who asked for it (docs/operating.md): one press, the rule's own
// words, and nothing else. Whatever is not as the rule says ends it without a further press, and
// nothing is ever turned on. The normal run takes a page of each widget of a rule that allows and
// some that deny; OPTOUTLOG_FULL=1 or PLATFORM takes all.
import { after, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { markedPages } from './lib/cases.mjs';
import { clicks, operablePages, readPage } from './lib/operate.mjs';
import { widgetOf } from './metamorphic.mjs';

const only = process.env.PLATFORM;
const full = only || process.env.OPTOUTLOG_FULL === '1';
const marked = markedPages(only);
/** @type {Map<string, typeof marked>} */
const kinds = new Map();
for (const page of marked) {
  // one of each widget that allows: which of them is operated is the rule's to say
  const kind = [page.rule.id, page.before, page.before === 'allowed' && widgetOf(page.html)].join();
  kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
}
/** Of each the page that is read most surely; every third one that denies. */
const first = [...kinds.values()].map(
  alike => alike.find(({ sure }) => sure === 'sure') ?? alike[0],
);
const some = first.filter(({ before }, at) => before === 'allowed' || at % 3 === 0);
const pages = full ? marked : some;
const operated = new Set();

describe('every control whose rule says how', () => {
  for (const page of pages.filter(one => one.before === 'allowed')) {
    const { rule } = page;
    test(`${rule.id} ${page.file}: turned off by one press, or left alone`, async () => {
      const opened = await readPage({ ...page, html: page.tell(page.html) });
      const said = opened.last(page.control ?? undefined);
      const offered = said?.operable === true;
      const control = said?.control ?? rule.controls[0].id;
      const takesBack = /revert|refus/.test(page.file);
      const ended = await opened.operate(control);
      if (!offered) {
        assert.equal(ended, 'changed');
        assert.deepEqual(opened.met(), []);
        return opened.close();
      }
      assert.equal(ended, takesBack ? 'refused' : '', JSON.stringify(opened.met()));
      if (takesBack) return opened.close();
      const now = opened.last(control);
      assert.deepEqual(
        [now.training, now.how, now.actor, now.assisted, now.operable],
        ['denied', 'changed', 'user', true, undefined],
      );
      assert.ok(clicks(opened).filter(met => met === 'click control').length <= 1);
      operated.add(rule.id);
      opened.close();
    });
  }

  // By one witness it is likely, which is shown and not pressed; where the control names itself,
  // too, it is sure.
  for (const page of operablePages(marked).filter(({ isNamed }) => isNamed)) {
    const { rule } = page;
    test(`${rule.id} ${page.file}, by two witnesses: turned off by one press`, async () => {
      const opened = await readPage({ ...page, html: page.tell(page.html) });
      const { control, operable } = opened.last(page.control ?? undefined);
      assert.equal(operable, true);
      assert.equal(await opened.operate(control), '', JSON.stringify(opened.met()));
      const now = opened.last(control);
      assert.deepEqual([now.training, now.how, now.assisted], ['denied', 'changed', true]);
      assert.ok(clicks(opened).filter(met => met === 'click control').length <= 1);
      opened.close();
      operated.add(rule.id);
    });
  }

  after(() => console.log(`# operated: ${[...operated].sort().join(', ')}`));

  test('every rule that says how is operated', { skip: !!only }, () => {
    const says = marked.filter(({ rule }) => rule.controls.some(control => control.operate));
    assert.deepEqual(new Set(says.map(({ rule }) => rule.id)), operated);
  });

  for (const page of pages.filter(one => one.before === 'denied')) {
    test(`${page.rule.id} ${page.file}: nothing is turned on`, async () => {
      const opened = await readPage({ ...page, html: page.tell(page.html) });
      for (const { id } of page.rule.controls) {
        assert.notEqual(opened.last(id)?.operable, true);
        assert.notEqual(await opened.operate(id), '');
      }
      assert.deepEqual(opened.met(), []);
      opened.close();
    });
  }
});
