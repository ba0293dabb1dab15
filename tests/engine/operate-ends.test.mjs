// Turning training off for a person: whatever is not as the rule says ends it, and nothing is
// pressed twice (docs/operating.md).
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { markedPages } from './lib/cases.mjs';
import { clicks, readPage } from './lib/operate.mjs';
import { html, LINKEDIN, ruleOf } from './lib/run.mjs';

/** LinkedIn's page, whose switch turns, and more besides. @param {string} script */
const switched = (script, change = text => text) =>
  readPage({
    html: change(html('linkedin', 'on.html')),
    url: LINKEDIN,
    rule: ruleOf('linkedin'),
    script,
  });
const ID = 'genai-training';
const CONTROL = 'document.querySelector("[data-t=control]")';
const onClick = does => `${CONTROL}.addEventListener('click', () => { ${does}; });`;
const adds = markup =>
  `document.querySelector('main').insertAdjacentHTML('beforeend', '${markup}')`;
const asks = body => `
${CONTROL}.addEventListener('click', event => {
  event.preventDefault();
  const dialog = document.createElement('div');
  dialog.innerHTML = ${JSON.stringify(body)};
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-modal', 'true');
  document.body.append(dialog);
  for (const button of dialog.querySelectorAll('button'))
    button.addEventListener('click', () => {
      dialog.remove();
      if (button.id === 'yes') ${CONTROL}.checked = false;
    });
});`;

