// What doctor finds wrong on a computer, and its remedies, followed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { computer } from './damage.mjs';

/** The names of what is not well with one browser. */
export function findings(report, browser) {
  return report.browsers
    .find(it => it.browser === browser)
    .checks.filter(check => check.result !== 'PASS');
}

/** Runs a remedy as the person would. */
export function follow(remedy) {
  const own = remedy.replace(
    /^optoutlog (register|unregister)/,
    `optoutlog $1 --root '${computer.at('root')}'`,
  );
  const result = spawnSync('/bin/sh', ['-c', own], {
    env: { ...computer.env, PATH: `${computer.at('bin')}:/usr/bin:/bin` },
    encoding: 'utf8',
  });
  assert.equal(result.status, 0, `${own}\n${result.stdout}${result.stderr}`);
}
