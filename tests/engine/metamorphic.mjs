// Metamorphic pages: from one page, many that mean the same, the opposite, or nothing any more.
// Pure functions on a parsed document; `variants` gives HTML, so that the same pages are read in
// jsdom and in real browsers.
//
// A page marks what may be moved: data-t="control" (the control itself), data-t="row",
// data-t="label", data-t="description". The marks are gone in every variant.
import { JSDOM } from 'jsdom';

/**
 * same: the same verdict, or unknown. flip: the opposite verdict, or unknown. lost: unknown and
 * nothing else. keeps: does a person still recognise the control? Then the verdict should be
 * decisive.
 * @typedef {{id: string, means: 'same'|'flip'|'lost', keeps: boolean, make: (doc: Document, at:
 *   Marks) => boolean|void}} Variant
 * @typedef {{control: Element, row: Element, label: Element|null, description: Element|null}} Marks
 */

const parser = new JSDOM('').window;
const el = (doc, html) => {
  const t = doc.createElement('template');
  t.innerHTML = html;
  return /** @type {Element} */ (t.content.firstElementChild);
};
const all = doc => [...doc.querySelectorAll('body, body *')];
const swapTag = (doc, from, name) => {
  const to = doc.createElement(name);
  for (const a of from.attributes) to.setAttribute(a.name, a.value);
  to.append(...from.childNodes);
  from.replaceWith(to);
  return to;
};
const box = c => (c.localName === 'input' ? c : c.querySelector('input[type=checkbox]'));
const script = (doc, text) => {
  const s = doc.createElement('script');
  s.textContent = text;
  doc.body.append(s);
};

/** State words that pages show beside a switch. */
const WORDS = [
  ['On', 'Off'],
  ['Ein', 'Aus'],
  ['Sì', 'No'],
  ['Aan', 'Uit'],
  ['Enabled', 'Disabled'],
];

/** Turns the words round as well. @param {Element} area @returns {Element[]} where */
function flipWords(area) {
  const turned = [];
  for (const node of [area, ...area.querySelectorAll('*')]) {
    const word = node.children.length === 0 ? node.textContent?.trim() : '';
    const pair = WORDS.find(both => both.includes(word ?? ''));
    if (!pair || node.localName === 'option') continue; // an option is turned by being chosen
    node.textContent = pair[0] === word ? pair[1] : pair[0];
    turned.push(node);
  }
  return turned;
}

/**
 * Turns the state round in every place that tells it: attributes, chosen values, and the words in
 * the row, if it is given. A control that has words alone is turned by them.
 * @param {Element} control
 * @param {Element} [row]
 * @returns {boolean} could it be done
 */
function flip(control, row) {
  let done = false;
  const twins = [control.previousElementSibling, control.nextElementSibling].filter(it =>
    it?.matches('input[aria-hidden=true]'),
  ); // for the form
  for (const face of [control, ...twins, ...control.querySelectorAll('*')]) {
    if (face.localName === 'input' && /checkbox/.test(face.getAttribute('type') ?? '')) {
      face.toggleAttribute('checked');
      done = true;
    }
    for (const name of ['aria-checked', 'aria-pressed', 'aria-selected']) {
      const now = face.getAttribute(name);
      if (now === 'true' || now === 'false') {
        face.setAttribute(name, now === 'true' ? 'false' : 'true');
        done = true;
      }
    }
    const state = face.getAttribute('data-state');
    const other = { checked: 'unchecked', unchecked: 'checked', on: 'off', off: 'on' }[state ?? ''];
    if (other) face.setAttribute('data-state', other);
  }
  const control2 = control.localName === 'select' ? [...control.options] : [];
  if (control2.length === 2) {
    for (const o of control2) o.toggleAttribute('selected');
    done = true;
  }
  const radios = [...control.querySelectorAll('input[type=radio]')];
  if (radios.length === 2) {
    for (const r of radios) r.toggleAttribute('checked');
    done = true;
  }
  const words = row || !done ? flipWords(row ?? control) : [];
  return done || words.some(node => control.contains(node));
}

