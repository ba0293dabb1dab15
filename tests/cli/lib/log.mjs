// A computer of one test with the built programs, and the log that the built host writes there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach } from 'node:test';
import { Computer, ids } from '../../installer/world.mjs';

/** The running test's, made anew for each. @type {Computer} */
export let computer;

/** Gives each test of the file its computer. */
export function useComputer() {
  beforeEach(() => {
    computer = new Computer();
  });
  afterEach(() => computer.remove());
}

/** A reading as the extension sends it, with what is different. */
export const entry = more => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  platform: 'linkedin',
  control: 'genai-training',
  account: 'ada-l',
  unit: null,
  basis: 'seen',
  training: 'denied',
  why: 'ok',
  sure: 'sure',
  actor: 'none',
  how: (more?.basis ?? 'seen') === 'seen' ? 'loaded' : null,
  raw: 'off',
  evidence: null,
  browser: 'chromium 156',
  ...more,
});

/**
 * Sends requests to the host as a browser does, and gives their results.
 * @param {Computer} on
 * @param {[string, object?][]} requests
 * @param {Record<string, string>} [env]
 */
export function hostOn(on, requests, env = {}) {
  const frames = requests.map(([method, params], index) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: index, method, params }));
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    return Buffer.concat([head, body]);
  });
  const { stdout } = spawnSync(
    on.at('bin/optoutlog-host'),
    [`chrome-extension://${ids.chromium[0]}/`],
    { env: { ...on.env, ...env }, input: Buffer.concat(frames) },
  );
  const answers = [];
  for (let at = 0; at < stdout.length;) {
    const length = stdout.readUInt32LE(at);
    answers.push(JSON.parse(stdout.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  for (const answer of answers) assert.ok(answer.result, JSON.stringify(answer));
  return answers.map(answer => answer.result);
}
export const host = (...requests) => hostOn(computer, requests);
export const record = (...entries) => host(['record', { entries }]);
