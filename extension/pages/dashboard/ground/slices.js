/** Long work in short pieces, so that the page answers in between. */

/** Milliseconds of work after which the page gets its turn. */
const SLICE = 12;

/** Lets the page answer before the work goes on. @returns {Promise<void>} */
const turn = () =>
  new Promise(resolve => {
    setTimeout(resolve);
  });

/** Milliseconds to wait for a picture; a page behind others makes none. */
const PICTURE = 100;

/**
 * Lets the page draw what it has, so that layout and painting do not come all at once.
 * @returns {Promise<void>}
 */
export const picture = () =>
  new Promise(resolve => {
    setTimeout(resolve, PICTURE);
    requestAnimationFrame(() => setTimeout(resolve));
  });

/**
 * @template Item
 * @param {Iterable<Item>} items
 * @param {(item: Item) => void} work
 * @param {() => boolean} [wanted] asked after each pause; false ends it
 * @returns {Promise<boolean>} whether it went through; without a pause where one slice was enough
 */
export async function inSlices(items, work, wanted = () => true) {
  let began = performance.now();
  for (const item of items) {
    if (performance.now() - began > SLICE) {
      await turn();
      if (!wanted()) return false;
      began = performance.now();
    }
    work(item);
  }
  return true;
}
