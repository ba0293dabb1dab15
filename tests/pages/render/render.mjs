#!/usr/bin/env node
// npm run render: writes the kept pages to tests/pages/<platform>/ and the others to
// tests/out/render/pages.json and live.json, which the browsers' tests read. npm run check: leaves
// the kept pages as they are; exits 1 and names those that a rendering of today does not match.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed } from './environment.mjs';

if (!installed()) {
  console.error('The design systems are not installed. Run npm ci in tests/pages/render first.');
  process.exit(2);
}
const { pages } = await import('./pages.mjs');
const { components } = await import('./components.mjs');
const { live } = await import('./live.mjs');
const here = dirname(fileURLToPath(import.meta.url));
const check = process.argv.includes('--check');
let stale = 0;
const all = pages();
for (const page of all.filter(({ kept }) => kept)) {
  const file = join(here, '..', page.platform, `${page.name}.html`);
  if (existsSync(file) && readFileSync(file, 'utf8') === page.html) continue;
  stale++;
  console.log(`${check ? 'differs' : 'written'}: ${page.platform}/${page.name}.html`);
  if (!check) writeFileSync(file, page.html);
}
if (check && stale) process.exitCode = 1;
const out = join(here, '..', '..', 'out', 'render');
mkdirSync(out, { recursive: true });
const others = all
  .filter(({ kept }) => !kept)
  .map(({ platform, name, url, expect, html }) => ({
    platform,
    file: name,
    url,
    before: expect.training,
    why: expect.why,
    control: null,
    html,
  }));
writeFileSync(join(out, 'pages.json'), JSON.stringify([...others, ...(await components())]));
writeFileSync(join(out, 'live.json'), JSON.stringify(await live()));
