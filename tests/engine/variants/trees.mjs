// Copies that nobody sees, and rows in another tree: templates, shadow roots, frames.
import { clean, el } from './elements.mjs';
import { flip, otherCopy, shadow } from './row.mjs';

/** @type {import('../metamorphic.mjs').Variant[]} */
export const TREES = [
  {
    id: 'hidden-copy',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const h = el(doc, '<div hidden></div>');
      h.append(otherCopy(at));
      doc.body.append(h);
    },
  },
  {
    id: 'hidden-copy-beside',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const c = otherCopy(at);
      c.setAttribute('style', 'display:none !important');
      at.row.after(c);
    },
  },
  {
    id: 'hidden-row',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      at.row.setAttribute('style', 'display:none !important');
    },
  },
  {
    id: 'template-copy',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const t = doc.createElement('template');
      const c = /** @type {Element} */ (at.row.cloneNode(true));
      flip(c.querySelector('[data-t=control]') ?? c);
      t.content.append(c);
      doc.body.append(t);
    },
  },
  { id: 'open-shadow', means: 'same', keeps: true, make: shadow('open') },
  { id: 'closed-shadow', means: 'same', keeps: true, make: shadow('closed') },
  {
    id: 'custom-element',
    means: 'same',
    keeps: true,
    make(doc, at) {
      if (at.row.contains(at.control) === false || at.row.querySelector('[for]')) return false;
      const host = doc.createElement('settings-row');
      const t = el(doc, '<template shadowrootmode="open"></template>');
      at.row.replaceWith(host);
      /** @type {any} */ (t).content.append(at.row);
      host.append(t);
    },
  },
  {
    id: 'same-origin-frame',
    means: 'same',
    keeps: true,
    make(doc, at) {
      // it is defined for this document alone
      if (at.control.localName.includes('-')) return false;
      const f = doc.createElement('iframe');
      f.setAttribute(
        'srcdoc',
        `<!doctype html><html lang="${doc.documentElement.lang}"><body>` +
          `${clean(/** @type {Element} */ (at.row.cloneNode(true))).outerHTML}</body></html>`,
      );
      at.row.replaceWith(f);
    },
  },
];
