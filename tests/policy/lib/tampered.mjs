// A bundle of a log with an erase and a time-stamp, for the tests that tamper with it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { commandFound, opened, pageFinds, textOf, zip } from './bundle.mjs';
import { authority, folder, log, useAuthority } from './stamps.mjs';

/** The log, its bundle, what is in that, its export; and where tampered bundles are written. */
export let own, file, files, packet, tampered;
export const useBundle = () => useAuthority(undefined, make);

async function make() {
  own = await log(2);
  await own.record(1, { platform: 'x', control: 'grok' });
  assert.equal((await own.command('erase', '--platform', 'x', '--yes')).status, 0);
  const crl = authority.list('none.crl');
  assert.equal((await own.stamp('good', '--crl', crl)).status, 0);
  await own.record(2);
  file = await own.export('bundle.zip');
  files = await opened(file);
  packet = JSON.parse(textOf(files, 'export.json'));
  tampered = path.join(folder, 'tampered.zip');
}

/** What both find. */
export async function found(what, ...args) {
  zip(tampered, what);
  const { answer } = await own.verify(tampered, ...args);
  const said = commandFound(answer);
  assert.equal(await pageFinds(tampered), said);
  return said;
}
export const changed = (member, value) => new Map(files).set(member, Buffer.from(value));
