// The variants in time and of the hand: from one marked page of a rule, courses of events, each with what the server holds
// at every moment (the form of tests/behaviour/cases.json, judged by the same judge). For every rule by itself.
import { JSDOM } from 'jsdom';
import { markedPages } from './lib/cases.mjs';

const parser = new JSDOM('').window;

/** In the page: turns the marked control round as a script of the page would, in every place that tells the state. */
function inPage() {
  const WORDS = [['On', 'Off'], ['Ein', 'Aus'], ['Sì', 'No'], ['Aan', 'Uit'], ['Enabled', 'Disabled']];
  const control = document.querySelector('[data-t=control]');
  const row = control.closest('[data-t=row]') ?? control.parentElement;
  for (const el of document.querySelectorAll('[data-t]')) el.removeAttribute('data-t');
  const words = (area) => [area, ...area.querySelectorAll('*')].filter((node) => node.children.length === 0 && node.localName !== 'option'
    && WORDS.some((pair) => pair.includes(node.textContent.trim())));
  const turn = (node) => {
    const word = node.textContent.trim();
    const pair = WORDS.find((both) => both.includes(word));
    node.textContent = pair[0] === word ? pair[1] : pair[0];
  };
  window.__flip = (byHand) => {
    let done = false;
    const twins = [control.previousElementSibling, control.nextElementSibling].filter((it) => it?.matches('input[aria-hidden=true]'));
    for (const face of [control, ...twins, ...control.querySelectorAll('*')]) {
      if (face.localName === 'input' && face.type === 'checkbox') { if (!byHand || face !== control) face.checked = !face.checked; done = true; }
      for (const name of ['aria-checked', 'aria-pressed', 'aria-selected']) {
        const now = face.getAttribute(name);
        if (now === 'true' || now === 'false') { face.setAttribute(name, now === 'true' ? 'false' : 'true'); done = true; }
      }
      const other = { checked: 'unchecked', unchecked: 'checked', on: 'off', off: 'on' }[face.getAttribute('data-state') ?? ''];
      if (other) face.setAttribute('data-state', other);
    }
    if (control.localName === 'select') { control.selectedIndex = control.selectedIndex === 0 ? 1 : 0; control.toggleAttribute('data-turned'); done = true; } // jsdom: a list of options is live by mutations
    const radios = [...control.querySelectorAll('input[type=radio]')];
    if (radios.length === 2) { radios.find((radio) => !radio.checked).checked = true; done = true; }
    const marked = words(row);
    if (!done || marked.length) for (const node of marked) turn(node);
    return done || marked.some((node) => control.contains(node));
  };
  control.setAttribute('data-hand', '');
  control.addEventListener('click', () => window.__flip(true));
  window.__say = (html) => { const p = document.createElement('p'); p.innerHTML = html; (document.querySelector('main,[role=main]') ?? document.body).append(p); return p; };
  window.__row = row;
}

const HAND = '[data-hand]';
const other = (training) => (training === 'allowed' ? 'denied' : 'allowed');
const steady = (training) => [{ at: 0, training }];

