// The other state, and rows that are gone, doubled, or only look like the one that is meant.
import { all } from './elements.mjs';
import { decoy, flip, labelAlone } from './row.mjs';

/** @type {import('../metamorphic.mjs').Variant[]} */
export const RIVALS = [
  {
    id: 'flipped',
    means: 'flip',
    keeps: true,
    make(doc, at) {
      if (!flip(at.control, at.row)) return false;
    },
  },
  {
    id: 'flipped-hooks-dropped',
    means: 'flip',
    keeps: true,
    make(doc, at) {
      if (!flip(at.control, at.row)) return false;
      for (const e of all(doc))
        for (const a of [...e.attributes])
          if (/^data-(?!t$|state$)/.test(a.name) || a.name === 'class') e.removeAttribute(a.name);
    },
  },
  {
    id: 'duplicated-row',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const c = /** @type {Element} */ (at.row.cloneNode(true));
      if (!flip(c.querySelector('[data-t=control]') ?? c)) return false;
      at.row.after(c);
    },
  },
  {
    id: 'removed-row',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      at.row.remove();
    },
  },
  {
    id: 'removed-control',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (at.control === at.row) return false;
      at.control.remove();
    },
  },
  {
    id: 'replaced-by-decoy',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const d = decoy(doc, at, 'Show me more relevant ads');
      if (!d) return false;
      at.row.replaceWith(d);
    },
  },
  {
    id: 'decoy-before',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const d = decoy(doc, at, 'Allow AI features to suggest replies');
      if (!d) return false;
      at.row.before(d);
    },
  },
  {
    id: 'decoy-after',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const d = decoy(doc, at, 'Allow AI features to suggest replies');
      if (!d) return false;
      at.row.after(d);
    },
  },
  {
    id: 'decoy-near-name',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const name = at.label?.textContent?.trim();
      if (!name) return false;
      const d = decoy(doc, at, `${name} for ads`);
      if (!d) return false;
      at.row.before(d);
    },
  },
  {
    id: 'decoy-prefix-name',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const name = at.label?.textContent?.trim();
      if (!name) return false;
      const d = decoy(doc, at, `About: ${name}`);
      if (!d) return false;
      at.row.after(d);
    },
  },
  {
    id: 'label-without-control',
    means: 'lost',
    keeps: false,
    make: (doc, at) => labelAlone(doc, at, 'Remember my language'),
  },
  {
    id: 'label-before-a-sentence',
    means: 'lost',
    keeps: false,
    make: (doc, at) => labelAlone(doc, at, 'Send me news about the product.'),
  },
];
