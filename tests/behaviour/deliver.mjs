// Another browser's extension and its host: one entry into the same log, over the real host's own
// messages.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { binaries } from '../e2e/lib/host.mjs';
import { environment, readIds } from '../e2e/lib/profile.mjs';
import { frame, FrameReader } from '../protocol/lib/frames.mjs';
import { readRules } from '../server/pages.mjs';

/**
 * Starts a host as Chromium does.
 * @returns {Promise<{ask: (method: string, params: any) => Promise<any>, end: () => void}>}
 */
async function startHost(profile) {
  const caller = `chrome-extension://${(await readIds()).chromium[0]}/`;
  const child = spawn(path.join(binaries(), 'optoutlog-host'), [caller], {
    env: environment(profile),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const waiting = new Map();
  let last = 0;
  const fail = text => {
    for (const { reject } of waiting.values()) reject(new Error(text));
  };
  const reader = new FrameReader(body => {
    const answer = JSON.parse(body.toString());
    if (answer.error) waiting.get(answer.id)?.reject(new Error(JSON.stringify(answer.error)));
    else waiting.get(answer.id)?.resolve(answer.result);
    waiting.delete(answer.id);
  });
  child.stdout.on('data', chunk => reader.push(chunk));
  child.on('error', error => fail(error.message));
  child.on('exit', code => fail(`the host ended with ${code}`));
  return {
    ask(method, params) {
      last += 1;
      const id = last;
      child.stdin.write(frame(Buffer.from(JSON.stringify({ jsonrpc: '2.0', id, method, params }))));
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
      });
    },
    end() {
      child.stdin.end();
    },
  };
}

/**
 * @param {any} profile
 * @param {any} entry platform, control, account, training; raw, rev, browser where they matter
 * @param {number} ago seconds since it was read
 * @returns {Promise<string>} its id
 */
export async function deliver(profile, { rev, ...entry }, ago) {
  const rule = (await readRules()).find(({ platform }) => platform === entry.platform)?.rule;
  const host = await startHost(profile);
  try {
    const { capabilities } = await host.ask('hello', {
      client: { name: 'optoutlog', version: '0.1.0', browser: entry.browser ?? 'chromium 156' },
      protocol: 1,
    });
    const whole = {
      id: randomUUID(),
      at: new Date(Date.now() - ago * 1000).toISOString(),
      account: null,
      unit: null,
      basis: 'seen',
      why: 'ok',
      sure: 'sure',
      actor: 'none',
      raw: entry.training === 'allowed' ? 'on' : 'off',
      browser: 'chromium 156',
      evidence: {
        label: null,
        lang: 'en',
        route: '/settings',
        by: [],
        rule: entry.platform,
        rev: rev ?? rule?.rev ?? 1,
      },
      ...(capabilities.includes('how') ? { how: 'loaded' } : {}),
      ...entry,
    };
    await host.ask('record', { entries: [whole] });
    return whole.id;
  } finally {
    host.end();
  }
}
