// Script time of the engine on a settings page of 20,000 elements, in a real browser, against the field notes' budget.
import { readFile } from 'node:fs/promises';
import { steady } from '../e2e/lib/pick.mjs';
import { World } from '../e2e/lib/world.mjs';

const ELEMENTS = 20_000;
const BUDGET = 20; // ms an attempt

/** The page with a feed of plain elements and look-alike controls behind its own content. */
function enlarged(html) {
  const row = (n) => `<div class="row r${n}"><span>Setting ${n}</span><p>Some words about it.</p><button type="button" aria-pressed="false">More</button><a href="#${n}">Help</a></div>`;
  const rows = Array.from({ length: ELEMENTS / 5 }, (_unused, n) => row(n)).join('');
  return html.replace('</body>', `<section id="bench">${rows}</section></body>`);
}

async function costOn(world, page, body) {
  world.server.route(page.url, () => ({ body }));
  const visit = await world.visit(page.url);
  await visit.becomes(page.expect.training);
  const said = (await visit.said()).filter((message) => message.type === 'reading').at(-1);
  await visit.close();
  const { attempts, ms } = said.reading.detail.report.cost;
  return { attempts, each: ms / Math.max(1, attempts) };
}

/** @returns {Promise<import('./bench.mjs').Row[]>} */
export async function measureEngine() {
  const page = steady('linkedin', 'denied');
  const html = await readFile(page.file, 'utf8');
  const rows = [];
  for (const name of ['chromium', 'firefox']) {
    const world = await World.open(name, { host: false });
    try {
      const small = await costOn(world, page, html);
      const large = await costOn(world, page, enlarged(html));
      rows.push({ what: `engine on ${ELEMENTS.toLocaleString('en')} elements, ${name}`, value: `${large.each.toFixed(1)} ms/attempt (${large.attempts} attempts)`,
        beside: `budget ${BUDGET} ms; the page alone ${small.each.toFixed(1)} ms`, ratio: `${(large.each / BUDGET).toFixed(2)} x` });
    } finally {
      await world.close();
    }
  }
  return rows;
}
