// The web of the tests, asked over real TLS.
import assert from 'node:assert/strict';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { testPages } from './pages.mjs';
import { startServer } from './server.mjs';

describe('the test server', () => {
  let server;
  let folder;

  /** A request under a platform's name, as a browser sends it. */
  const ask = (host, target) =>
    new Promise((resolve, reject) => {
      https
        .get(
          {
            host: '127.0.0.1',
            port: server.port,
            path: target,
            headers: { host },
            rejectUnauthorized: false,
          },
          response => {
            let body = '';
            response.setEncoding('utf8');
            response.on('data', chunk => {
              body += chunk;
            });
            response.on('end', () =>
              resolve({
                status: response.statusCode,
                type: response.headers['content-type'],
                body,
              }),
            );
          },
        )
        .on('error', reject);
    });

  before(async () => {
    server = await startServer();
    folder = await mkdtemp(path.join(tmpdir(), 'optoutlog-server-'));
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  test('answers an address with its file, whatever the query, and keeps hosts apart', async () => {
    const file = path.join(folder, 'page.html');
    await writeFile(file, '<h1>é</h1>');
    server.route('https://www.example.org/a', file);
    server.route('https://example.com/a', () => ({ body: 'another' }));
    assert.deepEqual(await ask('www.example.org', '/a?token=1'), {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: '<h1>é</h1>',
    });
    assert.equal((await ask('example.com', '/a')).body, 'another');
    assert.equal((await ask('www.example.org', '/b')).status, 404);
    assert.deepEqual([...server.hosts].sort(), ['example.com', 'www.example.org']);
  });

  test('a later route for the same address takes the place of the earlier', async () => {
    server.route('https://www.example.org/c', () => ({ body: 'one' }));
    server.route('https://www.example.org/c', () => ({
      body: 'two',
      status: 201,
      headers: { 'content-type': 'text/plain' },
    }));
    assert.deepEqual(await ask('www.example.org', '/c'), {
      status: 201,
      type: 'text/plain',
      body: 'two',
    });
  });

  test('a missing file or a broken handler is an answer, not the end of the server', async () => {
    server.route('https://www.example.org/gone', path.join(folder, 'gone.html'));
    server.route('https://www.example.org/broken', () => {
      throw new Error('planned');
    });
    assert.equal((await ask('www.example.org', '/gone')).status, 500);
    assert.match((await ask('www.example.org', '/broken')).body, /planned/);
    assert.equal((await ask('www.example.org', '/favicon.ico')).status, 204);
  });

  test('every request is kept for whoever asks what went out', async () => {
    const before = server.requests.length;
    await ask('x.com', '/settings?a=1');
    assert.deepEqual(server.requests.slice(before), [
      { method: 'GET', url: 'https://x.com/settings?a=1' },
    ]);
  });

  test('every rule names test pages that are there, under https and without a port', async () => {
    const pages = await testPages();
    assert.ok(pages.length > 0);
    for (const page of pages) {
      const url = new URL(page.url);
      assert.equal(url.protocol, 'https:');
      assert.equal(url.port, '');
    }
  });
});
