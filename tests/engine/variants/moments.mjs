// What comes late or again: the row, its state, what ARIA says of it.
import { box, el, script } from './elements.mjs';

/** @type {import('../metamorphic.mjs').Variant[]} */
export const MOMENTS = [
  {
    id: 'lagging-aria',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const c = at.control;
      const now = c.getAttribute('aria-checked');
      if (now !== 'true' && now !== 'false') return false;
      c.setAttribute('aria-checked', now === 'true' ? 'false' : 'true');
      c.setAttribute('data-lag', '');
      script(
        doc,
        `setTimeout(() => { const c = document.querySelector('[data-lag]'); ` +
          `c.setAttribute('aria-checked', '${now}'); if (c.hasAttribute('data-state')) ` +
          `c.setAttribute('data-state', '${c.getAttribute('data-state')}'); }, 500);`,
      );
    },
  },
  {
    id: 'late-row',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const t = doc.createElement('template');
      t.id = 'later-row';
      const place = el(doc, '<div id="later-place"></div>');
      at.row.replaceWith(place);
      t.content.append(at.row);
      doc.body.append(t);
      script(
        doc,
        "setTimeout(() => { document.getElementById('later-place')" +
          ".append(document.getElementById('later-row').content); }, 2900);",
      );
    },
  },
  {
    id: 'late-state',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const b = box(at.control);
      if (b !== at.control || !b || b.hasAttribute('aria-checked')) return false;
      const on = b.hasAttribute('checked');
      b.setAttribute('aria-busy', 'true');
      b.toggleAttribute('checked');
      b.setAttribute('data-lag', '');
      script(
        doc,
        `setTimeout(() => { const b = document.querySelector('[data-lag]'); b.checked = ` +
          `${on}; b.removeAttribute('aria-busy'); }, 1200);`,
      );
    },
  },
  {
    id: 'rerendered',
    means: 'same',
    keeps: true,
    make(doc, at) {
      at.row.setAttribute('data-again', '');
      script(
        doc,
        'let n = 0; const again = setInterval(() => { const r = ' +
          "document.querySelector('[data-again]'); const c = r.cloneNode(true); " +
          'r.replaceWith(c); if (++n === 4) clearInterval(again); }, 350);',
      );
    },
  },
];
