// A private world on disk for one browser: home, profile, data folder, and a copy of the extension.
// Nothing of the person who runs the tests is read or touched.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANY_SITE } from '../../../scripts/lib-hosts.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const extensionSource = path.join(root, 'extension');
export const out = path.join(root, 'tests/out');

/**
 * An empty page in the copy of the extension: from it the tests ask the browser's own APIs (badge,
 * tabs, storage).
 */
export const PROBE = 'e2e-probe.html';

/**
 * Makes the folders. `data` may name an existing data folder to log into (the demonstration does);
 * else it is private too.
 * @returns {Promise<{base: string, home: string, data: string, extension: string, remove: () =>
 *   Promise<void>}>}
 */
export async function makeProfile({ data } = {}) {
  const base = await mkdtemp(path.join(tmpdir(), 'optoutlog-e2e-'));
  const home = path.join(base, 'home');
  const folders = {
    base,
    home,
    data: data ?? path.join(base, 'data'),
    extension: path.join(base, 'extension'),
  };
  await mkdir(path.join(home, '.config'), { recursive: true });
  return {
    ...folders,
    remove: () => rm(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/**
 * The environment of everything started in the profile: only what a browser needs, the private
 * folders, and the profile's `env`.
 */
export function environment({ home, data, env = {} }, extra = {}) {
  const keep = [
    'PATH',
    'DISPLAY',
    'WAYLAND_DISPLAY',
    'XAUTHORITY',
    'TZ',
    'TMPDIR',
    'SOURCE_DATE_EPOCH',
    'ASAN_OPTIONS',
    'UBSAN_OPTIONS',
  ];
  const kept = Object.fromEntries(
    keep.filter(name => process.env[name]).map(name => [name, process.env[name]]),
  );
  return {
    ...kept,
    HOME: home,
    OPTOUTLOG_DATA: data,
    LANG: 'C.UTF-8',
    NO_AT_BRIDGE: '1',
    ...env,
    ...extra,
  };
}

/**
 * Copies the extension and adds the probe page. With `granted`, optional permissions and hosts
 * become required ones: the only way in Chromium, whose permission prompt no test can press.
 * `hosts` are required besides: they stand for the click on the toolbar's button, which alone gives
 * activeTab.
 */
export async function copyExtension(target, { granted, hosts = [] }) {
  await rm(target, { recursive: true, force: true });
  await cp(extensionSource, target, { recursive: true });
  await writeFile(
    path.join(target, PROBE),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>probe</title>',
  );
  const file = path.join(target, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  if (granted) {
    manifest.permissions = [
      ...new Set([...manifest.permissions, ...(manifest.optional_permissions ?? [])]),
    ];
    manifest.host_permissions = [
      ...(manifest.host_permissions ?? []),
      ...(manifest.optional_host_permissions ?? []).filter(host => host !== ANY_SITE),
      ...hosts,
    ];
    delete manifest.optional_permissions;
    delete manifest.optional_host_permissions;
    await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
  }
  return manifest;
}

export async function readIds() {
  return JSON.parse(await readFile(path.join(root, 'manifests/ids.json'), 'utf8'));
}
