// Which addresses a pattern of hosts takes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matchesHost } from '../../../extension/shared/hosts.js';

describe('host patterns', () => {
  test('a wildcard takes the host itself and what is below it, and nothing else', () => {
    const below = 'https://*.facebook.com/*';
    for (const url of [
      'https://facebook.com/',
      'https://www.facebook.com/x?y#z',
      'https://fr-fr.facebook.com:8443/',
    ])
      assert.ok(matchesHost(below, url), url);
    for (const url of [
      'https://notfacebook.com/',
      'https://facebook.com.evil.example/',
      'http://www.facebook.com/',
      'ftp://facebook.com/',
      'x',
    ])
      assert.ok(!matchesHost(below, url), url);
  });
  test('a plain host is that host alone', () => {
    assert.ok(matchesHost('https://x.com/*', 'https://x.com/settings'));
    assert.ok(!matchesHost('https://x.com/*', 'https://api.x.com/'));
    assert.ok(!matchesHost('<all_urls>', 'https://x.com/'));
  });
});
