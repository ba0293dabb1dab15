#!/usr/bin/env node
// node scripts/new-rule.mjs <id> <name> <page url pattern>: a rule and six pages to fill in. Nothing is overwritten.
// Every TODO has to go; check-rules.mjs says what is still missing.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, rulesDir } from './lib-rules.mjs';

const [id, name, pattern] = process.argv.slice(2);
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id ?? '') || !name || !pattern?.startsWith('https://')) {
  console.error('Usage: node scripts/new-rule.mjs <id> <name> <https://… page URLPattern>');
  process.exit(2);
}
const host = pattern.slice('https://'.length).split('/')[0].replace(/^(:[a-z]+|\*|\(.*?\))\./, '*.');
const url = pattern.replace(/:unit/g, 'example').replace(/\{.*?\}\??|\(.*?\)\??|\*/g, '');
const today = new Date().toISOString().slice(0, 10);
const line = (text) => ({ text, source: 'TODO https://… or the name of the source', seen: today });
const rule = {
  format: 1, id, rev: 1, name, kind: 'toggle', grade: 'C', note: 'TODO: what a reader of this rule must know; who says that no decoy is known', hosts: [`https://${host}/*`],
  strings: { train: { en: ['TODO the label, as the platform shows it'] }, heading: { en: ['TODO the heading above it'] } },
  pages: [{ id: 'settings', url: [pattern], open: url, signature: { any: [{ heading: '@heading' }, { text: '@train' }] }, signedOut: { any: [{ css: 'form input[type=password]' }] } }],
  controls: [{
    id: 'ai-training', name: 'TODO', page: 'settings', onMeans: 'training', unit: { is: 'account' },
    locate: [{ by: 'role', role: ['switch', 'checkbox'], name: '@train' }, { by: 'label', role: ['switch', 'checkbox'], text: '@train' }],
    read: [{ from: 'checked' }, { from: 'aria-checked' }],
    source: { url: 'https://TODO', seen: today },
    scope: { covers: [line('TODO: what it covers')], not: [line('TODO: what it does not cover')] },
  }],
  decoys: [], regions: [{ regions: ['world'], offered: true, ...line('TODO: where it is offered'), grade: 'C' }], documents: [],
  tests: ['on', 'off', 'late', 'absent', 'redesigned', 'user-click'].map((file) => ({
    file: `${file}.html`, url, expect: file === 'off' ? { training: 'denied', why: 'ok' } : /absent|redesigned/.test(file) ? { training: 'unknown', why: 'layout-changed' } : { training: 'allowed', why: 'ok' },
    ...(file === 'user-click' ? { then: [{ do: 'click', on: 'input', expect: { training: 'denied', actor: 'user' } }] } : {}),
  })),
};
const row = (on) => `<div data-t="row"><span data-t="label">TODO the label</span> <label><input type="checkbox" role="switch" aria-label="TODO the label"${on ? ' checked' : ''} data-t="control"><span></span></label></div>`;
const page = (inner) => `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${name}</title></head>\n<body>\n<main>\n  <h1>TODO the heading</h1>\n  ${inner}\n</main>\n</body>\n</html>\n`;
const bodies = {
  on: row(true), off: row(false), absent: '<p>Nothing here for this account.</p>', redesigned: '<button type="button">Manage AI</button>', 'user-click': row(true),
  late: `<div id="late"></div>\n  <template id="later">${row(true)}</template>\n  <script>setTimeout(() => { document.getElementById('late').append(document.getElementById('later').content); }, 2900);</script>`,
};
const write = (file, text) => {
  if (existsSync(file)) { console.error(`kept: ${file} is there already`); return; }
  writeFileSync(file, text);
  console.log(`written: ${file}`);
};
const dir = join(root, 'tests', 'pages', id);
mkdirSync(dir, { recursive: true });
write(join(rulesDir, `${id}.json`), `${JSON.stringify(rule, null, 2)}\n`);
for (const [file, inner] of Object.entries(bodies)) write(join(dir, `${file}.html`), page(inner));
console.log(`Next: fill in every TODO, then node scripts/check-rules.mjs ${id}`);
