// What holds for every page of ours, whatever it shows: axe finds nothing, every control is reached
// by the keyboard with a visible focus and a name, and nothing has to be scrolled sideways, also
// with letters of twice the size.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './profile.mjs';

const axeSource = await readFile(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Violations that axe finds, as lines. */
export async function axe(page) {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () =>
    (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .map(node => node.target.join(' '))
          .slice(0, 4)
          .join(', ')}`,
    ),
  );
  return violations.map(line => `axe ${line}`);
}

/** What Tab has to reach, numbered on the page; as words for a person. */
function stops(page) {
  return page.evaluate(() => {
    document.activeElement?.blur?.();
    const named = element =>
      (element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40);
    const seen = element => element.checkVisibility({ visibilityProperty: true });
    const all = [
      ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'),
    ].filter(element => !element.disabled && element.tabIndex >= 0 && seen(element));
    // Of a group of radio buttons Tab reaches one.
    const reached = all.filter(
      element =>
        element.type !== 'radio' ||
        element.checked ||
        !all.some(
          other =>
            other !== element &&
            other.type === 'radio' &&
            other.name === element.name &&
            (other.checked || all.indexOf(other) < all.indexOf(element)),
        ),
    );
    reached.forEach((element, at) => {
      element.dataset.walk = String(at);
    });
    return reached.map(
      element => `${element.localName}${element.id ? `#${element.id}` : ''} "${named(element)}"`,
    );
  });
}

/** What has the focus; null where nothing has it. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    const box = element.getBoundingClientRect();
    return {
      walk: element.dataset.walk,
      outlined: outlined || style.boxShadow !== 'none',
      empty: box.width < 1 || box.height < 1,
      name: element.localName,
    };
  });
}

/** Walks with Tab over the whole page; what is wrong, as lines. */
export async function keyboard(page) {
  const wanted = await stops(page);
  const reached = new Set();
  const problems = [];
  // a field for a date has several stops of its own
  for (let step = 0; step < 2 * wanted.length + 10 && reached.size < wanted.length; step += 1) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    if (!focus) continue;
    if (focus.walk !== undefined) reached.add(Number(focus.walk));
    if (!focus.outlined)
      problems.push(`keyboard: no visible focus on ${wanted[Number(focus.walk)] ?? focus.name}`);
    if (focus.empty)
      problems.push(
        `keyboard: focus on something without size: ${wanted[Number(focus.walk)] ?? focus.name}`,
      );
  }
  problems.push(
    ...wanted
      .filter((_unused, at) => !reached.has(at))
      .map(name => `keyboard: never reached ${name}`),
  );
  await page.evaluate(() => document.activeElement?.blur?.());
  return [...new Set(problems)];
}

/**
 * Sideways overflow at the page's present width, with plain letters and with letters of twice the
 * size.
 */
export async function overflow(page) {
  const problems = [];
  for (const size of ['', '200%']) {
    const widest = await page.evaluate(fontSize => {
      document.documentElement.style.fontSize = fontSize;
      const view = document.documentElement.clientWidth;
      const over = document.scrollingElement.scrollWidth - view;
      const worst =
        over <= 1
          ? null
          : [...document.querySelectorAll('body *')].find(element => {
              const box = element.getBoundingClientRect();
              return box.right > view + 1 || box.left < -1;
            });
      document.documentElement.style.fontSize = '';
      return over <= 1
        ? null
        : `${over} px, for example ${worst?.localName}` +
            `${worst?.className ? `.${worst.className}` : ''} ` +
            `(${worst?.textContent.trim().slice(0, 40)})`;
    }, size);
    if (widest) problems.push(`overflow${size ? ` with letters of ${size}` : ''}: ${widest}`);
  }
  return problems;
}
