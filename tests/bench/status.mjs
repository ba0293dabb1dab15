// What `status` costs over a small log and over a large one, both written through the host itself.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';

const BATCH = 1000; // entries a frame: about 450 KB, under the host's limit of 1 MiB
const CONTROLS = 40;
const RUNS = 51;

/** One running host and its requests, answered in order. */
export class Host {
  constructor(file, args, data) {
    this.child = spawn(file, args, {
      env: { ...process.env, OPTOUTLOG_DATA: data },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.left = Buffer.alloc(0);
    this.waiting = [];
    this.child.stdout.on('data', chunk => this.#take(chunk));
    this.child.on('error', error => this.#fail(error));
    this.child.on('exit', code => this.#fail(new Error(`the host ended with status ${code}`)));
  }

  #fail(error) {
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  #take(chunk) {
    this.left = Buffer.concat([this.left, chunk]);
    while (this.left.length >= 4 && this.left.length >= 4 + this.left.readUInt32LE(0)) {
      const end = 4 + this.left.readUInt32LE(0);
      const answer = JSON.parse(this.left.subarray(4, end).toString());
      this.left = this.left.subarray(end);
      const { resolve, reject } = this.waiting.shift();
      if (answer.error) reject(new Error(JSON.stringify(answer.error)));
      else resolve(answer.result);
    }
  }

  ask(method, params) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin.write(Buffer.concat([head, body]));
    });
  }

  async end() {
    const gone = new Promise(resolve => {
      this.child.once('close', resolve);
    });
    this.child.stdin.end();
    await gone;
  }
}

export function entry(number, at) {
  const control = number % CONTROLS;
  // every reading of a control is a change, so all are kept
  const denied = Math.floor(number / CONTROLS) % 2 === 0;
  return {
    id: randomUUID(),
    at: new Date(at).toISOString(),
    platform: `platform-${control % 20}`,
    control: `control-${control}`,
    account: 'ada-l',
    unit: null,
    basis: 'seen',
    training: denied ? 'denied' : 'allowed',
    why: 'ok',
    sure: 'sure',
    actor: 'user',
    raw: denied ? 'off' : 'on',
    evidence: {
      label: 'Use my data for training content creation AI models',
      lang: 'en',
      route: '/settings',
      by: ['role', 'attr'],
      rule: 'bench',
      rev: 1,
    },
    browser: 'bench 1',
  };
}

async function fill(host, count) {
  const started = Date.now();
  for (let done = 0; done < count; done += BATCH) {
    const entries = Array.from({ length: Math.min(BATCH, count - done) }, (_unused, n) =>
      entry(done + n, Date.now()),
    );
    await host.ask('record', { entries });
  }
  return Date.now() - started;
}

async function medianStatus(host) {
  const taken = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = process.hrtime.bigint();
    await host.ask('status', {});
    taken.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return taken.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

/** @returns {Promise<import('./bench.mjs').Row[]>} */
export async function measureStatus({ host: file, callerArgument, folder, many }) {
  const over = async count => {
    const host = new Host(file, [callerArgument], path.join(folder, `log-${count}`));
    try {
      const written = await fill(host, count);
      const { entries } = await host.ask('hello', {
        client: { name: 'bench', version: '1', browser: 'bench 1' },
        protocol: 1,
      });
      if (entries !== count) throw new Error(`the log holds ${entries} entries, not ${count}`);
      return { status: await medianStatus(host), written };
    } finally {
      await host.end();
    }
  };
  const few = await over(1000);
  const lots = await over(many);
  const number = value => value.toLocaleString('en');
  return [
    {
      what: `status over ${number(many)} entries`,
      value: `${lots.status.toFixed(2)} ms`,
      beside: `over 1,000 entries ${few.status.toFixed(2)} ms`,
      ratio: `${(lots.status / few.status).toFixed(2)} x`,
    },
    {
      what: `record, ${number(BATCH)} entries a frame, ${number(many)} in all`,
      value: `${((lots.written * 1000) / many).toFixed(1)} us/entry`,
      beside: `1,000 in all ${few.written.toFixed(1)} us/entry`,
      ratio: `${((lots.written * 1000) / many / few.written).toFixed(2)} x`,
    },
  ];
}
