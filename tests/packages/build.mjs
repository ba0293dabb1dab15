// The packages under test, made by cpack from the build that is under test.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../e2e/lib/profile.mjs';

const bin = process.env.OPTOUTLOG_BIN ?? path.join(root, 'build/release/bin');
export const config = path.join(path.dirname(bin), 'CPackConfig.cmake');

/** Why packages cannot be made here, or false. */
export function unable() {
  if (spawnSync('cpack', ['--version']).status !== 0) return 'cpack is not here';
  if (spawnSync('dpkg-shlibdeps', ['--version']).status !== 0)
    return 'dpkg-dev is not here: Debian packages are made on Debian';
  return false;
}

/** Runs cpack into `folder`; gives the path of the one package that it made there. */
export function pack(generator, folder, env = {}) {
  mkdirSync(folder, { recursive: true });
  const result = spawnSync('cpack', ['--config', config, '-G', generator, '-B', folder], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    cwd: folder,
  });
  if (result.status !== 0)
    throw new Error(`cpack ended with ${result.status}: ${result.stdout}${result.stderr}`);
  rmSync(path.join(folder, '_CPack_Packages'), { recursive: true, force: true });
  const made = readdirSync(folder).filter(name => /\.(deb|tar\.gz)$/.test(name));
  if (made.length !== 1) throw new Error(`cpack made ${made.join(', ') || 'nothing'}`);
  return path.join(folder, made[0]);
}
