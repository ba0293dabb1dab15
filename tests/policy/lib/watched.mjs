// A document under watch: a server on loopback whose pages a test replaces as it goes, and a policy
// host that looks at one of them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { Host, endHosts } from './host.mjs';
import { root } from './optoutlog.mjs';
import { startServer } from './server.mjs';

/** A version of a synthetic document, as bytes. */
export const document = (name, file) =>
  readFileSync(path.join(root, 'tests/policy/documents', name, file));
/** The text that most pages begin with. */
export const base = document('clause-dated', '0.html');
export const html = { 'content-type': 'text/html; charset=utf-8' };
export const send = (response, body, headers = html, status = 200) =>
  response.writeHead(status, headers).end(body);

/** The test file's own. @type {Awaited<ReturnType<typeof startServer>>} */
export let server;
/** Path → what answers it. @type {Map<string, (request: any, response: any) => unknown>} */
export const pages = new Map();

/** Gives the test file its server; a path that no test has set is not found. */
export function useServer() {
  before(async () => {
    server = await startServer((request, response) => {
      const name = request.url.slice(1).split('?')[0];
      (pages.get(name) ?? ((q, r) => send(r, 'nothing here', html, 404)))(request, response);
    });
  });
  after(() => {
    endHosts();
    return server.close();
  });
}

/**
 * A host that watches the page of that name, and alone that one.
 * @param {string} name
 * @param {Record<string, string>} [env]
 */
export async function watching(name, env = {}) {
  const host = new Host({ env: { ...server.env, ...env } });
  await host.call('policy.enable', { on: true });
  const { document: id } = await host.call('policy.add', {
    url: `https://misbehave.example/${name}`,
  });
  const check = async () => {
    const answer = await host.call('policy.check', { documents: [id] });
    return answer.results[0];
  };
  return { host, id, check };
}
