// What the platforms' servers answer in a case, as tests/behaviour/README.md says ("What the server
// answers").
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { routeKey } from '../server/server.mjs';

const pages = path.join(path.dirname(fileURLToPath(import.meta.url)), 'pages');
const NOTHING =
  '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" ' +
  'href="data:,"><title>Page</title><main><h1>Welcome back</h1><p>Nothing to set ' +
  'here.</p></main>';
const pause = ms =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

/**
 * Pure: the page with what belongs to the state that the server holds.
 * @param {string} html
 * @param {string} training
 */
export function filled(html, training) {
  return html.replace(/\{\{(allowed|denied):([^{}]*)\}\}/g, (_all, state, text) =>
    state === training ? text : '',
  );
}

/** What the server holds now. @param {any} it  a case @param {import('./clock.mjs').Clock} clock */
export const heldNow = (it, clock) =>
  (it.truth.findLast(({ at }) => clock.reached(at)) ?? it.truth[0]).training;

/**
 * The page for an address, now: of those that are there, the one that came last. Null: none is the
 * case's.
 */
function pageFor(it, clock, url) {
  const key = routeKey(url);
  const there = [{ url: it.url, file: it.file }, ...(it.more ?? [])].filter(
    page => routeKey(page.url) === key && clock.reached(page.from ?? 0),
  );
  return there.reduce(
    (best, page) => (best && (best.from ?? 0) > (page.from ?? 0) ? best : page),
    null,
  );
}

/**
 * @param {any} it
 * @param {import('./clock.mjs').Clock} clock
 * @returns {(request: any) => Promise<any>} for the server's `otherwise`
 */
export function webOf(it, clock) {
  const data = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return async ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    const ms = Number(searchParams.get('ms') ?? 0);
    const status = Number(searchParams.get('status') ?? 200);
    if (pathname === '/api/wait') {
      await pause(ms);
      return { status, headers: data, body: '{}' };
    }
    if (pathname === '/api/setting' || pathname === '/api/setting.js') {
      await pause(ms);
      const body = JSON.stringify({ training: heldNow(it, clock) });
      if (pathname === '/api/setting') return { status, headers: data, body };
      return {
        status,
        headers: { ...data, 'content-type': 'text/javascript' },
        body: `show(${body})`,
      };
    }
    const page = pageFor(it, clock, url);
    const html = page
      ? filled(readFileSync(path.join(pages, page.file), 'utf8'), heldNow(it, clock))
      : NOTHING;
    return { headers: { 'cache-control': 'no-cache' }, body: html };
  };
}

/** Every host that the case goes to. @param {any} it @returns {string[]} */
export function hostsOf(it) {
  const addresses = [
    it.url,
    ...(it.more ?? []).map(({ url }) => url),
    ...it.steps.map(({ on }) => on),
  ];
  return [
    ...new Set(addresses.filter(on => /^https:/.test(on ?? '')).map(url => new URL(url).hostname)),
  ];
}
