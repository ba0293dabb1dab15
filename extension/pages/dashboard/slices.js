/** Long work in short pieces, so that the page answers in between. */

/** Milliseconds of work after which the page gets its turn. */
const SLICE = 12;

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
      await new Promise((resolve) => { setTimeout(resolve); });
      if (!wanted()) return false;
      began = performance.now();
    }
    work(item);
  }
  return true;
}
