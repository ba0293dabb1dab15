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

/** Browsers give a popup 600 px: less, for the letters of another system may be larger. */
const MOST_PX = 560;

/**
 * The popup as the browser draws it: its height, and that foot and primary button are in sight
 * without scrolling (a form that takes its place ends with its button). A picture of it, too.
 * @param {any} page
 * @param {string} file
 * @returns {Promise<string[]>} what is wrong
 */
async function shown(page, file) {
  const { width, height } = await page.evaluate(() => {
    document.documentElement.classList.remove('as-page');
    const it = document.body.getBoundingClientRect();
    return { width: it.width, height: it.height };
  });
  await page.screenshot({ path: file, clip: { x: 0, y: 0, width, height } });
  return page.evaluate(most => {
    const bottom = at => document.querySelector(at)?.getBoundingClientRect().bottom ?? 0;
    const foot = document.querySelector('footer').getBoundingClientRect();
    const wrong = [
      [document.body.getBoundingClientRect().height > most, 'higher than a popup'],
      [foot.bottom > most, 'the foot is out of sight'],
      [bottom('main .primary') > foot.top, 'the primary button is out of sight'],
      [bottom('#sentence') > foot.top, 'the sentence is out of sight'],
    ];
    const sizes = ['main', 'footer'].map(name => {
      const { scrollHeight, clientHeight } = document.querySelector(name);
      return `${name} ${clientHeight} of ${scrollHeight} px`;
    });
    document.documentElement.classList.add('as-page');
    return wrong.filter(([is]) => is).map(([, text]) => `${text} (${sizes})`);
  }, MOST_PX);
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
        ...(kind === 'popup' && !letters
          ? await shown(page, path.join(this.#folder, `${name}-shown.png`))
          : []),
      ];
      const told = [name, ...problems].join('\n    ');
      if (problems.length === 0) this.passed += 1;
      else this.failures.push(told);
      console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${told}`);
    }
  }
}
