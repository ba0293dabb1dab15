// A picture of one of our pages and what is looked for on it: axe, a walk by keyboard, sideways
// overflow.
import path from 'node:path';
import { axe, keyboard, overflow } from './accessible.mjs';
import { until } from './until.mjs';

/** The quiet moment for a picture: drawn, no motion, fonts there. */
async function still(page) {
  await until('the page to be drawn', () =>
    page.evaluate(async () => {
      await document.fonts.ready;
      const busy = document.querySelector('[aria-busy="true"]');
      const words = document.body.innerText.trim().length > 0;
      return (
        !busy &&
        words &&
        document.getAnimations().every(animation => animation.playState !== 'running')
      );
    }),
  );
}

export class Pictures {
  passed = 0;
  /** @type {string[]} */
  failures = [];
  #folder;
  #schemesOf;

  /**
   * @param {string} folder
   * @param {(locale: string) => ('light' | 'dark')[]} schemesOf
   */
  constructor(folder, schemesOf) {
    this.#folder = folder;
    this.#schemesOf = schemesOf;
  }

  /**
   * Pictures and checks of one page in one state. `width` in CSS pixels; `letters` of the root
   * element, as a user sets them.
   */
  async take(page, { locale, kind, state, width, letters = '' }) {
    await page.setViewport({ width, height: kind === 'popup' ? 600 : 900, deviceScaleFactor: 2 });
    await page.evaluate(size => {
      document.documentElement.style.fontSize = size;
    }, letters);
    // a page behind another is not drawn, and the welcome page comes by itself
    await page.bringToFront();
    const schemes = this.#schemesOf(locale);
    for (const scheme of schemes) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await still(page);
      const name = `${locale}-${scheme}-${kind}-${state}`;
      await page.screenshot({ path: path.join(this.#folder, `${name}.png`), fullPage: true });
      const problems = [
        ...(await axe(page)),
        ...(scheme === schemes[0] ? [...(await keyboard(page)), ...(await overflow(page))] : []),
      ];
      const told = [name, ...problems].join('\n    ');
      if (problems.length === 0) this.passed += 1;
      else this.failures.push(told);
      console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${told}`);
    }
  }
}