describe('what is not as the rule says ends it', () => {
  for (const [name, script, why, pressed] of [
    [
      'a page that hears trusted events only',
      `${CONTROL}.addEventListener('click', e => e.isTrusted || e.preventDefault());`,
      'ignored',
      1,
    ],
    [
      'a page that does not hear',
      `addEventListener('click', e => e.preventDefault());`,
      'ignored',
      1,
    ],
    [
      'a question that the rule does not know',
      asks('<p>Turn it off?</p><button id="yes">Turn off</button><button>Cancel</button>'),
      'question',
      1,
    ],
    [
      'a change that jumps back',
      onClick(`setTimeout(() => { ${CONTROL}.checked = true; }, 900)`),
      'refused',
      1,
    ],
    [
      'an error after the change',
      onClick(`setTimeout(() => ${adds('<p role="alert">Something went wrong.</p>')}, 700)`),
      'refused',
      1,
    ],
    [
      'a Save that the rule does not name',
      onClick(adds('<button>Save changes</button>')),
      'save',
      1,
    ],
    [
      'a switch that goes when it is pressed',
      onClick(`setTimeout(() => ${CONTROL}.remove(), 50)`),
      null,
      1,
    ],
  ])
    test(name, async () => {
      const page = await switched(script);
      assert.equal(page.last(ID).operable, true);
      const ended = await page.operate(ID);
      if (why) assert.equal(ended, why);
      else assert.notEqual(ended, '');
      await page.clock.advance(20_000);
      assert.equal(clicks(page).length, pressed, page.met().join('\n'));
      assert.equal(await page.operate(ID), 'again', 'there is no second try');
      assert.equal(clicks(page).length, pressed);
      page.close();
    });

  for (const type of ['focus', 'pointerdown', 'mousedown'])
    test(`a switch that the page turns at ${type} is not turned back`, async () => {
      const page = await switched(
        `${CONTROL}.addEventListener('${type}', () => { ${CONTROL}.checked = false; });`,
      );
      await page.operate(ID);
      await page.clock.advance(10_000);
      assert.deepEqual(clicks(page), []);
      assert.equal(page.window.document.querySelector('[data-t=control]').checked, false);
      page.close();
    });

  test('asked twice at once, it presses once', async () => {
    const page = await switched('');
    page.ask(ID);
    page.ask(ID);
    await page.clock.advance(20_000);
    assert.equal(page.ended(ID), '');
    assert.equal(await page.operate(ID), 'again');
    assert.equal(clicks(page).length, 1);
    page.close();
  });

  for (const [name, act] of [
    [
      'whose words were turned round since',
      ({ document }) => {
        for (const el of document.querySelectorAll('*'))
          if (!el.children.length && /train/.test(el.textContent))
            el.textContent = `Do not ${el.textContent}`;
      },
    ],
    [
      'that was turned since',
      ({ document }) => {
        document.querySelector('[data-t=control]').checked = false;
      },
    ],
    [
      'that is disabled now',
      ({ document }) => {
        document.querySelector('[data-t=control]').disabled = true;
      },
    ],
    [
      'that a person used',
      window => {
        window.__byHand = true;
        const control = window.document.querySelector('[data-t=control]');
        control.click();
        control.click();
        window.__byHand = false;
        window.__met.length = 0;
      },
    ],
    [
      'whose page is hidden',
      window => {
        window.__hidden = true;
      },
    ],
  ])
    test(`a switch ${name} is not pressed`, async () => {
      const page = await switched('');
      act(page.window);
      assert.equal(await page.operate(ID), 'changed');
      assert.deepEqual(clicks(page), []);
      page.close();
    });

  const knows = {
    ...ruleOf('linkedin'),
    strings: {
      ...ruleOf('linkedin').strings,
      sure: { en: ['Turn this off?'] },
      yes: { en: ['Turn off'] },
    },
    controls: ruleOf('linkedin').controls.map(control => ({
      ...control,
      operate: { by: 'press', confirm: { says: '@sure', button: '@yes' } },
    })),
  };
  for (const [name, body, why, pressed] of [
    [
      'a question that it knows is answered',
      '<p>Turn this off?</p><button>Cancel</button><button id="yes">Turn off</button>',
      '',
      2,
    ],
    [
      'another question with the same button',
      '<p>Delete your account?</p><button id="yes">Turn off</button>',
      'question',
      1,
    ],
    [
      'a button of other words',
      '<p>Turn this off?</p><button id="yes">Turn off and delete all</button>',
      'question',
      1,
    ],
    [
      'two such buttons',
      '<p>Turn this off?</p><button>Turn off</button><button id="yes">Turn off</button>',
      'question',
      1,
    ],
  ])
    test(name, async () => {
      const page = await readPage({
        html: html('linkedin', 'on.html'),
        url: LINKEDIN,
        rule: knows,
        script: asks(body),
      });
      assert.equal(await page.operate(ID), why);
      assert.equal(clicks(page).length, pressed, page.met().join('\n'));
      page.close();
    });

  test('a Save that only holds the words is not pressed', async () => {
    const rule = ruleOf('linkedin');
    const loose = {
      ...rule,
      strings: { ...rule.strings, save: { en: [{ words: ['save'] }] } },
      controls: rule.controls.map(control => ({
        ...control,
        save: { button: '@save', maybe: true },
      })),
    };
    const page = await readPage({
      html: html('linkedin', 'on.html'),
      url: LINKEDIN,
      rule: loose,
      script: onClick(adds('<button>Save</button>')),
    });
    assert.equal(await page.operate(ID), 'save');
    assert.equal(clicks(page).length, 1);
    page.close();
  });

  test('a document of long ago is not pressed; what was never asked is lost', async () => {
    const page = await switched('');
    assert.equal(page.ended(ID), 'lost');
    await page.clock.advance(601_000);
    assert.equal(await page.operate(ID), 'old');
    assert.deepEqual(clicks(page), []);
    page.close();
  });

  test('what somebody wrote in the form is not saved with it', async () => {
    const [page] = markedPages('youtube').filter(({ before }) => before === 'allowed');
    const opened = await readPage({
      ...page,
      script: `document.querySelector('[data-t=control]')
        .closest('[role=dialog],dialog,form,main')
        .insertAdjacentHTML('beforeend', '<textarea id="draft"></textarea>');`,
    });
    opened.window.document.querySelector('#draft').value = 'half a thought';
    const control = page.rule.controls[0].id;
    assert.equal(await opened.operate(control), 'drafts');
    assert.deepEqual(clicks(opened), []);
    opened.close();
  });

  test('what somebody chose from a menu of the form is not saved with it', async () => {
    const [page] = markedPages('youtube').filter(({ before }) => before === 'allowed');
    for (const item of ['<div role="menuitem" id="item">', '<a href="#" id="item">']) {
      const opened = await readPage({
        ...page,
        script: `document.querySelector('[data-t=control]')
          .closest('[role=dialog],dialog,form,main').insertAdjacentHTML('beforeend', '${item}');`,
      });
      opened.window.__byHand = true;
      opened.window.document.querySelector('#item').click();
      opened.window.__byHand = false;
      assert.equal(await opened.operate(page.rule.controls[0].id), 'drafts', item);
      assert.ok(!clicks(opened).some(met => met.includes('control')));
      opened.close();
    }
  });
});
