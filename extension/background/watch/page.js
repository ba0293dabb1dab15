/**
 * Runs inside the page of a policy, handed over as a function: it may use nothing from outside
 * itself. Waits until the text has come and stands still, and gives the page's markup as the
 * browser has built it. What is text and what is not is decided by the policy program alone, as for
 * a page that it fetched: so sections that are folded stay in (a section that was unfolded today is
 * no change of the policy), and only what can hold no sentence is left out here.
 * @param {number} patience milliseconds to wait for the text at most
 * @returns {Promise<{ url: string, html: string }>}
 */
export async function readRendered(patience) {
  const end = Date.now() + patience;
  let before = -1;
  let same = 0;
  while (Date.now() < end && same < 4) {
    const length = (document.body?.innerText ?? document.body?.textContent ?? '').trim().length;
    same = length === before && length > 0 && document.readyState === 'complete' ? same + 1 : 0;
    before = length;
    await new Promise(resolve => {
      setTimeout(resolve, 300);
    });
  }
  const copy = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  for (const element of copy.querySelectorAll(
    'script, style, link, meta, template, svg, canvas, iframe, img, picture, video, audio, ' +
      'object, embed',
  ))
    element.remove();
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const rest = [];
  while (comments.nextNode()) rest.push(/** @type {Comment} */ (comments.currentNode));
  for (const comment of rest) comment.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) {
      if (!['hidden', 'style', 'lang', 'type'].includes(name)) element.removeAttribute(name);
    }
  }
  return { url: location.href, html: `<!doctype html>${copy.outerHTML}` };
}
