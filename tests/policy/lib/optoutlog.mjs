// Runs the built command. OPTOUTLOG_BIN names the folder of the binaries; without it,
// build/release/bin.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const bin = name =>
  path.join(process.env.OPTOUTLOG_BIN ?? path.join(root, 'build/release/bin'), name);

/**
 * @returns {Promise<{status: number|null, signal: string|null, stdout: string, stderr: string}>}
 */
export function run(args, { env = {}, program = 'optoutlog' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(bin(program), args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', text => {
      out.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      out.stderr += text;
    });
    child.on('error', error =>
      reject(new Error(`${bin(program)}: ${error.message}; build it first`)),
    );
    child.on('close', (status, signal) => resolve({ status, signal, ...out }));
  });
}

/** What `policy compare --json` says of two or more files: always a list of steps. */
export async function compare(files, options = []) {
  const result = await run(['policy', 'compare', '--json', ...options, ...files]);
  if (![0, 1].includes(result.status))
    throw new Error(
      `policy compare ended with ${result.status ?? result.signal}: ${result.stderr}`,
    );
  const answer = JSON.parse(result.stdout);
  return { status: result.status, steps: answer.steps ?? [answer], alerts: answer.alerts };
}
