// Runs one entry of a rule's tests list, and says what is wrong with it (nothing, if all is well).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import 'urlpattern-polyfill';
import { root } from '../../../scripts/lib-rules.mjs';
import { openPage } from './page.mjs';

export const pageFile = (rule, test) => join(root, 'tests', 'pages', rule.id, test.file);
export const pageHtml = (rule, test) => readFileSync(pageFile(rule, test), 'utf8');

/** Does the boot script wake the engine at this address? @param {any} rule @param {string} url */
export const wakes = (rule, url) =>
  rule.pages.some(page => page.url.some(pattern => new URLPattern(pattern).test(url)));

/**
 * With lang, a page that holds many languages is told its own by ?lang=; the address bar keeps the
 * real address.
 */
export const htmlFor = (html, test) =>
  test.lang
    ? html.replace('<head>', `<head><script>window.__lang=${JSON.stringify(test.lang)}</script>`)
    : html;

/**
 * @param {any} expect
 * @param {any} page
 * @param {any} rule
 * @param {string} [control]
 * @returns {string[]}
 */
function differences(expect, page, rule, control) {
  const wrong = [];
  if (expect.form) {
    if (JSON.stringify(page.steps()) !== JSON.stringify(expect.form))
      wrong.push(
        `form steps ${JSON.stringify(page.steps())}, expected ${JSON.stringify(expect.form)}`,
      );
  }
  const got = page.last(control ?? rule.controls?.find(entry => !entry.part)?.id);
  if (
    expect.silent ||
    (!got && expect.training === 'unknown' && (expect.why === 'other-page' || expect.form))
  ) {
    if (got && expect.silent) wrong.push(`said ${JSON.stringify(brief(got))}, expected silence`);
    return wrong;
  }
  if (!got) return [...wrong, 'said nothing'];
  for (const key of ['training', 'why', 'sure', 'raw', 'account', 'unit', 'actor']) {
    if (expect[key] !== undefined && got[key] !== expect[key])
      wrong.push(
        `${key} ${JSON.stringify(got[key])}, expected ${JSON.stringify(expect[key])} ` +
          `(${JSON.stringify(brief(got))})`,
      );
  }
  return wrong;
}

const brief = ({ training, why, sure, raw, by, label, detail }) => ({
  training,
  why,
  sure,
  raw,
  by,
  label,
  row: detail?.row,
  tried: detail?.report?.tried,
});

/**
 * @param {any} rule
 * @param {any} test
 * @param {string} [html]
 * @returns {Promise<{wrong: string[], reading: any, messages: any[]}>}
 */
export async function runTest(rule, test, html = pageHtml(rule, test)) {
  const page = await openPage({ html: htmlFor(html, test), url: test.url, rule });
  try {
    if (wakes(rule, test.url)) page.start();
    await page.clock.advance(12000);
    const wrong = differences(test.expect, page, rule, test.control);
    for (const [i, step] of (test.then ?? []).entries()) {
      if (step.do === 'click') page.click(step.on);
      if (step.do === 'navigate') {
        page.navigate(step.on);
        // Leaving clears what was said of the page before, as the background does.
        if (!wakes(rule, page.window.location.href)) page.messages.length = 0;
        else page.start(); // idempotent where the engine saw the way itself
      }
      await page.clock.advance(16000);
      wrong.push(
        ...differences(step.expect, page, rule, test.control).map(line => `step ${i + 1}: ${line}`),
      );
    }
    wrong.push(...page.errors.map(error => `script error: ${error.message}`));
    return { wrong, reading: page.last(test.control), messages: page.messages };
  } finally {
    page.close();
  }
}