/** A row like this one with another name and the other state. */
function decoy(doc, at, name) {
  const copy = /** @type {Element} */ (at.row.cloneNode(true));
  const control = copy.querySelector('[data-t=control]') ?? copy;
  if (!flip(control, copy)) return null;
  for (const node of [copy, ...copy.querySelectorAll('*')])
    for (const a of [
      'id',
      'for',
      'name',
      'aria-labelledby',
      'aria-describedby',
      'data-testid',
      'aria-label',
      'href',
    ])
      node.removeAttribute(a);
  const label = copy.querySelector('[data-t=label]');
  if (!label) return null;
  const was = label.textContent?.trim();
  for (const node of copy.querySelectorAll('*'))
    if (!node.children.length && node.textContent?.trim() === was) node.textContent = name;
  label.textContent = name;
  if (at.control.hasAttribute('aria-label')) control.setAttribute('aria-label', name);
  return copy;
}

/** The label stands alone; the switch below it is called something else. */
function labelAlone(doc, at, name) {
  const other = decoy(doc, at, name);
  const was = at.label?.textContent;
  if (!other || !was) return false;
  const p = doc.createElement('p');
  p.textContent = was;
  at.row.replaceWith(p, other);
  return true;
}

/** The row again, in the other state and without the ids and names that belong to the first. */
function otherCopy(at) {
  const copy = /** @type {Element} */ (at.row.cloneNode(true));
  flip(copy.querySelector('[data-t=control]') ?? copy);
  for (const e of [copy, ...copy.querySelectorAll('*')]) {
    e.removeAttribute('id');
    if (e.getAttribute('type') === 'radio')
      e.setAttribute('name', `${e.getAttribute('name')}-copy`);
  }
  return copy;
}

/** Moves the row into a shadow root. @param {'open'|'closed'} mode */
const shadow = mode => (doc, at) => {
  // A label that points into another tree is broken by the move itself, not by a redesign.
  if (at.row.querySelector('[for]')) {
    const l = at.row.querySelector('[for]');
    if (!at.row.querySelector(`[id="${l.getAttribute('for')}"]`)) return false;
  }
  const host = doc.createElement('div');
  const template = el(doc, `<template shadowrootmode="${mode}"></template>`);
  at.row.replaceWith(host);
  /** @type {any} */ (template).content.append(at.row);
  host.append(template);
  return true;
};

/** The host of the shadow root into which the row was moved. */
const hostOf = (doc, at) =>
  [...doc.querySelectorAll('template')].find(t => t.content.contains(at.row)).parentElement;

/** Language -> a negation to stand before a label, and a label about something else. */
const TURNING = {
  en: ['Do not: ', 'Suggest replies with AI'],
  de: ['Nicht: ', 'Antworten mit KI vorschlagen'],
  fr: ['Ne pas : ', 'Proposer des réponses par IA'],
  es: ['No: ', 'Sugerir respuestas con IA'],
  pt: ['Não: ', 'Sugerir respostas com IA'],
  it: ['Non: ', 'Suggerisci risposte con l’IA'],
  nl: ['Niet: ', 'Antwoorden voorstellen met AI'],
  pl: ['Nie: ', 'Proponuj odpowiedzi AI'],
  ja: ['オプトアウト: ', 'AIで返信を提案する'],
  ko: ['거부: ', 'AI 답장 제안'],
  zh: ['拒绝：', '用人工智能建议回复'],
  hi: ['नहीं: ', 'उत्तर सुझाएँ'],
  ar: ['عدم ', 'اقتراح ردود'],
  th: ['ไม่', 'แนะนำคำตอบ'],
  bn: ['না: ', 'উত্তর প্রস্তাব করুন'],
  id: ['Jangan ', 'Sarankan balasan AI'],
};
const turning = doc => TURNING[doc.documentElement.lang.split('-')[0]] ?? TURNING.en;
/**
 * Gives the control another label, in every place that says it.
 * @returns {boolean} could it be done
 */
