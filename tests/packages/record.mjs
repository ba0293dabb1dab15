// One reading, recorded through an installed program as a browser would.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { ids } from '../installer/world.mjs';
import { frame } from '../protocol/lib/frames.mjs';

export const entry = () => ({
  id: '0b0e2d52-7c1b-4b7e-9f57-0d4a3a5f1c11',
  at: new Date().toISOString(),
  platform: 'linkedin',
  control: 'genai-training',
  account: null,
  unit: null,
  basis: 'seen',
  training: 'denied',
  why: 'ok',
  sure: 'sure',
  actor: 'none',
  raw: 'off',
  evidence: null,
  browser: 'test',
});

export function recordOne(program, home) {
  const body = Buffer.from(
    JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'record', params: { entries: [entry()] } }),
  );
  const result = spawnSync(program, [`chrome-extension://${ids.chromium[0]}/`], {
    input: frame(body),
    env: { HOME: home },
  });
  assert.equal(result.status, 0, String(result.stderr));
  const answer = JSON.parse(result.stdout.subarray(4).toString());
  assert.equal(answer.result?.results?.[0]?.effect, 'recorded', JSON.stringify(answer));
}
