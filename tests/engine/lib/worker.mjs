// Reads all variants of one marked page in jsdom, in a thread of its own: message {at, only, own}
// in, {rows} or {error} out. own: read by a rule of a person who pointed at the control.
import { parentPort } from 'node:worker_threads';
import { casesOf, markedPages, outcome } from './cases.mjs';
import { ownPage } from './own-pages.mjs';
import { openPage } from './page.mjs';

/** @type {import('./cases.mjs').Page[]|null} */
let pages = null;

parentPort?.on('message', async ({ at, only, variants, own }) => {
  try {
    pages ??= markedPages(only);
    const rows = [];
    const its = own ? await ownPage(pages[at]) : pages[at];
    for (const it of its ? casesOf(its, variants) : []) {
      const page = await openPage({ html: it.html, url: it.url, rule: it.rule });
      page.start();
      await page.clock.advance(6000);
      // Most are decided by now; what moves by itself, or is not, gets its time.
      if (
        /setTimeout|setInterval/.test(it.html) ||
        page.last()?.training === undefined ||
        page.last().training === 'unknown'
      )
        await page.clock.advance(6000);
      rows.push(
        outcome(
          it,
          page.readings().map(message => message.reading),
        ),
      );
      page.close();
    }
    parentPort?.postMessage({ rows, pointed: its !== null });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.stack : String(error) });
  }
});