function relabel(at, make) {
  const was = at.label?.textContent?.trim();
  if (!was || at.label.contains(at.control)) return false;
  at.row.querySelector('[data-t=caption]')?.remove(); // a second place that says it
  at.label.textContent = make(was);
  for (const e of [at.control, ...at.control.querySelectorAll('*')])
    if (e.hasAttribute('aria-label'))
      e.setAttribute('aria-label', make(e.getAttribute('aria-label')));
  return true;
}
/** The words of the label stay in the name alone; other ones are shown. */
function staleName(doc, at, shown) {
  const was = at.label?.textContent?.trim();
  if (!was || at.label.contains(at.control) || at.control.contains(at.label)) return false;
  at.row.querySelector('[data-t=caption]')?.remove();
  at.label.removeAttribute('for');
  at.label.textContent = shown;
  const named = at.control.querySelector('input,[role=switch]') ?? at.control;
  for (const e of [at.control, named]) {
    e.removeAttribute('aria-labelledby');
    e.removeAttribute('title');
  }
  named.setAttribute('aria-label', was);
  return true;
}
/** What the marked control is drawn as, where it has a box. @returns {'On'|'Off'|null} */
function drawn(control) {
  const face = control.matches('[aria-checked]')
    ? control
    : control.querySelector('[aria-checked]');
  const told = face?.getAttribute('aria-checked');
  if (told === 'true' || told === 'false') return told === 'true' ? 'On' : 'Off';
  const b = box(control);
  return b ? (b.hasAttribute('checked') ? 'On' : 'Off') : null;
}
/** A line of text at the end of the row, beside the control. */
function line(doc, at, text) {
  if (at.row === at.control) return false;
  const p = doc.createElement('p');
  p.textContent = text;
  at.row.append(p);
  return true;
}
const LOOK_ALIKE = { a: '\u0430', e: '\u0435', o: '\u043e', i: '\u0456', c: '\u0441' };

