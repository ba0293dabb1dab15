// What the tests of time-stamps share: an authority behind https on loopback, and logs of their own
// with the command over them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { Authority } from './authority.mjs';
import { Host, endHosts } from './host.mjs';
import { run } from './optoutlog.mjs';
import { startServer } from './server.mjs';

export const DAY = 86_400_000;
export const REPLY = { 'content-type': 'application/timestamp-reply' };
export let authority, stranger, server, folder;
/** path → what the server does with a request: (query, request, response) */
export const ways = {};
/** What came: method, headers, query. */
export const bodies = [];

/**
 * Gives the tests of a file their authorities. `make` adds certificates to the first; `then` comes
 * when all is there.
 */
export function useAuthority(make = () => {}, then = () => {}) {
  before(async () => {
    authority = new Authority();
    authority.certificate('tsa');
    make(authority);
    stranger = new Authority();
    stranger.certificate('tsa');
    folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-stamp-'));
    server = await startServer(
      (request, response) => {
        const parts = [];
        request.on('data', part => parts.push(part));
        request.on('end', () => {
          const query = Buffer.concat(parts);
          bodies.push({ method: request.method, headers: request.headers, query });
          const way = ways[request.url.slice(1)] ?? ways.good;
          way(query, request, response);
        });
      },
      ['tsa.example', 'elsewhere.example'],
    );
    await then();
  });
  after(async () => {
    endHosts();
    await server.close();
    for (const one of [authority, stranger]) one.remove();
    rmSync(folder, { recursive: true, force: true });
  });
}

export const send = (response, body, headers = REPLY, status = 200) =>
  response.writeHead(status, headers).end(body);
export const answer = make => (query, request, response) => send(response, make(query));

Object.assign(ways, {
  good: answer(query => authority.reply(query)),
  created: (query, request, response) => send(response, authority.reply(query), REPLY, 201),
});

/** A log with entries in a folder of its own, and the command over it. */
export async function log(count = 3, more = {}) {
  const data = path.join(mkdtempSync(path.join(folder, 'log-')), 'data');
  const env = {
    ...server.env,
    OPTOUTLOG_DATA: data,
    no_proxy: '*',
    NO_COLOR: '1',
    COLUMNS: '1000',
  };
  const made = { env, data };
  made.record = (entries = 1, each = {}) => write(env, entries, { ...more, ...each });
  made.command = async (...args) => {
    const { status, stdout, stderr } = await run(args, { env });
    return { status, stderr, stdout, answer: /^\{/.test(stdout) ? JSON.parse(stdout) : null };
  };
  made.stamp = (way = 'good', ...args) =>
    made.command(
      'stamp',
      '--json',
      '--authority',
      `https://tsa.example/${way}`,
      '--ca',
      authority.ca,
      ...args,
    );
  made.verify = (...args) => made.command('verify', '--json', ...args);
  made.export = async (name, ...args) => {
    const file = path.join(path.dirname(data), name);
    const { status, stderr } = await made.command('export', '--out', file, '--force', ...args);
    assert.equal(status, 0, stderr);
    return file;
  };
  if (count > 0) await made.record(count);
  return made;
}

async function write(env, count, more) {
  const host = new Host({ env, program: 'optoutlog-host' });
  const entries = Array.from({ length: count }, () => ({
    id: randomUUID(),
    at: new Date().toISOString(),
    platform: 'linkedin',
    control: `control-${randomUUID().slice(0, 8)}`,
    basis: 'seen',
    training: 'denied',
    why: 'ok',
    sure: 'sure',
    actor: 'none',
    how: 'loaded',
    raw: 'off',
    ...more,
  }));
  await host.call('record', { entries });
  await host.close({ keep: true });
}

/** Asks the policy host for a time-stamp of `hash`. */
export async function ask(way, params = {}) {
  const host = new Host({ env: server.env });
  const { result, error } = await host.ask('policy.stamp', {
    hash: '5a'.repeat(32),
    authority: `https://tsa.example/${way}`,
    ca: readFileSync(authority.ca, 'utf8'),
    ...params,
  });
  await host.close();
  return { result, name: error?.data.name, why: error?.data.why, state: error?.data.state, error };
}
