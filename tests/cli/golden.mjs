// Renews the stored texts of the command and shows what is different:
//   node tests/cli/golden.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { goldenTexts } from './lib/golden.mjs';

const folder = fileURLToPath(new URL('golden', import.meta.url));
const texts = await goldenTexts();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
spawnSync('git', ['add', '--intent-to-add', folder]);
spawnSync('git', ['--no-pager', 'diff', '--', folder], { stdio: 'inherit' });