/** @type {Variant[]} */
export const VARIANTS = [
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
  {
    id: 'renamed-ids',
    means: 'same',
    keeps: true,
    make(doc) {
      for (const e of all(doc))
        if (e.id) {
          const to = `r${Math.abs([...e.id].reduce((h, c) => (h * 31 + c.charCodeAt(0)) | 0, 7)).toString(36)}`;
          for (const r of doc.querySelectorAll(`[for="${e.id}"]`)) r.setAttribute('for', to);
          for (const a of ['aria-labelledby', 'aria-describedby', 'aria-controls'])
            for (const r of doc.querySelectorAll(`[${a}~="${e.id}"]`))
              r.setAttribute(
                a,
                (r.getAttribute(a) ?? '')
                  .split(/\s+/)
                  .map(x => (x === e.id ? to : x))
                  .join(' '),
              );
          e.id = to;
        }
    },
  },
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
      VARIANTS.find(v => v.id === 'renamed-ids')?.make(doc, /** @type {any} */ (null));
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
      if (at.control.localName.includes('-')) return false;
      /* it is defined for this document alone */ const f = doc.createElement('iframe');
      f.setAttribute(
        'srcdoc',
        `<!doctype html><html lang="${doc.documentElement.lang}"><body>` +
          `${clean(/** @type {Element} */ (at.row.cloneNode(true))).outerHTML}</body></html>`,
      );
      at.row.replaceWith(f);
    },
  },
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
        "setTimeout(() => { document.getElementById('later-place').append(document.getElementById('later-row').content); }, 2900);",
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
  // Meaning: the words that are shown decide, whatever hook or heading stays.
  {
    id: 'turned-label',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (!relabel(at, was => turning(doc)[0] + was)) return false;
    },
  },
  {
    id: 'turned-apart',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const was = at.label?.textContent?.trim();
      if (!was || at.label.contains(at.control)) return false;
      at.label.replaceChildren(el(doc, `<b>${turning(doc)[0]}</b>`), el(doc, '<span></span>'));
      at.label.lastElementChild.textContent = was;
    },
  },
  {
    id: 'turned-before',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (at.row.querySelector('[data-t=caption]')) return false;
      /* words before a caption turn that one */ const p = doc.createElement('p');
      p.textContent = `${turning(doc)[0].trim()}`;
      at.row.before(p);
    },
  },
  {
    id: 'turned-heading',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const h = doc.createElement('h4');
      h.textContent = 'Opt out';
      at.row.before(h);
    },
  },
  {
    id: 'turned-after',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (!relabel(at, was => `${was}: opt-out`)) return false;
    },
  },
  {
    id: 'goes-on',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (!relabel(at, was => `${was} for advertising`)) return false;
    },
  },
  {
    id: 'goes-on-apart',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const was = at.label?.textContent?.trim();
      if (!was || at.label.contains(at.control) || at.label.children.length) return false;
      at.label.replaceChildren(el(doc, '<span></span>'), el(doc, '<b> for advertising</b>'));
      at.label.firstElementChild.textContent = was;
    },
  },
  {
    id: 'label-reworded',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (!relabel(at, () => turning(doc)[1])) return false;
    },
  },
  {
    id: 'stale-name',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (!staleName(doc, at, turning(doc)[1])) return false;
    },
  },
  {
    id: 'stale-name-turned',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (!staleName(doc, at, `${turning(doc)[0]}AI`)) return false;
    },
  },
  {
    id: 'hidden-label',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (!at.label || at.label.contains(at.control) || at.control.contains(at.label)) return false;
      const s = doc.createElement('span');
      s.textContent = 'Leave my texts out of training';
      at.label.after(s);
      at.label.setAttribute('style', 'display:none !important');
    },
  },
  {
    id: 'look-alike-letters',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const t = at.label?.textContent?.trim() ?? '';
      if (!/[aeoic]/.test(t)) return false;
      if (!relabel(at, was => was.replace(/[aeoic]/g, sign => LOOK_ALIKE[sign]))) return false;
    },
  },
  {
    id: 'other-language',
    means: 'same',
    keeps: false,
    make(doc, at) {
      doc.documentElement.lang = 'hu';
      if (!relabel(at, () => 'Adataim felhasználása a betanításhoz')) return false;
    },
  },
  {
    id: 'other-language-turned',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      doc.documentElement.lang = 'hu';
      if (!relabel(at, () => 'Adataim kizárása a betanításból')) return false;
    },
  },
  {
    id: 'translated-by-browser',
    means: 'same',
    keeps: false,
    make(doc, at) {
      doc.documentElement.className += ' translated-ltr';
      doc.documentElement.lang = 'hu';
      if (!relabel(at, () => 'Adataim felhasználása')) return false;
      const f = el(
        doc,
        '<font style="vertical-align: inherit;"><font style="vertical-align: ' +
          'inherit;"></font></font>',
      );
      f.firstElementChild.append(...at.label.childNodes);
      at.label.append(f);
    },
  },
  {
    id: 'state-word-against',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      const now = drawn(at.control);
      if (!now || !line(doc, at, now === 'On' ? 'Off' : 'On')) return false;
    },
  },
  {
    id: 'turned-off-by-others',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (!line(doc, at, 'Turned off by your organization')) return false;
    },
  },
  {
    id: 'void-by-switch-above',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      at.row.before(el(doc, '<p>This is off, so the settings below have no effect.</p>'));
    },
  },
  {
    id: 'described-as-opposite',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (
        !line(doc, at, 'If someone else set it, ask them.') ||
        !line(doc, at, 'The settings above have no effect.')
      )
        return false;
    },
  },
  {
    id: 'greyed-without-saying',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      if (at.row === at.control) return false;
      for (const e of [at.row, ...at.row.querySelectorAll('*')])
        e.setAttribute('style', `${e.getAttribute('style') ?? ''} cursor: not-allowed`.trim());
    },
  },
  {
    id: 'words-in-pieces',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const t = at.label?.textContent?.trim() ?? '';
      const words = t.split(' ');
      if (!at.label || at.label.children.length || !/^\p{L}{4,}/u.test(words[0])) return false;
      const [first, ...rest] = words;
      at.label.replaceChildren(
        el(doc, `<b>${first.slice(0, 2)}</b>`),
        el(doc, `<b>${first.slice(2, 3)}\u00ad${first.slice(3)}</b>`),
        doc.createTextNode(rest.length ? '\u00a0' : ''),
        el(doc, '<span></span>'),
      );
      at.label.lastElementChild.textContent = rest.join(' \u200b');
    },
  },
  {
    id: 'decomposed-letters',
    means: 'same',
    keeps: true,
    make(doc, at) {
      const t = at.label?.textContent ?? '';
      if (!at.label || at.label.children.length || t.normalize('NFD') === t) return false;
      at.label.textContent = t.normalize('NFD');
    },
  },
  {
    id: 'off-of-another-row',
    means: 'same',
    keeps: true,
    make(doc, at) {
      if (at.row.parentElement === null) return false;
      at.row.after(
        el(doc, '<div><span>Show AI content</span> <b>Off</b></div>'),
        el(doc, '<div><span>Show more content</span> <b>On</b></div>'),
        el(doc, '<p>Notifications about this: Off</p>'),
      );
    },
  },
  {
    id: 'busy-for-ever',
    means: 'lost',
    keeps: false,
    make(doc, at) {
      at.row.setAttribute('aria-busy', 'true');
    },
  },
];

