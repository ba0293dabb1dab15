// What a bundle and a statement cost over a log with pictures, and over one of twice its size:
// time, the most memory, and the file.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { png } from '../policy/lib/images.mjs';
import { Host, entry } from './status.mjs';

const PART = 180_000; // bytes of a picture a frame
/** A picture of about a screen's size: noise, which nothing packs. */
const picture = number => png(`${number} ${randomBytes(150_000).toString('hex')}`, 64);

async function keep(host, number, of) {
  const bytes = picture(number);
  const whole = {
    id: randomUUID(),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    of,
    at: new Date().toISOString(),
    covered: 0,
  };
  for (let from = 0; from < bytes.length; from += PART) {
    const data = bytes.subarray(from, from + PART).toString('base64');
    await host.ask('picture', { ...whole, from, data });
  }
}

/** A log of `count` entries of as many settings, with a picture of each fiftieth. */
async function fill(file, callerArgument, data, count) {
  const host = new Host(file, [callerArgument], data);
  try {
    const entries = Array.from({ length: count }, (_unused, n) => {
      const one = { ...entry(n, Date.now()), control: `control-${n}`, actor: 'none' };
      return { ...one, how: 'loaded' };
    });
    for (let n = 0; n < count; n += 1000)
      await host.ask('record', { entries: entries.slice(n, n + 1000) });
    for (let n = 0; n < count; n += 50) {
      const { platform, control, account, unit } = entries[n];
      await keep(host, n, { platform, control, account, unit });
    }
  } finally {
    await host.end();
  }
}

/** Seconds, KB at most and bytes of one export. */
function take(bin, data, format) {
  const out = path.join(data, `out-${format}`);
  const command = [path.join(bin, 'optoutlog'), 'export', '--format', format, '--force'];
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    '/usr/bin/env',
    ['time', '-f', 'KB %M', ...command, '--out', out],
    { env: { ...process.env, OPTOUTLOG_DATA: data }, encoding: 'utf8' },
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0) throw new Error(`export: ${stderr}`);
  return { seconds, memory: Number(/KB (\d+)/.exec(stderr)[1]), bytes: statSync(out).size };
}

/** @returns {Promise<import('./bench.mjs').Row[]>} */
export async function measureBundle({ bin, callerArgument, folder }) {
  // where there is no such program, nothing is measured
  execFileSync('/usr/bin/env', ['time', '-f', '', 'true']);
  const sizes = [1000, 2000];
  const found = {};
  for (const count of sizes) {
    const data = path.join(folder, `bundle-${count}`);
    mkdirSync(data, { mode: 0o700 });
    await fill(path.join(bin, 'optoutlog-host'), callerArgument, data, count);
    found[count] = { bundle: take(bin, data, 'bundle'), html: take(bin, data, 'html') };
  }
  const told = ({ seconds, memory, bytes }) =>
    `${seconds.toFixed(2)} s, ${Math.round(memory / 1024)} MB, file ${(bytes / 1e6).toFixed(1)} MB`;
  const [one, two] = sizes;
  const row = (what, format) => {
    const [first, second] = [found[one][format], found[two][format]];
    const ratio = name => (second[name] / first[name]).toFixed(2);
    return {
      what,
      value: told(first),
      beside: `twice that ${told(second)}`,
      ratio: `${ratio('seconds')} x, ${ratio('memory')} x, ${ratio('bytes')} x`,
    };
  };
  return [
    row('bundle of 1,000 settings, 20 pictures', 'bundle'),
    row('statement of 1,000 settings', 'html'),
  ];
}
