// The Debian package installed, used by real browsers and removed, on a throw-away copy of this
// machine (throwaway.sh). Needs root and some minutes: run with --full.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { root } from '../e2e/lib/profile.mjs';
import { pack, unable } from './build.mjs';

const at = name => fileURLToPath(new URL(name, import.meta.url));

function whyNot() {
  if (process.env.OPTOUTLOG_FULL !== '1') return 'takes minutes: with --full only';
  if (unable()) return unable();
  const there = spawnSync(at('throwaway.sh'), ['true'], { encoding: 'utf8' });
  return there.status === 0
    ? false
    : there.stdout.trim() || 'no throw-away copy of this machine can be made';
}

test(
  'installed, found by both browsers, removed, and found after register alone',
  { skip: whyNot() },
  () => {
    // In the repository's build folder: /tmp is empty on the copy.
    const folder = mkdtempSync(path.join(root, 'build/packages-under-test-'));
    try {
      const deb = pack('DEB', folder);
      const command = [process.execPath, '--test', '--test-reporter=spec', at('inside.mjs')];
      const result = spawnSync(
        at('throwaway.sh'),
        ['env', 'OPTOUTLOG_THROWAWAY=1', `OPTOUTLOG_DEB=${deb}`, ...command],
        { encoding: 'utf8', cwd: root, maxBuffer: 1 << 26 },
      );
      console.log(result.stdout);
      assert.equal(result.status, 0, result.stdout + result.stderr);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
