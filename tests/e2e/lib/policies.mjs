// The policies of the platforms as the tests write them: an HTTPS server that the policy host is
// led to by its own settings (POLICY.md, "What goes over the network"), with texts that change when
// a test says so.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startServer } from '../../policy/lib/server.mjs';
import { root } from './profile.mjs';

/** host/policy/watch/documents.json, by id. */
export const documents = new Map(
  JSON.parse(
    readFileSync(path.join(root, 'host/policy/watch/documents.json'), 'utf8'),
  ).documents.map(one => [one.id, one]),
);

/** A synthetic policy: `tests/policy/documents/<name>/<file>`. */
export const text = (name, file) =>
  readFileSync(path.join(root, 'tests/policy/documents', name, file), 'utf8');

/**
 * @returns {Promise<{ env: Record<string, string>, requests: { url: string }[], says: (id: string,
 *   html: string) => void, before: (hold: (() => Promise<void>) | null) => void, close: () =>
 *   Promise<void> }>}
 *   `says` sets the text of a document (all have the same one at first); `before` is awaited before
 *   each answer
 */
export async function startPolicies(first = text('clause-dated', '0.html')) {
  const pages = new Map();
  let hold = null;
  const names = [...new Set([...documents.values()].map(({ url }) => new URL(url).hostname))];
  const server = await startServer(async (request, response) => {
    await hold?.();
    const { hostname, pathname } = new URL(`https://${request.headers.host}${request.url}`);
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(pages.get(`${hostname}${pathname}`) ?? first);
  }, names);
  return {
    ...server,
    says(id, html) {
      const { hostname, pathname } = new URL(documents.get(id).url);
      pages.set(`${hostname}${pathname}`, html);
    },
    before(next) {
      hold = next;
    },
  };
}

/** Moves every look one day into the past, so that the documents are due again. */
export function aDayLater(profile) {
  const sql =
    'UPDATE looks SET checked = max(0, checked - 86400000), good = max(0, good - 86400000), ' +
    'not_before = max(0, not_before - 86400000)';
  execFileSync('python3', [
    '-c',
    'import sqlite3,sys\ndb=sqlite3.connect(sys.argv[1], ' +
      'timeout=20);db.execute(sys.argv[2]);db.commit()',
    path.join(profile.data, 'policy/policy.db'),
    sql,
  ]);
}

/** The clause of `clause-dated` with another day, in the words of a policy: "24 December 2026". */
export function clauseFrom(date) {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  return text('clause-dated', '1.html').replace('7 April 2025', day);
}
