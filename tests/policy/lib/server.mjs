// An HTTPS server on loopback whose pages are functions, with a throw-away certificate made by
// openssl.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';

export async function startServer(handler, names = ['misbehave.example', 'elsewhere.example']) {
  const folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-https-'));
  const key = path.join(folder, 'key.pem'),
    certificate = path.join(folder, 'cert.pem');
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      certificate,
      '-subj',
      `/CN=${names[0]}`,
      '-addext',
      `subjectAltName=${names.map(name => `DNS:${name}`).join(',')}`,
    ],
    { stdio: 'ignore' },
  );
  const requests = [];
  const server = https.createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (request, response) => {
      requests.push({ url: request.url, headers: request.headers });
      handler(request, response);
    },
  );
  server.on('tlsClientError', () => {});
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    requests,
    env: {
      OPTOUTLOG_POLICY_CA: certificate,
      OPTOUTLOG_POLICY_CONNECT_TO: names.map(name => `${name}:443:127.0.0.1:${port}`).join(','),
    },
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
      }),
  };
}
