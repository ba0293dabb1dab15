// The computer (world.mjs) that failures happen on, and how its manifests and its log program are
// spoiled. The failures themselves: manifest-failures.mjs, program-failures.mjs,
// system-failures.mjs, oddities.mjs. doctor.test.mjs holds doctor to its words about each;
// tests/packages/doctor.test.mjs asks real browsers what they make of them.
import assert from 'node:assert/strict';
import { ids } from './world.mjs';

export const chromiumFile = 'home/.config/chromium/NativeMessagingHosts/org.optoutlog.host.json';
export const firefoxFile = 'home/.mozilla/native-messaging-hosts/org.optoutlog.host.json';
export const id = ids.chromium[0];

/**
 * A case: name of the scenario, browser, how it is made, what has to be found. `cure`: the (last)
 * remedy is followed and has to help; `says`: what the sentence has to contain.
 * @typedef {{ cure?: boolean, says?: string, warns?: boolean, general?: string[],
 *   args?: string[] }} More
 * @typedef {[string, string, () => void, string[], More]} Failure
 */

/** @type {import('./world.mjs').Computer} */
export let computer;
/**
 * The computer that the failures are made on from now on.
 * @param {import('./world.mjs').Computer} it
 */
export function happenOn(it) {
  computer = it;
}

export const edit = (file, change) =>
  computer.write(file, change(computer.read(file).toString('utf8')));
export const swap = (from, to) => text => {
  assert.ok(text.includes(from), `${from} is not in the manifest`);
  return text.replace(from, to);
};
export const frame = text => {
  const body = Buffer.from(text);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
};
/** A host that prints these bytes, then waits for the end of its input. */
export const printing = (bytes, after = 'cat >/dev/null') => {
  const octal = [...Buffer.from(bytes)]
    .map(byte => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
  return `#!/bin/sh\nprintf '${octal}'\n${after}\n`;
};
export const host = text => computer.write('bin/optoutlog-host', text, 0o755);
export const hello = (more = {}) =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    result: { name: 'optoutlog-host', version: '0.1.0', protocol: 1, problem: null, ...more },
  });
export const both = first =>
  Buffer.concat([
    frame(first),
    frame('{"jsonrpc":"2.0","id":2,"result":{"entries":[],"next":null}}'),
  ]);
