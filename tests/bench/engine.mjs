// Script time of the engine on a settings page of 20,000 elements, and what it leaves behind there,
// in the real browsers, against the field notes' budgets. Read by the tests' reader extension: real
// content scripts, no background.
import { readFile } from 'node:fs/promises';
import { Reader } from '../e2e/lib/frames.mjs';
import { steady } from '../e2e/lib/pick.mjs';
import { readRules } from '../server/pages.mjs';

const ELEMENTS = 20_000;
const BUDGET = 20; // ms an attempt

/** The page with a feed of plain elements and look-alike controls behind its own content. */
function enlarged(html) {
  const row = n =>
    `<div class="row r${n}"><span>Setting ${n}</span><p>Some words about it.</p><button ` +
    `type="button" aria-pressed="false">More</button><a href="#${n}">Help</a></div>`;
  const rows = Array.from({ length: ELEMENTS / 5 }, (_unused, n) => row(n)).join('');
  return html.replace('</body>', `<section id="bench">${rows}</section></body>`);
}

/**
 * One page after the other, so that nothing else runs meanwhile.
 * @returns {Promise<{attempts: number, each: number, observers: number, why: string}>}
 */
async function costOn(reader, page) {
  let cost;
  await reader.read([page], (_it, readings, observers) => {
    const last = readings?.at(-1);
    if (last)
      cost = {
        attempts: last.detail.report.cost.attempts,
        each: last.detail.report.cost.ms / Math.max(1, last.detail.report.cost.attempts),
        observers,
        why: last.why,
      };
  });
  if (!cost) throw new Error(`nothing was said of ${page.url}`);
  return cost;
}

/** @returns {Promise<import('./bench.mjs').Row[]>} */
export async function measureEngine() {
  const { url, file } = steady('linkedin', 'denied');
  const { rule } = (await readRules()).find(({ platform }) => platform === 'linkedin');
  const html = await readFile(file, 'utf8');
  const page = body => ({ rule, url, html: body });
  const rows = [];
  for (const name of ['chromium', 'firefox']) {
    const reader = await Reader.open(name, [url]);
    try {
      const small = await costOn(reader, page(html));
      const large = await costOn(reader, page(enlarged(html)));
      // The worst case: the control is gone, and every look searches what may hold another tree.
      const gone = await costOn(reader, page(enlarged(html.replace(/<input[^>]*>/g, ''))));
      const on = `on ${ELEMENTS.toLocaleString('en')} elements, ${name}`;
      const row = (what, cost) => ({
        what,
        value: `${cost.each.toFixed(1)} ms/attempt (${cost.attempts} attempts)`,
        beside: `budget ${BUDGET} ms; the page alone ${small.each.toFixed(1)} ms`,
        ratio: `${(cost.each / BUDGET).toFixed(2)} x`,
      });
      rows.push(row(`engine ${on}`, large), row(`engine ${on}, control gone`, gone));
      rows.push({
        what: `observers alive after a verdict, ${name}`,
        value: `${Math.max(small.observers, large.observers, gone.observers)}`,
        beside: 'budget 0',
        ratio: '-',
      });
    } finally {
      await reader.close();
    }
  }
  return rows;
}
