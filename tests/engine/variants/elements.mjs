// What the variants do with single elements of a parsed document.

export const el = (doc, html) => {
  const t = doc.createElement('template');
  t.innerHTML = html;
  return /** @type {Element} */ (t.content.firstElementChild);
};
export const all = doc => [...doc.querySelectorAll('body, body *')];
export const swapTag = (doc, from, name) => {
  const to = doc.createElement(name);
  for (const a of from.attributes) to.setAttribute(a.name, a.value);
  to.append(...from.childNodes);
  from.replaceWith(to);
  return to;
};
export const box = c => (c.localName === 'input' ? c : c.querySelector('input[type=checkbox]'));
export const script = (doc, text) => {
  const s = doc.createElement('script');
  s.textContent = text;
  doc.body.append(s);
};

/** Takes the marks out. @template {ParentNode & Node} T @param {T} tree @returns {T} */
export function clean(tree) {
  for (const e of [
    .../** @type {any} */ (tree.hasAttribute ? [tree] : []),
    ...tree.querySelectorAll('*'),
  ]) {
    /** @type {Element} */ (e).removeAttribute('data-t');
    if (/** @type {Element} */ (e).localName === 'template') clean(/** @type {any} */ (e).content);
  }
  return tree;
}
