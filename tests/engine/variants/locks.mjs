// Controls that cannot be used, contradict themselves, or never come to rest.
import { box, el, script } from './elements.mjs';
import { hostOf, shadow } from './row.mjs';

/** @type {import('../metamorphic.mjs').Variant[]} */
export const LOCKS = [
  {
    id: 'disabled',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const b = box(at.control);
      if (b) b.setAttribute('disabled', '');
      at.control.setAttribute(
        /^(button|input|select)$|-/.test(at.control.localName) ? 'disabled' : 'aria-disabled',
        'true',
      );
    },
  },
  {
    id: 'contradicting-aria',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const b = box(at.control);
      if (!b) return false;
      (b === at.control ? b : at.control).setAttribute(
        'aria-checked',
        String(!b.hasAttribute('checked')),
      );
    },
  },
  {
    id: 'mixed',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (!at.control.hasAttribute('aria-checked') && !box(at.control)) return false;
      at.control.setAttribute('aria-checked', 'mixed');
    },
  },
  {
    id: 'never-settles',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const b = box(at.control);
      if (b !== at.control || !b || b.hasAttribute('aria-checked')) return false;
      b.setAttribute('data-lag', '');
      script(
        doc,
        "setInterval(() => { const b = document.querySelector('[data-lag]'); b.checked = " +
          '!b.checked; }, 170);',
      );
    },
  },
  {
    id: 'disabled-around',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      at.row.setAttribute('aria-disabled', 'true');
    },
  },
  {
    id: 'disabled-fieldset',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const f = el(doc, '<fieldset disabled></fieldset>');
      at.row.replaceWith(f);
      f.append(at.row);
    },
  },
  {
    id: 'disabled-shadow-host',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (shadow('open')(doc, at) === false) return false;
      hostOf(doc, at).setAttribute('aria-disabled', 'true');
    },
  },
  {
    id: 'busy-shadow-host',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (shadow('closed')(doc, at) === false) return false;
      hostOf(doc, at).setAttribute('aria-busy', 'true');
    },
  },
  {
    id: 'inert',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const d = el(doc, '<div inert></div>');
      at.row.replaceWith(d);
      d.append(at.row);
    },
  },
  {
    id: 'inert-shadow-host',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (shadow('open')(doc, at) === false) return false;
      hostOf(doc, at).setAttribute('inert', '');
    },
  },
];

/** A row that says it is still at work. @type {import('../metamorphic.mjs').Variant} */
export const BUSY = {
  id: 'busy-for-ever',
  means: 'lost',
  keeps: false,
  make(doc, at) {
    at.row.setAttribute('aria-busy', 'true');
  },
};