/**
 * The variants that change words alone: what question 3 (meaning) must hold against, whatever the
 * hooks say.
 */
export const OF_WORDS = VARIANTS.slice(
  VARIANTS.findIndex(v => v.id === 'turned-label'),
  VARIANTS.findIndex(v => v.id === 'busy-for-ever'),
).map(v => v.id);

/** Takes the marks out. @template {ParentNode & Node} T @param {T} tree @returns {T} */
function clean(tree) {
  for (const e of [
    .../** @type {any} */ (tree.hasAttribute ? [tree] : []),
    ...tree.querySelectorAll('*'),
  ]) {
    /** @type {Element} */ (e).removeAttribute('data-t');
    if (/** @type {Element} */ (e).localName === 'template') clean(/** @type {any} */ (e).content);
  }
  return tree;
}

/**
 * @type {[string, string][]} what a control is made of -> selector that holds for it; the first
 *   that does
 */
const WIDGETS = [
  ['native switch', 'input[type=checkbox][role=switch],input[type=checkbox][switch]'],
  ['native checkbox', 'input[type=checkbox]'],
  ['drop-down', 'select'],
  ['switch with data-state', '[role=switch][data-state]'],
  ['role=switch', '[role=switch]'],
  ['role=checkbox', '[role=checkbox]'],
  ['aria-pressed', '[aria-pressed]'],
  ['radio pair', ':has([type=radio],[role=radio]),[type=radio],[role=radio]'],
  ['menu button', '[aria-haspopup],[role=combobox]'],
  ['wrapped checkbox', ':has(input[type=checkbox])'],
  ['row button', 'button,[role=button]'],
];

/** What the marked control of a page is made of. @param {string} html @returns {string} */
export function widgetOf(html) {
  const control = new parser.DOMParser()
    .parseFromString(html, 'text/html')
    .querySelector('[data-t=control]');
  if (!control) return 'none';
  return (
    WIDGETS.find(([, selector]) => control.matches(selector))?.[0] ??
    (control.localName.includes('-') ? 'custom element' : 'text')
  );
}

/** Is this page marked, in its static part? @param {string} html */
export const isMarked = html =>
  html.includes('data-t="control"') &&
  new parser.DOMParser().parseFromString(html, 'text/html').querySelector('[data-t=control]') !==
    null;

/**
 * @param {string} html a marked page
 * @param {string[]} [only] ids of variants
 * @returns {{id: string, means: 'same'|'flip'|'lost', keeps: boolean, html: string}[]}
 */
export function variants(html, only) {
  const out = [];
  for (const variant of VARIANTS) {
    if (only && !only.includes(variant.id)) continue;
    const doc = new parser.DOMParser().parseFromString(html, 'text/html');
    const control = doc.querySelector('[data-t=control]');
    if (!control) return [];
    const row = control.closest('[data-t=row]') ?? control.parentElement;
    const at = {
      control,
      row: /** @type {Element} */ (row),
      label: doc.querySelector('[data-t=label]'),
      description: doc.querySelector('[data-t=description]'),
    };
    if (variant.make(doc, at) === false) continue;
    clean(doc);
    out.push({
      id: variant.id,
      means: variant.means,
      keeps: variant.keeps,
      html: `<!doctype html>\n${doc.documentElement.outerHTML}\n`,
    });
  }
  return out;
}

/**
 * @param {'same'|'flip'|'lost'} means @param {string} before allowed or denied @param {string} now
 * @returns {'right'|'unknown'|'wrong'}
 */
export function judge(means, before, now) {
  if (now === 'unknown') return means === 'lost' ? 'right' : 'unknown';
  const opposite = before === 'allowed' ? 'denied' : 'allowed';
  return means === 'lost'
    ? 'wrong'
    : now === (means === 'flip' ? opposite : before)
      ? 'right'
      : 'wrong';
}
