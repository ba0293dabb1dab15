// A page of a policy as the browser gives it: what is taken of it, and in which parts it goes to
// the policy host.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { partsOf } from '../../../../extension/background/watch/capture.js';
import { readRendered } from '../../../../extension/background/watch/page.js';

describe('a captured page', () => {
  // as Chromium writes it, the longer of the two browsers' ways
  const written = text => Buffer.byteLength(JSON.stringify(text).replaceAll('<', '\\u003C')) - 2;

  test('goes in parts that fit, whole, never cut inside a character', () => {
    const text = `${'<p>"é漢😀\\\n'.repeat(5000)}end`;
    const parts = partsOf(text, 1000);
    assert.equal(parts.join(''), text);
    for (const part of parts) {
      assert.ok(written(part) <= 1000, String(written(part)));
      assert.ok(part.isWellFormed?.() ?? true);
    }
    assert.deepEqual(partsOf('', 10), ['']);
    assert.deepEqual(partsOf('<<', 3), ['<', '<'], 'one character is always taken');
  });
});

describe('reading a page that its scripts build', () => {
  const globals = ['document', 'location', 'NodeFilter'];
  afterEach(() => {
    for (const name of globals) delete globalThis[name];
  });

  test('waits for the text; takes the sentences and what hides them, nothing else', async () => {
    const { window } = new JSDOM(
      '<!doctype html><html lang="en" data-user="ada"><head><title>Policy</title><script>var ' +
        'a;</script></head><body></body></html>',
      { url: 'https://www.example.org/policy?entry=secret#part' },
    );
    for (const name of globals) globalThis[name] = window[name];
    setTimeout(() => {
      window.document.body.innerHTML =
        '<!-- note --><nav class="x">Menu</nav><p id="a" onclick="x()">We train.</p><div ' +
        'style="display: none">folded</div><p hidden>later</p><img src="x.png" ' +
        'alt="pic"><input type="password" value="pw"><style>p{}</style>';
    }, 350);
    const { url, html } = await readRendered(20_000);
    assert.equal(url, 'https://www.example.org/policy?entry=secret#part');
    assert.equal(
      html,
      '<!doctype html><html lang="en"><head><title>Policy</title></head><body><nav>Menu</nav>' +
        '<p>We train.</p><div style="display: none">folded</div><p hidden="">later</p><input ' +
        'type="password"></body></html>',
    );
    assert.match(
      window.document.body.innerHTML,
      /<!-- note -->.*onclick/,
      'the page itself is not touched',
    );
    window.close();
  });

  test('a page without a text is given as it is, in the end', async () => {
    const { window } = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
      url: 'https://www.example.org/',
    });
    for (const name of globals) globalThis[name] = window[name];
    assert.match((await readRendered(400)).html, /<body><\/body>/);
    window.close();
  });
});
