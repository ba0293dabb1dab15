// What the schema cannot say about a rule. Every finding is one sentence that names the field.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import 'urlpattern-polyfill';
import { root, rulesDir } from './lib-rules.mjs';

const schema = JSON.parse(readFileSync(join(rulesDir, 'schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

/** @param {any} rule @returns {string[]} */
export function schemaFindings(rule) {
  if (validate(rule)) return [];
  return validate.errors.map(
    error =>
      `${error.instancePath || '/'} ${error.message}` +
      `${error.params?.additionalProperty ? `: ${error.params.additionalProperty}` : ''}`,
  );
}

/** Every @key in a value. @param {any} value @param {string[]} [found] */
function keysIn(value, found = []) {
  if (typeof value === 'string') {
    if (/^@[a-z]/.test(value)) found.push(value.slice(1));
  } else if (value && typeof value === 'object')
    for (const inner of Object.values(value)) keysIn(inner, found);
  return found;
}

const pagesOf = entry => [entry.page ?? []].flat();
const matches = (page, url) => page.url.some(pattern => new URLPattern(pattern).test(url));

/**
 * @param {any} rule
 * @param {string} [pagesDir] where the test pages are; null: do not look for the files
 * @returns {string[]}
 */
export function findings(rule, pagesDir = join(root, 'tests', 'pages')) {
  const schemaFound = schemaFindings(rule);
  if (schemaFound.length) return schemaFound;
  const out = [];
  if (JSON.stringify(rule).includes('TODO')) out.push('a TODO of the scaffold is still there');
  const entries = [...(rule.controls ?? []), ...(rule.forms ?? [])];
  const pageIds = rule.pages.map(page => page.id);

  for (const key of new Set(keysIn({ ...rule, strings: null })))
    if (!rule.strings[key]) out.push(`strings: @${key} is used and not there`);
  for (const key of Object.keys(rule.strings))
    if (!keysIn({ ...rule, strings: null }).includes(key))
      out.push(`strings: ${key} is there and not used`);
  if (new Set(pageIds).size !== pageIds.length) out.push('pages: two pages have one id');
  for (const entry of entries)
    for (const id of pagesOf(entry))
      if (!pageIds.includes(id)) out.push(`${entry.id}: page ${id} does not exist`);
  for (const id of pageIds)
    if (!entries.some(entry => pagesOf(entry).includes(id)))
      out.push(`pages: nothing is read on ${id}; if it only looks like the page it is a decoy`);

  for (const page of rule.pages) {
    for (const pattern of page.url) {
      try {
        new URLPattern(pattern);
      } catch (error) {
        out.push(`pages ${page.id}: not a URLPattern: ${pattern} (${error.message})`);
        continue;
      }
      const host = new URLPattern(pattern).hostname;
      if (!rule.hosts.some(entry => covers(entry, host)))
        out.push(`pages ${page.id}: ${host} is not in hosts`);
    }
    if (page.open && !matches(page, page.open))
      out.push(`pages ${page.id}: open does not match its own url patterns`);
    const read = (rule.controls ?? []).some(entry => pagesOf(entry).includes(page.id));
    if (read && !page.signature)
      out.push(`pages ${page.id}: a page on which a state is read needs a signature`);
  }
  for (const control of rule.controls ?? []) out.push(...controlFindings(control, rule));
  for (const decoy of rule.decoys) {
    for (const pattern of decoy.url ?? []) {
      const sample = new URLPattern(pattern);
      const own = rule.pages.find(page => page.url.includes(pattern));
      if (own) out.push(`decoys ${decoy.id}: ${sample.pathname} is also page ${own.id}`);
    }
  }
  if (rule.decoys.length === 0 && !rule.note)
    out.push('decoys: none named and no note that says that no source names one');
  out.push(...testFindings(rule, pagesDir));
  return out;
}

/** @param {string} match pattern of hosts @param {string} host of a URLPattern */
function covers(match, host) {
  const want = match.slice('https://'.length, -2);
  if (want.startsWith('*.'))
    return host === want || host.endsWith(want.slice(1)) || host === want.slice(2);
  return host === want;
}

function controlFindings(control, rule) {
  const out = [];
  if (control.combine) {
    for (const id of control.combine)
      if (!rule.controls.some(entry => entry.id === id))
        out.push(`${control.id}: combines ${id}, which does not exist`);
    return out;
  }
  if (control.locate.every(locator => locator.by === 'css'))
    out.push(`${control.id}: all locators are css; css never decides`);
  if (
    !control.locate.some(locator => ['role', 'testid', 'attr'].includes(locator.by) && !locator.nth)
  )
    out.push(`${control.id}: no name and no hook: nothing could ever decide`);
  const same = rule.controls.filter(entry => entry.id === control.id);
  if (same.some(entry => entry.kind !== control.kind || !!entry.part !== !!control.part))
    out.push(`${control.id}: alternatives differ in kind or part`);
  if (((control.kind ?? rule.kind) === 'not-training') !== (control.onMeans === 'other'))
    out.push(
      `${control.id}: onMeans is "other" for a look-alike (kind not-training), and for ` +
        'nothing else',
    );
  for (const reader of control.read) {
    if (reader.on && JSON.stringify(reader.on) === JSON.stringify(reader.off))
      out.push(`${control.id}: reader ${reader.from} has one list for on and off`);
  }
  return out;
}

function testFindings(rule, pagesDir) {
  const expects = rule.tests.flatMap(test => [
    test.expect,
    ...(test.then ?? []).map(step => step.expect),
  ]);
  return [
    ...verdictFindings(rule, expects),
    ...stepFindings(rule, expects),
    ...numberFindings(rule),
    ...rule.tests.flatMap(test => oneTestFindings(test, rule, pagesDir)),
    ...markFindings(rule, pagesDir),
  ];
}

/** The verdicts that a rule can give and no test expects. */
function verdictFindings(rule, expects) {
  // Over addresses that nobody knows, a page without two named neighbours is no place: nothing is
  // read there, and the note says so.
  const unread =
    rule.pages.every(page => page.overlay && (page.neighbours ?? []).length < 2) && !!rule.note;
  if (!rule.controls || rule.kind === 'not-training' || unread) return [];
  const provable = new Set(rule.controls.flatMap(provableBy));
  return [...provable]
    .filter(verdict => !expects.some(expect => expect.training === verdict))
    .map(verdict => `tests: none expects ${verdict}`);
}

function provableBy(control) {
  if (control.proves) return [control.proves];
  return control.combine || !control.part ? ['allowed', 'denied'] : [];
}

/** The steps of a form that no test shows. */
function stepFindings(rule, expects) {
  if (!rule.forms) return [];
  // A form of which no confirmation is known claims none.
  const confirms = rule.forms.some(form => form.confirmed);
  return ['reached', 'submitted', ...(confirms ? ['confirmed'] : [])]
    .filter(step => !expects.some(expect => expect.form?.includes(step)))
    .map(step => `tests: none shows the step ${step}`);
}

/** How many pages there are, and how many on which nothing is to be read. */
function numberFindings(rule) {
  const out = [];
  const negative = rule.tests.filter(
    test =>
      test.expect.training === 'unknown' &&
      (test.expect.silent || (!test.expect.form?.length && test.expect.why !== 'ok')),
  );
  const files = tests => new Set(tests.map(test => test.file)).size;
  if (files(rule.tests) < 6)
    out.push(
      `tests: ${files(rule.tests)} pages, six are needed; one page under two addresses counts once`,
    );
  if (files(negative) < 2)
    out.push(
      `tests: ${files(negative)} negative pages, two are needed (absent, redesigned, ` +
        'look-alike, two candidates, disabled, …)',
    );
  return out;
}

function oneTestFindings(test, rule, pagesDir) {
  const out = [];
  if (test.expect.training !== 'unknown' && test.expect.why && test.expect.why !== 'ok')
    out.push(`tests ${test.file}: a state with why ${test.expect.why}`);
  if (!rule.hosts.some(match => covers(match, new URL(test.url).hostname)))
    out.push(`tests ${test.file}: ${test.url} is on no host of the rule`);
  if (test.control && !(rule.controls ?? []).some(control => control.id === test.control))
    out.push(`tests ${test.file}: control ${test.control} does not exist`);
  if (pagesDir && !existsSync(join(pagesDir, rule.id, test.file)))
    out.push(`tests ${test.file}: the page is not there`);
  return out;
}

function markFindings(rule, pagesDir) {
  if (!pagesDir || !rule.controls) return [];
  const marked = rule.tests.some(test => {
    const file = join(pagesDir, rule.id, test.file);
    return existsSync(file) && readFileSync(file, 'utf8').includes('data-t="control"');
  });
  return marked ? [] : ['tests: no page has data-t="control": there would be no variants'];
}

const validateNone = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(join(rulesDir, 'none.schema.json'), 'utf8')),
);

/**
 * The platforms without a control. A platform has either a rule or a line here; only a look-alike's
 * rule may stand beside such a line (Discord: a switch with another purpose, and nothing about
 * training).
 * @param {any} none content of none.json
 * @param {any[]} rules
 * @returns {string[]}
 */
export function noneFindings(none, rules) {
  if (!validateNone(none))
    return validateNone.errors.map(
      error =>
        `none.json ${error.instancePath || '/'} ` +
        `${error.message}` +
        `${error.params?.additionalProperty ? `: ${error.params.additionalProperty}` : ''}`,
    );
  const out = [];
  const counted = rules.filter(rule => rule.kind !== 'not-training');
  const ids = none.platforms.map(platform => platform.id);
  const domains = none.platforms.flatMap(platform => platform.domains);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
    out.push(`none.json: ${id} is there twice`);
  for (const domain of new Set(domains.filter((domain, i) => domains.indexOf(domain) !== i)))
    out.push(`none.json: ${domain} is there twice`);
  for (const { id, domains: own, see } of none.platforms) {
    if (counted.some(rule => rule.id === id)) out.push(`none.json: ${id} has a rule`);
    for (const domain of own)
      for (const rule of counted)
        if (rule.hosts.some(match => covers(match, domain) || covers(match, `www.${domain}`)))
          out.push(`none.json: ${id} claims ${domain}, which is ${rule.id}'s`);
    if (see && !rules.some(rule => rule.id === see))
      out.push(`none.json: ${id} points at ${see}, which has no rule`);
  }
  return out;
}

/**
 * Hosts must not overlap between rules: each message comes from one platform.
 * @param {any[]} rules
 * @returns {string[]}
 */
export function overlapFindings(rules) {
  const out = [];
  const list = rules.flatMap(rule => rule.hosts.map(match => ({ id: rule.id, match })));
  for (const a of list)
    for (const b of list)
      if (
        a.id < b.id &&
        (covers(a.match, b.match.slice(8, -2)) || covers(b.match, a.match.slice(8, -2)))
      )
        out.push(`${a.id} and ${b.id} both claim ${b.match}`);
  const ids = rules.map(rule => rule.id);
  if (new Set(ids).size !== ids.length) out.push('two rules have one id');
  return out;
}
