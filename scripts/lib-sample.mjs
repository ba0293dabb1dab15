// A sample's file (docs/samples.md) as a test page: its HTML, its address, and what is true of it.
import 'urlpattern-polyfill';
import { MOST, NoSample, checkSample } from '../extension/shared/sample-form.js';
import { knownOf } from '../extension/shared/sample-known.js';

/** Why a file is no sample, or none that can be a test page: one sentence. */
export class Unusable extends Error {}

/**
 * @param {string} text of the file
 * @param {any[]} rules
 * @returns {{ sample: any, rule: any }}
 */
export function readSample(text, rules) {
  if (text.length > MOST.bytes)
    throw new Unusable(`it has ${text.length} bytes, and a sample at most ${MOST.bytes}`);
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Unusable(`it is no JSON: ${error.message}`);
  }
  const rule = rules.find(({ id }) => id === value?.platform) ?? null;
  let sample;
  try {
    sample = checkSample(value, knownOf(rule));
  } catch (error) {
    if (!(error instanceof NoSample)) throw error;
    throw new Unusable(`not as the form says (docs/samples.md): ${error.message}`);
  }
  if (!sample.platform)
    throw new Unusable(
      `it is of ${sample.site}, which has no rule here: make one with node scripts/new-rule.mjs, ` +
        "then put the rule's id for its platform",
    );
  if (!rule) throw new Unusable(`no rule ${sample.platform} in extension/rules`);
  return { sample, rule };
}

const escaped = text =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const quoted = text => `"${escaped(text).replaceAll('"', '&quot;')}"`;

const VOID = new Set(['input', 'br', 'hr']);
/** What the parser would close, or move elsewhere. */
const BLOCKS = new Set(
  (
    'div p ul ol dl form fieldset section article aside main header footer nav h1 h2 h3 h4 h5 h6 ' +
    'table details dialog figure hgroup menu search hr'
  ).split(' '),
);
const INNER = {
  tr: /^(?:table|thead|tbody|tfoot)$/,
  td: /^tr$/,
  th: /^tr$/,
  thead: /^table$/,
  tbody: /^table$/,
  tfoot: /^table$/,
  caption: /^table$/,
  option: /^(?:select|optgroup)$/,
  optgroup: /^select$/,
};

const holdsBlock = node =>
  (node.kids ?? []).some(kid => kid.el && (BLOCKS.has(kid.el) || holdsBlock(kid)));

/** The name under which the parser leaves it where it is. */
function tagOf(node, above) {
  const { el } = node;
  if (el === 'p' && holdsBlock(node)) return 'div';
  if (INNER[el] && !INNER[el].test(above.at(-1) ?? '')) return 'div';
  if (/^(?:a|button|form)$/.test(el) && above.includes(el)) return el === 'form' ? 'div' : 'span';
  return el;
}

function attribute([name, value]) {
  if (name === 'link') return 'href="#"';
  if (name === 'indeterminate') return 'data-indeterminate';
  return value === true ? name : `${name}=${quoted(value)}`;
}

function elementHtml(node, above) {
  const tag = tagOf(node, above);
  const attrs = Object.entries(node.attrs ?? {}).map(attribute);
  if (node.frame) return `<iframe srcdoc=${quoted(kidsHtml(node.frame, []))}></iframe>`;
  const open = `<${[tag, ...attrs].join(' ')}>`;
  if (VOID.has(tag)) return open;
  const shadow = node.shadow
    ? `<template shadowrootmode="open">${kidsHtml(node.shadow, [])}</template>`
    : '';
  return `${open}${shadow}${kidsHtml(node.kids ?? [], [...above, tag])}</${tag}>`;
}

/** One line for each part of a page, where a blank means nothing. */
function kidsHtml(kids, above) {
  const parts = kids.map(kid => (typeof kid === 'string' ? escaped(kid) : elementHtml(kid, above)));
  const blocks = kids.every(kid => kid === ' ' || (kid.el && BLOCKS.has(kid.el)));
  return blocks && kids.length > 0
    ? `\n${parts.filter(one => one !== ' ').join('\n')}\n`
    : parts.join('');
}

