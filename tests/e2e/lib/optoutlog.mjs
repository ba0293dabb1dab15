// The command, asked as a person's shell would: what does the log hold?
import { execFile } from 'node:child_process';
import path from 'node:path';
import { binaries } from './host.mjs';
import { environment } from './profile.mjs';

/**
 * Runs `optoutlog <args>` on the profile's log.
 * @returns {Promise<{code: number, stdout: string, stderr: string}>}
 */
export function command(profile, args) {
  return new Promise((resolve, reject) => {
    execFile(
      path.join(binaries(), 'optoutlog'),
      args,
      { env: environment(profile), maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') reject(error);
        else resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}

async function json(profile, args) {
  const { code, stdout, stderr } = await command(profile, [...args, '--json']);
  if (stdout.trim() === '')
    throw new Error(`optoutlog ${args.join(' ')} printed nothing (status ${code}): ${stderr}`);
  return JSON.parse(stdout);
}

/**
 * The lines of `status`: one per control, account and unit. An empty list where there is no log
 * yet.
 */
export async function status(profile) {
  return (await json(profile, ['status'])).controls ?? [];
}

/** Every entry of the log, newest first. */
export async function history(profile, args = []) {
  return (await json(profile, ['history', ...args])).entries ?? [];
}

/** What `verify` says of the chain. */
export async function verify(profile) {
  return json(profile, ['verify']);
}
