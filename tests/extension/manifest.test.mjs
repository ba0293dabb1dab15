// The manifest: one for both browsers, nothing that a page can probe, no permission that was not
// decided on.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { extension, json } from './lib/helpers.mjs';

const manifest = json('manifest.json');
const decided = JSON.parse(readFileSync(new URL('permissions.json', import.meta.url), 'utf8'));
const ids = JSON.parse(readFileSync(new URL('../../manifests/ids.json', import.meta.url), 'utf8'));
const index = json('rules/index.json');

const named = manifest.optional_host_permissions.filter(host => host !== 'https://*/*');

describe('the manifest', () => {
  // A new required permission or host switches the extension off at its users' until they agree
  // again.
  test('required permissions are those decided on: a change of the list must be meant', () => {
    assert.deepEqual(manifest.permissions, decided.required);
    assert.deepEqual(manifest.optional_permissions, decided.optional);
    assert.equal(manifest.host_permissions, undefined, 'no host is required');
    assert.deepEqual(
      manifest.browser_specific_settings.gecko.data_collection_permissions,
      decided.data_collection,
    );
  });

  test('optional hosts are those of the rules, and single hosts of policies; no other', () => {
    const ofRules = new Set(index.platforms.flatMap(platform => platform.hosts));
    const policies = JSON.parse(
      readFileSync(new URL('../../host/policy/watch/documents.json', import.meta.url), 'utf8'),
    ).documents;
    const ofPolicies = new Set(
      policies
        .filter(one => one.needs_scripts !== false)
        .map(one => `https://${new URL(one.url).hostname}/*`),
    );
    for (const host of ofRules) assert.ok(manifest.optional_host_permissions.includes(host), host);
    for (const host of named) assert.ok(ofRules.has(host) || ofPolicies.has(host), host);
  });

  test('hosts are named ones over https, and any one site that the user points at', () => {
    assert.equal(manifest.optional_host_permissions.length, named.length + 1);
    for (const host of named) assert.match(host, /^https:\/\/(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}\/\*$/);
  });

  test('pages cannot probe for it, and nothing runs on them by the manifest', () => {
    for (const key of [
      'web_accessible_resources',
      'content_scripts',
      'externally_connectable',
      'content_security_policy',
      'sandbox',
    ])
      assert.equal(manifest[key], undefined, key);
  });

  test('private windows are never read', () => assert.equal(manifest.incognito, 'not_allowed'));

  test('the key gives the id that the native manifests name', () => {
    const hash = createHash('sha256')
      .update(Buffer.from(manifest.key, 'base64'))
      .digest('hex')
      .slice(0, 32);
    const id = [...hash].map(digit => String.fromCharCode(97 + parseInt(digit, 16))).join('');
    assert.deepEqual(ids.chromium.includes(id), true);
    assert.deepEqual(ids.firefox, [manifest.browser_specific_settings.gecko.id]);
  });

  test('one background for both browsers', () => {
    assert.equal(manifest.background.service_worker, manifest.background.scripts[0]);
    assert.deepEqual(manifest.background.preferred_environment, ['document']);
    assert.equal(manifest.background.type, 'module');
  });

  test('every file that it names is there', () => {
    const named = [
      manifest.background.service_worker,
      manifest.action.default_popup,
      manifest.options_ui.page,
      ...Object.values(manifest.icons),
      ...Object.values(manifest.action.default_icon),
    ];
    for (const file of named) assert.ok(existsSync(new URL(file, extension)), file);
  });

  test("its version is the project's", () => {
    const cmake = readFileSync(new URL('../../CMakeLists.txt', import.meta.url), 'utf8');
    assert.equal(
      manifest.version,
      /VERSION\s+(\d+\.\d+\.\d+)/.exec(cmake.slice(cmake.indexOf('project(')))[1],
    );
  });
});
