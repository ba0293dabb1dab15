// The tabs of a case, which of them is in front, and what a person and the browser do in them
// ("Steps" in the README).
import { readPopup } from '../e2e/lib/popup.mjs';
import { until } from '../e2e/lib/until.mjs';

/**
 * How long a step waits for a document; one that comes later is an error of the harness, not of the
 * product.
 */
const PATIENCE = 20_000;

const pause = ms =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

/**
 * A navigation by the browser: what the page or the case makes of it is no error here, and offline
 * it fails rightly.
 */
async function navigate(work, notes) {
  try {
    await work({ waitUntil: 'domcontentloaded', timeout: PATIENCE });
  } catch (error) {
    notes.push(`navigation: ${error.message.split('\n')[0]}`);
  }
}

/**
 * Back, and until another document is there: what comes from the back-forward cache never says that
 * it was loaded.
 */
async function back(page, notes) {
  const now = () =>
    page.evaluate(
      () => `${location.href} ${performance.timeOrigin} ${document.readyState !== 'loading'}`,
    );
  const before = await now();
  void page.goBack({ timeout: PATIENCE }).catch(() => undefined);
  await until(
    'the document before',
    async () => {
      const it = await now();
      return it !== before && it.endsWith('true');
    },
    { patience: PATIENCE },
  ).catch(error => notes.push(error.message));
}

export class Tabs {
  /** @param {import('../e2e/lib/world.mjs').World} world @param {string[]} notes */
  constructor(world, notes) {
    this.world = world;
    this.notes = notes;
    /** @type {Map<number, {page: any, tabId: number}>} */
    this.open = new Map();
    /** Which tab was in front since when: [{wall, tab}], tab 0 for one that is not the case's. */
    this.fronts = [];
  }

  get front() {
    return this.fronts.at(-1)?.tab ?? 0;
  }

  page(tab = this.front) {
    const it = this.open.get(tab);
    if (!it) throw new Error(`there is no tab ${tab}`);
    return it.page;
  }

  ids() {
    return this.world.probe.evaluate(async () =>
      (await (globalThis.browser ?? globalThis.chrome).tabs.query({})).map(({ id }) => id),
    );
  }

  async toFront(tab) {
    if (this.front === tab) return;
    await this.page(tab).bringToFront();
    this.fronts.push({ wall: Date.now(), tab });
  }

  /** @param {number} tab @param {string} url @param {{hidden?: boolean}} [options] */
  async add(tab, url, { hidden = false } = {}) {
    const before = await this.ids();
    const page = await this.world.browser.newPage({ background: hidden });
    page.on('dialog', dialog => {
      void dialog.accept().catch(() => undefined);
    });
    const tabId = await until('the new tab to be known', async () =>
      (await this.ids()).find(id => !before.includes(id)),
    );
    this.open.set(tab, { page, tabId });
    if (!hidden) await this.toFront(tab);
    await navigate(options => page.goto(url, options), this.notes);
  }

  async remove(tab = this.front) {
    const page = this.page(tab);
    this.open.delete(tab);
    if (this.front === tab) {
      const next = Math.max(0, ...this.open.keys());
      if (next) await this.toFront(next);
      else this.fronts.push({ wall: Date.now(), tab: 0 });
    }
    await page.close();
  }

  /** The middle of an element, scrolled to where a mouse can reach it. */
  async middle(page, selector) {
    return until(
      `an element ${selector}`,
      () =>
        page.evaluate(on => {
          const element = Document.prototype.querySelector.call(document, on);
          if (!element) return null;
          const inside = box =>
            box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
          if (!inside(element.getBoundingClientRect()))
            element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
          const box = element.getBoundingClientRect();
          return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }, selector),
      { patience: PATIENCE },
    );
  }

  async click(page, selector) {
    const { x, y } = await this.middle(page, selector);
    await page.mouse.click(x, y);
  }

  async drag(page, selector, [dx, dy]) {
    const { x, y } = await this.middle(page, selector);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const part of [0.25, 0.5, 0.75, 1]) await page.mouse.move(x + dx * part, y + dy * part);
    await page.mouse.up();
  }

  /** Opens the popup of a tab and presses its button that reads the page (again). */
  async readNow(tab = this.front) {
    const { page, tabId } = this.open.get(tab);
    const { driver } = this.world;
    const popup = await driver.popupOver(page, tabId, this.world.probe);
    try {
      await until('the popup to be drawn', () =>
        popup.evaluate(
          () => document.querySelector('#verdict')?.getAttribute('aria-busy') === 'false',
        ),
      );
      const reads =
        'button[data-action^="read"], button[data-action^="reload"], ' +
        'button[data-action^="confirm"]';
      const button = await popup.$(reads);
      if (!button) {
        const { sentence, buttons } = await readPopup(popup);
        this.notes.push(
          `the popup has no button that reads: “${sentence}” [${buttons.join(', ')}]`,
        );
        return;
      }
      await button.click();
      await pause(400); // the message is on its way when a person closes it
    } finally {
      await popup.close().catch(() => undefined);
    }
  }

  async closeAndReopen(tab = this.front) {
    const url = this.page(tab).url();
    await this.remove(tab);
    await this.add(tab, url);
  }

  /** Another tab in front of it. */
  async hide() {
    this.other ??= await this.world.browser.newPage({ background: true });
    await this.other.bringToFront();
    this.behind = this.front;
    this.fronts.push({ wall: Date.now(), tab: 0 });
  }

  /** One step, but for those that are not of a tab. @param {any} step */
  async act({ do: what, on, tab, by, text, key, hidden }) {
    if (what === 'open') return this.add(tab, on, { hidden });
    if (what === 'close') return this.remove(tab);
    if (what === 'close-reopen') return this.closeAndReopen(tab);
    if (what === 'hide') return this.hide();
    const number = tab ?? (this.front || this.behind || 1);
    await this.toFront(number);
    const page = this.page(number);
    switch (what) {
      case 'show':
        return undefined;
      case 'click':
        return this.click(page, on);
      case 'drag':
        return this.drag(page, on, by);
      case 'type':
        if (on) await this.click(page, on);
        return page.keyboard.type(text);
      case 'key':
        if (on) await page.focus(on);
        return page.keyboard.press(key);
      case 'goto':
        return navigate(options => page.goto(on, options), this.notes);
      case 'reload':
        return navigate(options => page.reload(options), this.notes);
      case 'back':
        return back(page, this.notes);
      case 'offline':
        return page.setOfflineMode(true);
      case 'online':
        return page.setOfflineMode(false);
      case 'read-now':
        return this.readNow(number);
      default:
        throw new Error(`unknown step ${what}`);
    }
  }
}
