// The dashboard, opened and read as a person does.
import { until } from './until.mjs';

/** The dashboard in a tab of its own, drawn, with all entries loaded. */
export async function dashboard(world, { loaded = true } = {}) {
  const page = await world.extensionPage('pages/dashboard/dashboard.html', it =>
    it.setViewport({ width: 1200, height: 900 }),
  );
  await until('the dashboard to be drawn', () =>
    page.evaluate(() => document.querySelector('main')?.getAttribute('aria-busy') === 'false'),
  );
  if (loaded)
    await until('the log to be loaded', () =>
      page.evaluate(() => document.querySelector('main')?.dataset.loaded === 'true'),
    );
  return page;
}

/**
 * Entries on their way to the log, as the content scripts' messages would have made them: queued,
 * then delivered.
 */
export async function bring(world, entries) {
  await world.probe.evaluate(async rows => {
    const { storage } = globalThis.browser ?? globalThis.chrome;
    await storage.local.set({
      queue: { rows, dropped: { confirmations: 0, changes: 0, since: null }, refused: [] },
    });
  }, entries);
  await world.ask({ type: 'dashboard-state' });
}

let count = 0;
/** A reading `days` ago. */
export function reading(days, training, fields = {}) {
  count += 1;
  return {
    id: `00000000-0000-4000-9000-${String(count).padStart(12, '0')}`,
    at: new Date(Date.now() - days * 86_400_000).toISOString(),
    platform: 'linkedin',
    control: 'genai-training',
    account: null,
    unit: null,
    basis: 'seen',
    training,
    why: training === 'unknown' ? 'layout-changed' : 'ok',
    sure: training === 'unknown' ? 'none' : 'sure',
    actor: 'none',
    how: training === 'unknown' ? null : 'loaded',
    raw: null,
    evidence: {
      label: 'Use my data',
      lang: 'en',
      route: '/settings',
      by: ['role'],
      rule: 'linkedin',
      rev: 1,
    },
    browser: 'test',
    ...fields,
  };
}

/** Goes to the part of the page that an element is in, as its link does. */
export async function part(page, css) {
  await until(`the part of ${css}`, () =>
    page.evaluate(at => {
      const view = document.querySelector(at)?.closest('[data-view]');
      if (view?.hidden) document.querySelector(`#nav a[href="#${view.dataset.view}"]`).click();
      return view ? !view.hidden : document.querySelector(at) !== null;
    }, css),
  );
}

/** Presses a button of the page by its id, where it is visible. */
export async function press(page, id) {
  await part(page, `#${id}`);
  await until(`#${id} to be there`, () =>
    page.$eval(
      `#${id}`,
      element => !element.hidden && !element.disabled && element.checkVisibility(),
    ),
  );
  await page.$eval(`#${id}`, element => element.scrollIntoView({ block: 'center' }));
  await page.click(`#${id}`);
}

/** The mark on the extension's button. */
export const mark = world =>
  world.probe.evaluate(() => (globalThis.browser ?? globalThis.chrome).action.getBadgeText({}));
