// Meaning: the words that are shown decide, whatever hook or heading stays.
import { el } from './elements.mjs';
import { LOOK_ALIKE, relabel, staleName, turning } from './labels.mjs';
import { drawn, line } from './row.mjs';

/** @type {import('../metamorphic.mjs').Variant[]} */
export const WORDS = [
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
      // words before a caption turn that one
      if (at.row.querySelector('[data-t=caption]')) return false;
      const p = doc.createElement('p');
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
];
