// Other markup around and within the same setting: wrappers, order, the label as it is written, the
// language of the page, the names of the elements.
import { box, el, swapTag } from './elements.mjs';

/** @type {import('../metamorphic.mjs').Variant[]} */
export const MARKUP = [
  {
    id: 'wrapped-control',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const outer = el(doc, '<div><div><div></div></div></div>');
      at.control.replaceWith(outer);
      outer.querySelector('div div')?.append(at.control);
    },
  },
  {
    id: 'wrapped-row',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const outer = el(doc, '<div><section><div></div></section></div>');
      at.row.replaceWith(outer);
      outer.querySelector('section div')?.append(at.row);
    },
  },
  {
    id: 'wrapped-label',
    means: 'same',
    keeps: true,
    make(doc, at) {
      if (!at.label) return false;
      const s = el(doc, '<span><b></b></span>');
      s.firstElementChild?.append(...at.label.childNodes);
      at.label.append(s);
    },
  },
  {
    id: 'split-label',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const t = at.label?.textContent?.trim();
      if (!at.label || at.label.children.length || !t || t.split(' ').length < 3) return false;
      const w = t.split(' ');
      const m = w.length >> 1;
      at.label.textContent = `${w.slice(0, m).join(' ')} `;
      const em = doc.createElement('em');
      em.textContent = w.slice(m).join(' ');
      at.label.append(em);
    },
  },
  {
    id: 'swapped-order',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const kids = [...at.row.children];
      if (kids.length < 2) return false;
      at.row.append(...kids.reverse());
    },
  },
  {
    id: 'swapped-description',
    means: 'same',
    keeps: true,
    make(doc, at) {
      if (
        !at.label ||
        !at.description ||
        at.label.contains(at.description) ||
        at.description.contains(at.label)
      )
        return false;
      const mark = doc.createComment('');
      at.label.replaceWith(mark);
      at.description.replaceWith(at.label);
      mark.replaceWith(at.description);
    },
  },
  {
    id: 'no-description',
    means: 'same',
    keeps: true,
    make(doc, at) {
      if (!at.description || at.description.contains(at.control)) return false;
      at.description.remove();
    },
  },
  {
    id: 'noisy-label',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const t = at.label?.textContent;
      if (!at.label || at.label.children.length || !t) return false;
      at.label.textContent = ` \u200f${t.trim().replace(/ /g, '\u00a0')}.\u202c\n `;
    },
  },
  {
    id: 'upper-case-label',
    means: 'same',
    keeps: true,
    make(doc, at) {
      if (!at.label || at.label.children.length) return false;
      const t = at.label.textContent ?? '';
      const up = t.toUpperCase();
      if (up.toLowerCase() !== t.toLowerCase()) return false;
      at.label.textContent = up;
    },
  },
  {
    id: 'translated-label',
    means: 'same',
    keeps: false,
    make(doc, at) {
      if (!at.label) return false;
      at.label.textContent = 'Zzqa vrub tlimo kresk';
      if (at.control.hasAttribute('aria-label'))
        at.control.setAttribute('aria-label', 'Zzqa vrub tlimo kresk');
    },
  },
  {
    id: 'translated-page',
    means: 'same',
    keeps: false,
    make(doc, at) {
      doc.documentElement.lang = 'qya';
      for (const e of [at.label, ...doc.querySelectorAll('h1,h2,h3')])
        if (e && !e.contains(at.control)) e.textContent = 'Zzqa vrub';
      if (at.control.hasAttribute('aria-label')) at.control.setAttribute('aria-label', 'Zzqa');
    },
  },
  {
    id: 'wrong-lang',
    means: 'same',
    keeps: true,
    make(doc) {
      doc.documentElement.lang = 'xx';
    },
  },
  {
    id: 'no-lang',
    means: 'same',
    keeps: true,
    make(doc) {
      doc.documentElement.removeAttribute('lang');
    },
  },
  {
    id: 'headings-as-divs',
    means: 'same',
    keeps: true,
    make(doc, at) {
      for (const h of doc.querySelectorAll('h1,h2,h3,h4'))
        if (!h.contains(at.control)) {
          const level = h.localName[1];
          const d = swapTag(doc, h, 'div');
          d.setAttribute('role', 'heading');
          d.setAttribute('aria-level', level);
        }
    },
  },
  {
    id: 'label-element-to-div',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const l = at.control.closest('label');
      if (!l || l === at.row || l.hasAttribute('data-t')) return false;
      swapTag(doc, l, 'div');
    },
  },
  {
    id: 'in-form',
    means: 'same',
    keeps: true,
    make(doc, at) {
      if (at.row.closest('form')) return false;
      const f = doc.createElement('form');
      at.row.replaceWith(f);
      f.append(at.row);
    },
  },
  {
    id: 'in-fieldset',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const f = doc.createElement('fieldset');
      at.row.replaceWith(f);
      f.append(at.row);
    },
  },
  {
    id: 'in-list',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const l = el(doc, '<ul><li></li></ul>');
      at.row.replaceWith(l);
      l.firstElementChild?.append(at.row);
    },
  },
  {
    id: 'transparent-control',
    means: 'same',
    keeps: true,
    make(doc, at) {
      at.control.setAttribute('style', 'opacity:0;position:absolute');
    },
  },
  {
    id: 'aria-added',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const b = box(at.control);
      if (!b || b.hasAttribute('aria-checked')) return false;
      b.setAttribute('aria-checked', String(b.hasAttribute('checked')));
    },
  },
  {
    id: 'noise-before',
    means: 'same',
    keeps: true,
    make(doc, at) {
      at.row.before(
        el(doc, '<div><h6>Cookies</h6><p>We use cookies.</p><a href="/cookies">More</a></div>'),
      );
    },
  },
];
