// Witnesses in public: a robots.txt is fetched from a real server behind https on loopback, judged,
// kept beside the reading, and told; it never changes what a line says.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { randomUUID } from 'node:crypto';
import { Host, endHosts } from './lib/host.mjs';
import { root, run } from './lib/optoutlog.mjs';
import { startServer } from './lib/server.mjs';

const { witnesses } = JSON.parse(
  readFileSync(path.join(root, 'host/policy/witness/witnesses.json'), 'utf8'),
);
const substack = witnesses.find(({ platform }) => platform === 'substack');
const group = substack.agents.map(agent => `User-agent: ${agent}\n`).join('');
const open = 'User-agent: *\nDisallow: /action/\n';
const shut = `${open}Content-Signal: search=yes, ai-train=no\n\n${group}Disallow: /\n`;
const URL = 'https://ada.example/robots.txt';
const OF = { platform: 'substack', control: 'ai-training', account: 'ada', unit: null };

let server, folder, reply;
const send = (body, { status = 200, type = 'text/plain', ...headers } = {}) => {
  reply = response =>
    response.writeHead(status, { ...(type && { 'content-type': type }), ...headers }).end(body);
};
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-witness-'));
  server = await startServer(
    (request, response) => reply(response, request),
    ['ada.example', 'elsewhere.example'],
  );
});
after(async () => {
  endHosts();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(params = {}) {
  const host = new Host({ env: server.env });
  const { result, error } = await host.ask('policy.witness', {
    platform: 'substack',
    control: 'ai-training',
    url: URL,
    ...params,
  });
  await host.close();
  return { result, error, name: error?.data.name, state: error?.data.state };
}

/** A log with one reading, and the command over it. */
async function log(training = 'denied') {
  const data = path.join(mkdtempSync(path.join(folder, 'log-')), 'data');
  const env = { ...server.env, OPTOUTLOG_DATA: data, no_proxy: '*', NO_COLOR: '1', COLUMNS: '999' };
  const host = new Host({ env, program: 'optoutlog-host' });
  const { platform, control, account } = OF;
  await host.call('record', {
    entries: [
      {
        id: randomUUID(),
        at: new Date().toISOString(),
        platform,
        control,
        account,
        basis: 'seen',
        training,
        why: 'ok',
        sure: 'sure',
        actor: 'none',
        how: 'loaded',
        raw: training === 'denied' ? 'on' : 'off',
      },
    ],
  });
  await host.close({ keep: true });
  const command = async (...args) => {
    const { status, stdout, stderr } = await run(args, { env });
    return { status, stderr, stdout, answer: /^\{/.test(stdout) ? JSON.parse(stdout) : null };
  };
  return { env, data, command, witness: (...more) => command('witness', ...SETTING, URL, ...more) };
}
const SETTING = ['substack', 'ai-training'];

test('each witness is of a setting that the rules know', () => {
  for (const { platform, control, grade, seen, source } of witnesses) {
    const rules = JSON.parse(
      readFileSync(path.join(root, `extension/rules/${platform}.json`), 'utf8'),
    );
    assert.ok(
      rules.controls.some(({ id }) => id === control),
      `${platform}/${control}`,
    );
    assert.match(grade, /^[AB]$/, platform);
    assert.match(seen, /^2026-\d\d-\d\d$/, platform);
    assert.ok(source.length > 0, platform);
  }
});

test('one file is asked for, as a stranger, and judged', async () => {
  send(shut);
  const asked = server.requests.length;
  const { result } = await ask();
  assert.equal(server.requests.length, asked + 1);
  const [{ url, headers }] = server.requests.slice(asked);
  assert.equal(url, '/robots.txt');
  assert.deepEqual(Object.keys(headers).sort(), [
    'accept',
    'accept-encoding',
    'host',
    'user-agent',
  ]);
  assert.match(headers['user-agent'], /^optoutlog-policy\/[\d.]+ \(https:\/\/optoutlog\.org\)$/);
  assert.ok(Math.abs(Date.parse(result.at) - Date.now()) < 60_000);
  assert.equal(result.sha256, createHash('sha256').update(shut).digest('hex'));
  assert.equal(result.bytes, shut.length);
  assert.equal(result.text, shut);
  assert.equal(result.final_url, URL);
  assert.deepEqual(
    [result.says, result.why, result.signal, result.missing],
    ['denied', 'ok', 'no', []],
  );
  assert.deepEqual(result.away, substack.agents);
});

test('what it says, by what the site answers', async () => {
  for (const [body, answer, says, why] of [
    [open, {}, 'allowed', 'ok'],
    [open, { type: null }, 'allowed', 'ok'],
    ['no such page', { status: 404 }, 'unknown', 'no-file'],
    ['gone', { status: 410, type: 'text/html' }, 'unknown', 'no-file'],
    [shut.replace('GPTBot', 'OtherBot'), {}, 'unknown', 'partial'],
    [shut.replace('ai-train=no', 'ai-train=yes'), {}, 'unknown', 'partial'],
    ['User-agent: *\nDisallow: /\n', {}, 'unknown', 'everyone'],
    [`${shut}User-agent: *\nDisallow: /\n`, {}, 'unknown', 'everyone'],
    ['User-agent: *\nDisallow: /\nAllow: /p/\n', {}, 'unknown', 'partial'],
    [`<!DOCTYPE html><pre>${shut}</pre>`, { type: 'text/html' }, 'unknown', 'not-text'],
    [Buffer.from([0xff, 0, 0xfe]), {}, 'unknown', 'not-text'],
    ['', {}, 'unknown', 'empty'],
  ]) {
    send(body, answer);
    const { result, error } = await ask();
    assert.deepEqual([result?.says, result?.why], [says, why], `${body} ${error?.message}`);
    assert.equal(result.sha256 === null, why === 'no-file');
  }
  send(Buffer.concat([Buffer.from('# \xff\xfe\n', 'latin1'), Buffer.from(shut)]));
  assert.equal((await ask()).result.says, 'denied');
});

test('what cannot be a witness is named, and nothing is asked', async () => {
  send(shut);
  const asked = server.requests.length;
  for (const url of [
    'http://ada.example/robots.txt',
    'https://ada.example/',
    'https://ada.example',
    'https://ada.example/robots.txt?user=ada',
    'https://ada.example/a/robots.txt',
    'https://ada.example/robots.txt#x',
    'https://ada:secret@ada.example/robots.txt',
    'https://ada.example//robots.txt',
    'file:///robots.txt',
    'https:///robots.txt',
    'HTTPS://ada.example/robots.txt',
    'https://bücher.example/robots.txt',
    'https://ada\\x.example/robots.txt',
  ])
    assert.equal((await ask({ url })).name, 'policy.url-refused', url);
  for (const params of [{ control: 'other' }, { platform: 'linkedin', control: 'genai-training' }])
    assert.equal((await ask(params)).name, 'policy.witness-unknown');
  for (const params of [{ url: 1 }, { url: null }, { platform: '' }])
    assert.equal((await ask(params)).name, 'params.invalid');
  assert.equal(server.requests.length, asked);
});

test('an answer that is none is named, and no word is made of it', async () => {
  const answers = {
    'server-error': () => send('oh', { status: 500 }),
    'asked-to-wait': () => send('later', { status: 503, 'retry-after': '60' }),
    blocked: () => send('no', { status: 403 }),
    'unexpected-status': () => send('', { status: 204 }),
    'not-text': () => send(shut, { type: 'application/octet-stream' }),
    'too-large': () => send(`${shut}${'# more\n'.repeat(10_000)}`),
    'insecure-redirect': () => send('', { status: 302, location: 'http://ada.example/robots.txt' }),
    'redirect-loop': () => send('', { status: 302, location: URL }),
    reset: () => {
      reply = (response, request) => request.socket.destroy();
    },
  };
  for (const [state, prepare] of Object.entries(answers)) {
    prepare();
    const { name, state: found } = await ask();
    assert.deepEqual([name, found], ['policy.witness-unanswered', state]);
  }
  for (const location of ['https://elsewhere.example/robots.txt', '/sign-in']) {
    reply = (response, { url, headers }) =>
      url === '/robots.txt' && headers.host === 'ada.example'
        ? response.writeHead(302, { location }).end()
        : response.writeHead(200, { 'content-type': 'text/plain' }).end(shut);
    const { name, state } = await ask();
    assert.deepEqual([name, state], ['policy.witness-unanswered', 'moved'], location);
  }
  assert.equal((await ask({ url: 'https://127.0.0.1/robots.txt' })).state, 'address-refused');
});

test('it is kept beside the reading, and changes nothing of its line', async () => {
  for (const [training, body, fits] of [
    ['denied', shut, true],
    ['denied', open, false],
    ['allowed', shut, false],
    ['allowed', open, true],
    ['denied', '', null],
  ]) {
    const { command, witness } = await log(training);
    const before = (await command('status', '--json')).answer.controls;
    send(body);
    const { status, answer, stderr } = await witness('--json');
    assert.equal(status, 0, stderr);
    assert.deepEqual([answer.seq, answer.of, answer.training, answer.fits], [2, 1, training, fits]);
    assert.deepEqual((await command('status', '--json')).answer.controls, before);
    const verdict = (await command('verify', '--json')).answer;
    assert.deepEqual([verdict.ok, verdict.entries], [true, 2]);
    const told = (await witness()).stdout;
    assert.equal(/does not fit/.test(told), fits === false, told);
    assert.match(told, /It is what this one file said at that time/);
    assert.match(told, /rules of your own or of another setting\. Whether its address .* checked/);
    assert.match((await command('history')).stdout, /witness: https:\/\/ada\.example\/robots\.txt/);
  }
});

test('nothing is asked for a line that was never read, nor where two could be meant', async () => {
  send(shut);
  const { command } = await log();
  const asked = server.requests.length;
  assert.equal((await command('witness', 'wordpress', 'third-party-sharing', URL)).status, 2);
  assert.equal((await command('witness', ...SETTING, URL, '--account', 'bob')).status, 2);
  assert.equal(server.requests.length, asked);
});

test('a site that says nothing is given up when the person asks, within a second', async () => {
  const heard = new Promise(resolve => {
    reply = resolve;
  });
  const host = new Host({ env: server.env });
  const { platform, control } = OF;
  const answered = host.ask('policy.witness', { platform, control, url: URL });
  await heard;
  const began = Date.now();
  assert.deepEqual(await host.call('policy.cancel', {}), { cancelled: true });
  const { error } = await answered;
  assert.deepEqual([error.data.name, error.data.state], ['policy.witness-unanswered', 'cancelled']);
  assert.ok(Date.now() - began < 1500, `${Date.now() - began} ms`);
  await host.close();
});
