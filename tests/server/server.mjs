// The web of the tests: one HTTPS server on loopback that answers for every platform's real host
// name.
//
// startServer() -> {
//   port the port it listens on (chosen by the system)
//   origin "https://127.0.0.1:<port>"
//   hosts Set of the host names that have at least one route
//   route(url, it) answers url ("https://host/path", query and fragment ignored) with `it`: the
//   path of an HTML file, or
//                   a function ({method, url, headers, body}) -> {status?, headers?, body} (or a
//                   promise of it)
//   otherwise(it) answers every address without a route with the function `it`, as above
//   requests every request so far: {method, url}, oldest first
//   close() ends it and deletes the certificate } Unknown addresses are answered with 404 and a
//   plain page. The certificate is made by the openssl command for this one run; browsers are told
//   to accept it (no name on it would help: the names are the platforms').
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A key and a self-signed certificate, in PEM. They live in memory only once this has returned. */
async function makeCertificate() {
  const dir = await mkdtemp(path.join(tmpdir(), 'optoutlog-cert-'));
  const key = path.join(dir, 'key.pem');
  const cert = path.join(dir, 'cert.pem');
  try {
    await run('openssl', [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=optoutlog test server',
      '-addext',
      'subjectAltName=DNS:localhost,IP:127.0.0.1',
      '-keyout',
      key,
      '-out',
      cert,
    ]);
    return { key: await readFile(key), cert: await readFile(cert) };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** "https://host/path" without query, fragment and port: what a route is kept under. */
export function routeKey(url) {
  const { hostname, pathname } = new URL(url);
  return `https://${hostname}${pathname}`;
}

function send(response, { status = 200, headers = {}, body = '' }) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

async function answer({ routes, requests, fallback }, request, response) {
  const url = `https://${request.headers.host ?? 'unknown'}${request.url}`;
  requests.push({ method: request.method, url });
  let route;
  try {
    route = routes.get(routeKey(url)) ?? fallback();
    if (request.url === '/favicon.ico') {
      send(response, { status: 204 }); // browsers ask for it by themselves
    } else if (route === undefined) {
      send(response, {
        status: 404,
        body: '<!doctype html><html lang="en"><title>Not found</title><h1>Not found</h1>',
      });
    } else if (typeof route === 'function') {
      let body = '';
      for await (const part of request) body += part;
      send(response, await route({ method: request.method, url, headers: request.headers, body }));
    } else {
      send(response, { body: await readFile(route) });
    }
  } catch (error) {
    send(response, { status: 500, headers: { 'content-type': 'text/plain' }, body: String(error) });
  }
}

export async function startServer({ port = 0 } = {}) {
  const routes = new Map();
  const requests = [];
  const hosts = new Set();
  let other;
  const web = { routes, requests, fallback: () => other };
  const server = https.createServer(await makeCertificate(), (request, response) => {
    void answer(web, request, response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address().port;
  return {
    port: bound,
    origin: `https://127.0.0.1:${bound}`,
    hosts,
    requests,
    route(url, it) {
      routes.set(routeKey(url), it);
      hosts.add(new URL(url).hostname);
    },
    otherwise(it) {
      other = it;
    },
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}
