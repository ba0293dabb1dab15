// The built host as the browsers see it: registered by the built command, found among the browser's
// children.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { environment, root } from './profile.mjs';
import { until } from './until.mjs';

const run = promisify(execFile);

/** Folder of the built programs: OPTOUTLOG_BIN, else the release build. */
export function binaries() {
  const bin = process.env.OPTOUTLOG_BIN ?? path.join(root, 'build/release/bin');
  for (const name of ['optoutlog', 'optoutlog-host']) {
    if (!existsSync(path.join(bin, name))) {
      throw new Error(
        `${name} is not built in ${bin}. Build it: cmake --preset release && cmake --build ` +
          '--preset release',
      );
    }
  }
  return bin;
}

/** Registers both hosts for one browser in the profile's home, as a person would. */
export async function register(profile, browser) {
  const { stdout } = await run(
    path.join(binaries(), 'optoutlog'),
    ['register', '--browser', browser],
    { env: environment(profile) },
  );
  return stdout;
}

/** Takes the registration away again. */
export async function unregister(profile, browser) {
  await run(path.join(binaries(), 'optoutlog'), ['unregister', '--browser', browser], {
    env: environment(profile),
  });
}

async function parentOf(pid) {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/** Process ids of running hosts that descend from process `ancestor` (never anybody else's). */
export async function hostsUnder(ancestor, name = 'optoutlog-host') {
  const found = [];
  for (const pid of (await readdir('/proc')).filter(entry => /^\d+$/.test(entry))) {
    const command = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (command.trim() !== name.slice(0, 15)) continue;
    let up = Number(pid);
    while (up > 1 && up !== ancestor) up = await parentOf(up);
    if (up === ancestor) found.push(Number(pid));
  }
  return found;
}

/**
 * Kills (SIGKILL) every host under `ancestor`, waits until they are gone, and says how many there
 * were.
 */
export async function killHosts(ancestor) {
  const pids = await hostsUnder(ancestor);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      /* it ended by itself */
    }
  }
  await until('the killed hosts to be gone', async () =>
    (await hostsUnder(ancestor)).every(pid => !pids.includes(pid)),
  );
  return pids.length;
}
