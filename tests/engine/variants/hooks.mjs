// The hooks of the code are others, or gone: classes, ids, names, test ids.
import { all } from './elements.mjs';

/** Another name, the same for the same id. @param {string} id */
const nameFor = id =>
  `r${Math.abs([...id].reduce((h, c) => (h * 31 + c.charCodeAt(0)) | 0, 7)).toString(36)}`;

/** Every id is another one, and whatever points to it follows. @param {Document} doc */
function renamed(doc) {
  for (const e of all(doc).filter(({ id }) => id)) {
    const to = nameFor(e.id);
    for (const r of doc.querySelectorAll(`[for="${e.id}"]`)) r.setAttribute('for', to);
    for (const a of ['aria-labelledby', 'aria-describedby', 'aria-controls'])
      for (const r of doc.querySelectorAll(`[${a}~="${e.id}"]`)) {
        const ids = (r.getAttribute(a) ?? '').split(/\s+/);
        r.setAttribute(a, ids.map(x => (x === e.id ? to : x)).join(' '));
      }
    e.id = to;
  }
}

/** @type {import('../metamorphic.mjs').Variant[]} */
export const HOOKS = [
  {
    id: 'hashed-classes',
    means: 'same',
    keeps: true,
    make(doc) {
      let n = 0;
      for (const e of all(doc))
        if (e.hasAttribute('class')) e.setAttribute('class', `_${(7919 * ++n).toString(36)}`);
    },
  },
  {
    id: 'no-classes',
    means: 'same',
    keeps: true,
    make(doc) {
      for (const e of all(doc)) e.removeAttribute('class');
    },
  },
  { id: 'renamed-ids', means: 'same', keeps: true, make: renamed },
  {
    id: 'dropped-testids',
    means: 'same',
    keeps: true,
    make(doc) {
      for (const e of all(doc))
        for (const a of [...e.attributes])
          if (/^data-(?!t$|state$)/.test(a.name)) e.removeAttribute(a.name);
    },
  },
  {
    id: 'dropped-names',
    means: 'same',
    keeps: true,
    make(doc) {
      for (const e of all(doc))
        if (e.localName === 'input' && e.getAttribute('type') !== 'radio')
          e.removeAttribute('name');
    },
  },
  {
    id: 'all-hooks-dropped',
    means: 'same',
    keeps: true,
    make(doc) {
      renamed(doc);
      for (const e of all(doc))
        for (const a of [...e.attributes])
          if (
            /^data-(?!t$|state$)/.test(a.name) ||
            a.name === 'class' ||
            (a.name === 'name' && e.getAttribute('type') !== 'radio')
          )
            e.removeAttribute(a.name);
    },
  },
];