/** @param {any} sample @param {string} title @returns {string} a complete document */
export function htmlOf(sample, title) {
  const lang = sample.lang ? ` lang="${sample.lang}"` : '';
  const dir = sample.dir ? ` dir="${sample.dir}"` : '';
  const body = kidsHtml(sample.tree, []);
  const script = body.includes('data-indeterminate')
    ? "<script>for (const box of document.querySelectorAll('[data-indeterminate]')) " +
      'box.indeterminate = true;</script>\n'
    : '';
  return (
    `<!doctype html>\n<!-- A sample of ${sample.made}, ${sample.browser}, rule revision ` +
    `${sample.rev}; most words are filler (docs/samples.md). -->\n<html${lang}${dir}>\n` +
    `<head><meta charset="utf-8"><title>${escaped(title)}</title></head>\n<body>\n${body}\n` +
    `${script}</body>\n</html>\n`
  );
}

const isOn = (page, url) => page.url.some(pattern => new URLPattern(pattern).test(url));

/** @param {any} page @param {string} url @returns {boolean} whether it names a unit there */
const namesUnit = (page, url) =>
  page.url.some(pattern => new URLPattern(pattern).exec(url)?.pathname.groups.unit);

/** Where the page is opened in its test. @returns {string} */
export function urlOf(sample, rule) {
  const plain = part => sample.address.replaceAll('*.', 'sample.').replaceAll('*', part);
  const page = rule.pages.find(({ id }) => id === sample.page);
  if (!page) return plain('sample');
  const told = [plain('sample'), plain('1'), ...rule.tests.map(test => test.url), page.open];
  const its = told.filter(url => url && isOn(page, url));
  // a unit is part of an address, which the way to open the page may leave out
  return its.find(url => namesUnit(page, url)) ?? its[0] ?? plain('sample');
}

/** @returns {{ id: string, several: boolean }} */
export function controlOf(sample, rule) {
  const ids = [...new Set((rule.controls ?? []).filter(it => !it.part).map(({ id }) => id))];
  const id = sample.control ?? ids[0];
  if (!ids.includes(id)) throw new Unusable(`the rule ${rule.id} has no control ${id}`);
  return { id, several: ids.length > 1 };
}

/** What the person saw, as a verdict. @returns {'allowed' | 'denied' | null} */
export function truthOf(sample, rule, id) {
  if (sample.sees === 'unclear') return null;
  if (sample.sees === 'may') return 'allowed';
  if (sample.sees === 'may-not') return 'denied';
  const its = rule.controls.filter(control => control.id === id && !control.combine);
  const means = new Set(its.map(({ onMeans }) => onMeans));
  if (means.size !== 1 || means.has('other'))
    throw new Unusable(
      `On has more than one meaning in ${rule.id}, or is about something else: write "may" or ` +
        '"may-not" for "sees" where you know it',
    );
  return means.has('training') === (sample.sees === 'on') ? 'allowed' : 'denied';
}

/**
 * What the test expects, given what the rule reads.
 * @param {'allowed' | 'denied' | null} truth
 * @param {any} reading null: nothing is said
 * @param {any} [control]
 * @returns {{ expect: any, sample?: any, says: 'read' | 'unread' | 'wrong' | 'silence' }}
 */
export function expectationOf(truth, reading, control) {
  const unread =
    reading === null
      ? { training: 'unknown', why: 'other-page', silent: true }
      : { training: 'unknown', why: reading.why };
  const isRead = reading !== null && reading.training !== 'unknown';
  if (truth === null) {
    if (!isRead) return { expect: unread, says: 'silence' };
    throw new Unusable(
      `the rule reads "${reading.training}" where the person could not tell: look at it by hand`,
    );
  }
  if (isRead && reading.training === truth)
    return { expect: { training: truth, why: 'ok', sure: reading.sure }, says: 'read' };
  if (isRead) return { expect: { training: truth, why: 'ok' }, says: 'wrong' };
  const reason =
    control?.proves && control.proves !== truth
      ? `the control proves "${control.proves}" alone`
      : reading === null
        ? 'the rule says nothing on this page yet'
        : `the rule does not read this page yet: ${reading.why}`;
  return { expect: unread, sample: { true: truth, reason }, says: 'unread' };
}

/**
 * A rule's text with one more test; the rest of it stays as it is written.
 * @param {string} text of the rule's file
 * @param {any} test
 */
export function withTest(text, test) {
  const before = JSON.parse(text);
  const entry = JSON.stringify(test, null, 1).replace(/\n\s*/g, ' ');
  const next = text.replace(/\s*\n {2}\]\n\}\n?$/, `,\n    ${entry}\n  ]\n}\n`);
  const wanted = JSON.stringify({ ...before, tests: [...before.tests, test] });
  if (JSON.stringify(JSON.parse(next)) !== wanted)
    throw new Unusable(`the tests of ${before.id} are not the last part of its rule`);
  return next;
}
