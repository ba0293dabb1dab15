// Shared by the rule tools: where the rules are, and what a page pattern of theirs is.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const rulesDir = join(root, 'extension', 'rules');
export const routesDir = join(root, 'extension', 'content', 'routes');

/** Files in rules/ that are not one platform's rule. */
const OTHER = new Set(['schema.json', 'index.json', 'none.json', 'none.schema.json']);

/** @returns {{file: string, rule: any}[]} every rule, ordered by file name */
export function readRules(dir = rulesDir) {
  return readdirSync(dir)
    .filter(name => name.endsWith('.json') && !OTHER.has(name))
    .sort()
    .map(name => ({ file: name, rule: JSON.parse(readFileSync(join(dir, name), 'utf8')) }));
}

/** @returns {any|null} the platforms without a control, if that file is there */
export function readNone(dir = rulesDir) {
  const file = join(dir, 'none.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** The routes file of one platform: classic script, read by content/boot.js. */
export function routesText(rule) {
  const pages = rule.pages.map(({ id, url }) => ({ id, url }));
  const lines = pages.map(page => `    ${JSON.stringify(page)},`).join('\n');
  return (
    `// Generated from rules/${rule.id}.json by scripts/make-routes.mjs. Do not edit.\n` +
    (`globalThis.optoutlogRoutes = {\n  platform: ${JSON.stringify(rule.id)},\n  pages: ` +
      `[\n${lines}\n  ],\n};\n`)
  );
}

/**
 * The one list that the background and the pages read. Per platform: id, name, hosts, open, path,
 * kind, trainers, grade, rev, seen, controls (ids), about (one object per control: name, kind,
 * grade, unit, default, source, scope), regions, cards, documents. without: the platforms that have
 * no control.
 */
export function indexOf(rules, none) {
  const platforms = rules.map(({ rule }) => {
    const controls = [...(rule.controls ?? []), ...(rule.forms ?? [])].filter(entry => !entry.part);
    const byId = new Map(controls.map(entry => [entry.id, entry]).reverse());
    const open =
      rule.pages.find(page => page.open)?.open ??
      `https://${rule.hosts[0].slice(8, -2).replace('*.', 'www.')}/`;
    const path = rule.pages.find(page => page.path)?.path;
    return {
      id: rule.id,
      name: rule.name,
      hosts: rule.hosts,
      open,
      ...(path ? { path } : {}),
      kind: rule.kind,
      ...(rule.trainers ? { trainers: rule.trainers } : {}),
      grade: rule.grade,
      rev: rule.rev,
      seen: controls
        .map(entry => entry.source.seen)
        .sort()
        .at(-1),
      controls: [...byId.keys()].reverse(),
      about: [...byId.values()]
        .reverse()
        .map(entry => ({
          id: entry.id,
          name: entry.name,
          kind: entry.kind ?? (entry.form ? 'form' : rule.kind),
          grade: entry.grade ?? rule.grade,
          unit: entry.unit?.is ?? 'account',
          default: entry.default ?? null,
          source: entry.source,
          scope: entry.scope,
        })),
      regions: rule.regions ?? [],
      ...(rule.cards ? { cards: rule.cards } : {}),
      documents: rule.documents ?? [],
    };
  });
  return { format: 1, platforms, without: none?.platforms ?? [] };
}

export const indexText = (rules, none) => `${JSON.stringify(indexOf(rules, none), null, 1)}\n`;
