// What is put into a page of a granted host that is no settings page, and what into a settings
// page; against the budgets.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const BOOT_BUDGET = 3 * 1024;
const CONTENT_BUDGET = 40 * 1024;

const kib = bytes => `${(bytes / 1024).toFixed(1)} KiB`;

/** @returns {import('./bench.mjs').Row[]} */
export function measureSizes(root) {
  const content = path.join(root, 'extension/content');
  const size = file => statSync(path.join(content, file)).size;
  const routes = readdirSync(path.join(content, 'routes')).filter(name => name.endsWith('.js'));
  const largest = routes.sort((a, b) => size(`routes/${b}`) - size(`routes/${a}`))[0];
  const boot = size('boot.js') + size(`routes/${largest}`);
  const files = readdirSync(content).filter(name => name.endsWith('.js') && name !== 'boot.js');
  const engine = files.reduce((sum, name) => sum + size(name), 0);
  // Injected as they are written: comments cost bytes on a settings page, and no script time. Both
  // are told.
  const bare = files.reduce(
    (sum, name) =>
      sum +
      Buffer.byteLength(
        readFileSync(path.join(content, name), 'utf8')
          .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
          .replace(/\n\s*(?=\n)/g, ''),
      ),
    0,
  );
  return [
    {
      what: `injected on every page of a granted host (${largest.replace('.js', '')})`,
      value: kib(boot),
      beside: `budget ${kib(BOOT_BUDGET)}`,
      ratio: `${(boot / BOOT_BUDGET).toFixed(2)} x`,
    },
    {
      what: `engine, injected on settings pages (${files.length} files)`,
      value: kib(engine),
      beside: `budget ${kib(CONTENT_BUDGET)}; without comments ${kib(bare)}`,
      ratio: `${(engine / CONTENT_BUDGET).toFixed(2)} x`,
    },
  ];
}