/** id → the course. `start`: the state is drawn turned round at first. `script`: of the page, after it was made. @type {any[]} */
const COURSES = [
  ...[500, 1500, 3000, 3600].map((ms) => ({ id: `late value, ${ms} ms`, start: true, script: `setTimeout(__flip, ${ms})`, end: ms + 12_000, expect: true })),
  ...[6000, 12_000, 20_000].map((ms) => ({ id: `late value beside a spinner, ${ms} ms`, start: true, script: `const w = __say('<i class="spinner"></i>'); __row.append(w); setTimeout(() => { w.remove(); __flip(); }, ${ms})`, end: ms + 12_000, expect: true })),
  { id: 'late value behind many requests, 5 s', start: true, script: '(async () => { for (let i = 0; i < 10; i++) await fetch("/api/wait?ms=480"); __flip(); })()', end: 20_000, expect: true },
  { id: 'steady', script: '', end: 9000, expect: true },
  ...[1000, 3000, 10_000, 45_000].map((ms) => ({ id: `a save that fails after ${ms} ms`, steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }],
    script: `let n = 0; document.addEventListener('click', () => { if (n++ === 0) setTimeout(__flip, ${ms}); })`, end: 7000 + ms + 8000 })),
  { id: 'a save that fails and says so', steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }], script: "document.addEventListener('click', () => setTimeout(() => __say('Nie udało się zapisać zmian.'), 2500))", end: 18_000 },
  { id: 'a save that the server refuses', steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }], script: "document.addEventListener('click', () => { fetch('/api/wait?ms=1800&status=500'); })", end: 18_000 },
  { id: 'a modal question left open', steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }], script: "document.addEventListener('click', () => { const d = document.createElement('div'); d.setAttribute('role', 'dialog'); d.setAttribute('aria-modal', 'true'); d.innerHTML = '<h2>مطمئن؟</h2><button>نعم</button> <button>لا</button>'; document.body.append(d); })", end: 18_000 },
  { id: 'a Save that appears and is not pressed', steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }], script: "document.addEventListener('click', () => setTimeout(() => __say('<button type=button>Ja, bewaar maar</button>'), 300))", end: 18_000 },
  { id: 'a Save that wakes and is not pressed', steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }], script: "const b = __say('<button type=button disabled>Oppdater</button>').firstChild; document.addEventListener('click', () => { b.disabled = false; })", end: 18_000 },
  { id: 'turned while offline', steps: [{ at: 6500, do: 'offline' }, { at: 7000, do: 'click', on: HAND, makes: 'other' }, { at: 12_000, do: 'online' }], script: '', end: 18_000 },
  { id: 'put back by the browser', start: true, steps: [{ at: 500, do: 'back' }], script: '', end: 14_000 },
  { id: 'turned before it was read, then read again', steps: [{ at: 1500, do: 'click', on: HAND, makes: 'other' }], script: "document.addEventListener('click', () => setTimeout(() => history.replaceState(null, '', location.pathname + '?x=1' + location.hash), 5000))", end: 20_000, sign: false },
  { id: 'turned by the page itself', script: 'setTimeout(__flip, 9000)', end: 18_000, after: 9000 },
  { id: 'a hidden row', script: '__row.style.display = "none"', end: 12_000, silent: true },
  { id: 'turned, kept, loaded anew', steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }, { at: 12_000, do: 'reload' }], script: '', end: 22_000, keeps: true, expect: true },
];

/** @param {any} page of markedPages @param {any} course @returns {any} a case for the virtual player */
function caseOf(page, course) {
  const { before } = page;
  const flips = course.keeps ? 7000 : course.after;
  const truth = flips ? [...steady(before), { at: flips, training: other(before), ...(course.after ? { by: 'elsewhere' } : {}) }] : steady(before);
  const build = (turned) => page.tell(page.html.replace(/<\/body>/i, `<script>(${inPage})();${turned ? '__flip();' : ''}${course.script}</script></body>`));
  return {
    id: course.id, kind: 'in-time', rule: page.rule.id, url: page.url, file: page.file, more: [], end: course.end, sign: course.sign ?? true, truth,
    steps: (course.steps ?? []).map((step) => ({ ...step, ...(step.makes ? { makes: other(before) } : {}) })),
    expect: course.expect ? (course.keeps ? other(before) : before) : 'unknown', html: (held) => build(course.keeps ? held !== before : course.start === true),
    silent: course.silent,
  };
}

/** Can the page's control be turned and clicked by a script? @param {any} page */
function turns(page) {
  const doc = new parser.DOMParser().parseFromString(page.html, 'text/html');
  const control = doc.querySelector('[data-t=control]');
  return control !== null && !control.matches('[aria-haspopup],a[href]');
}

/**
 * The normal run plays a third of the courses on one page of each rule, another third on the next rule's.
 * @param {string} [only] platforms @param {boolean} [full] every page and every course
 * @returns {{page: any, cases: any[]}[]}
 */
export function coursesOf(only, full) {
  const seen = new Map();
  return markedPages(only).filter((page) => page.widget !== 'text' && !page.control && turns(page)).filter((page) => {
    const at = seen.get(page.rule.id) ?? 0;
    seen.set(page.rule.id, at + 1);
    return full || at === 0;
  }).map((page, at) => ({ page, cases: COURSES.filter((_course, n) => full || only || (n + at) % 3 === 0).map((course) => caseOf(page, course)) }));
}
