// The variants in time and of the hand: from one marked page of a rule, courses of events, each
// with what the server holds at every moment (the form of tests/behaviour/cases.json, judged by the
// same judge). For every rule by itself.
import { JSDOM } from 'jsdom';
import { markedPages } from './lib/cases.mjs';

const parser = new JSDOM('').window;

/**
 * In the page: turns the marked control round as a script of the page would, in every place that
 * tells the state.
 */
function inPage() {
  const WORDS = [
    ['On', 'Off'],
    ['Ein', 'Aus'],
    ['Sì', 'No'],
    ['Aan', 'Uit'],
    ['Enabled', 'Disabled'],
  ];
  const control = document.querySelector('[data-t=control]');
  const row = control.closest('[data-t=row]') ?? control.parentElement;
  for (const el of document.querySelectorAll('[data-t]')) el.removeAttribute('data-t');
  const words = area =>
    [area, ...area.querySelectorAll('*')].filter(
      node =>
        node.children.length === 0 &&
        node.localName !== 'option' &&
        WORDS.some(pair => pair.includes(node.textContent.trim())),
    );
  const turn = node => {
    const word = node.textContent.trim();
    const pair = WORDS.find(both => both.includes(word));
    node.textContent = pair[0] === word ? pair[1] : pair[0];
  };
  window.__flip = byHand => {
    let done = false;
    const twins = [control.previousElementSibling, control.nextElementSibling].filter(it =>
      it?.matches('input[aria-hidden=true]'),
    );
    for (const face of [control, ...twins, ...control.querySelectorAll('*')]) {
      if (face.localName === 'input' && face.type === 'checkbox') {
        if (!byHand || face !== control) face.checked = !face.checked;
        done = true;
      }
      for (const name of ['aria-checked', 'aria-pressed', 'aria-selected']) {
        const now = face.getAttribute(name);
        if (now === 'true' || now === 'false') {
          face.setAttribute(name, now === 'true' ? 'false' : 'true');
          done = true;
        }
      }
      const other = { checked: 'unchecked', unchecked: 'checked', on: 'off', off: 'on' }[
        face.getAttribute('data-state') ?? ''
      ];
      if (other) face.setAttribute('data-state', other);
    }
    if (control.localName === 'select') {
      control.selectedIndex = control.selectedIndex === 0 ? 1 : 0;
      control.toggleAttribute('data-turned');
      done = true;
    } // jsdom: a list of options is live by mutations
    const radios = [...control.querySelectorAll('input[type=radio]')];
    if (radios.length === 2) {
      radios.find(radio => !radio.checked).checked = true;
      done = true;
    }
    const marked = words(row);
    if (!done || marked.length) for (const node of marked) turn(node);
    return done || marked.some(node => control.contains(node));
  };
  control.setAttribute('data-hand', '');
  control.addEventListener('click', () => window.__flip(true));
  window.__say = html => {
    const p = document.createElement('p');
    p.innerHTML = html;
    (document.querySelector('main,[role=main]') ?? document.body).append(p);
    return p;
  };
  window.__row = row;
  window.__accounts = (places, name) => {
    // in the rule's place where it knows one, else in the frame of the page
    if (!places) {
      const header = document.querySelector('[data-frame]') ?? document.createElement('header');
      header.setAttribute('data-frame', '');
      header.innerHTML = `<button type="button" aria-haspopup="menu" aria-label="Account: ${name}"></button>`;
      document.body.prepend(header);
      return;
    }
    const there = document.querySelector(places[0].css);
    const told =
      { account: `Google: ${name}`, '/': `/${name}` }[places[0].take ?? places[0].after] ?? name;
    if (places[0].from === 'attr') there.setAttribute(places[0].attr, told);
    else there.textContent = told;
  };
  window.__unit = (was, is, address) => {
    history.pushState(null, '', address);
    for (const el of document.querySelectorAll('#wp-admin-bar-site-name a'))
      el.setAttribute('href', el.getAttribute('href').replace(was, is));
  };
  window.__drawn = (was, is) => {
    // the other unit's setting: its state, and its name where the row says it
    window.__flip();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      walker.currentNode.nodeValue = walker.currentNode.nodeValue.replace(was, is);
  };
}

const HAND = '[data-hand]';
const other = training => (training === 'allowed' ? 'denied' : 'allowed');
const steady = training => [{ at: 0, training }];

/**
 * id → the course. `start`: the state is drawn turned round at first. `script`: of the page, after
 * it was made.
 * @type {any[]}
 */
const COURSES = [
  ...[500, 1500, 3000, 3600].map(ms => ({
    id: `late value, ${ms} ms`,
    start: true,
    script: `setTimeout(__flip, ${ms})`,
    end: ms + 12_000,
    expect: true,
  })),
  ...[6000, 12_000, 20_000].map(ms => ({
    id: `late value beside a spinner, ${ms} ms`,
    start: true,
    script:
      `const w = __say('<i class="spinner"></i>'); __row.append(w); setTimeout(() => { ` +
      `w.remove(); __flip(); }, ${ms})`,
    end: ms + 12_000,
    expect: true,
  })),
  {
    id: 'late value behind many requests, 5 s',
    start: true,
    script:
      '(async () => { for (let i = 0; i < 10; i++) await fetch("/api/wait?ms=480"); __flip(); })()',
    end: 20_000,
    expect: true,
  },
  {
    id: 'late value behind slow answers, 5.4 s',
    start: true,
    script:
      '(async () => { for (const ms of [900, 1900, 2600]) await fetch(`/api/wait?ms=${ms}`); ' +
      '__flip(); })()',
    end: 20_000,
    expect: true,
  },
  {
    id: 'the value did not come, and an alert said so before the first look',
    start: true,
    script:
      'fetch("/api/wait?ms=10&status=500"); __row.after(__say("<div role=alert>Wir konnten ' +
      'das nicht laden.</div>"))',
    end: 16_000,
  },
  {
    id: 'the value did not come, and nothing shows it',
    start: true,
    script: 'fetch("/api/wait?ms=10&status=500")',
    end: 16_000,
    sign: false,
  },
  { id: 'steady', script: '', end: 9000, expect: true },
  ...[1000, 3000, 10_000, 45_000].map(ms => ({
    id: `a save that fails after ${ms} ms`,
    steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }],
    script:
      `let n = 0; document.addEventListener('click', () => { if (n++ === 0) setTimeout(__flip, ` +
      `${ms}); })`,
    end: 7000 + ms + 8000,
  })),
  {
    id: 'a save that fails and says so',
    steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }],
    script:
      "document.addEventListener('click', () => setTimeout(() => __say('Nie udało się " +
      "zapisać zmian.'), 2500))",
    end: 18_000,
  },
  {
    id: 'a save that the server refuses',
    steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }],
    script: "document.addEventListener('click', () => { fetch('/api/wait?ms=1800&status=500'); })",
    end: 18_000,
  },
  {
    id: 'a modal question left open',
    steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }],
    script:
      "document.addEventListener('click', () => { const d = document.createElement('div'); " +
      "d.setAttribute('role', 'dialog'); d.setAttribute('aria-modal', 'true'); d.innerHTML = " +
      "'<h2>مطمئن؟</h2><button>نعم</button> <button>لا</button>'; document.body.append(d); })",
    end: 18_000,
  },
  {
    id: 'a Save that appears and is not pressed',
    steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }],
    script:
      "document.addEventListener('click', () => setTimeout(() => __say('<button " +
      "type=button>Ja, bewaar maar</button>'), 300))",
    end: 18_000,
  },
  {
    id: 'a Save that wakes and is not pressed',
    steps: [{ at: 7000, do: 'click', on: HAND, makes: 'other' }],
    script:
      "const b = __say('<button type=button disabled>Oppdater</button>').firstChild; " +
      "document.addEventListener('click', () => { b.disabled = false; })",
    end: 18_000,
  },
  {
    id: 'turned while offline',
    steps: [
      { at: 6500, do: 'offline' },
      { at: 7000, do: 'click', on: HAND, makes: 'other' },
      { at: 12_000, do: 'online' },
    ],
    script: '',
    end: 18_000,
  },
  {
    id: 'put back by the browser',
    start: true,
    steps: [{ at: 500, do: 'back' }],
    script: '',
    end: 14_000,
  },
  {
    id: 'turned before it was read, then read again',
    steps: [{ at: 1500, do: 'click', on: HAND, makes: 'other' }],
    script:
      "document.addEventListener('click', () => setTimeout(() => history.replaceState(null, " +
      "'', location.pathname + '?x=1' + location.hash), 5000))",
    end: 20_000,
    sign: false,
  },
  { id: 'turned by the page itself', script: 'setTimeout(__flip, 9000)', end: 18_000, after: 9000 },
  { id: 'a hidden row', script: '__row.style.display = "none"', end: 12_000, silent: true },
  // Nothing names an account: at the next load the page is about another one.
  {
    id: 'a second account at the next load',
    steps: [{ at: 9000, do: 'reload' }],
    script: '',
    end: 20_000,
    after: 8500,
    keeps: true,
    sign: false,
    expect: true,
  },
  {
    id: 'turned, kept, loaded anew',
    steps: [
      { at: 7000, do: 'click', on: HAND, makes: 'other' },
      { at: 12_000, do: 'reload' },
    ],
    script: '',
    end: 22_000,
    keeps: true,
    expect: true,
  },
];

/** Markup for the rule's first place of an account, for pages without one. */
const FRAME = {
  chatgpt:
    '<button type="button" data-testid="accounts-profile-button"><span ' +
    'class="truncate"></span></button>',
  gemini:
    '<a href="https://accounts.google.com/SignOutOptions?hl=en" aria-label=""><img alt=""></a>',
  github: '<meta name="user-login" content="">',
  x: '<a href="/" data-testid="AppTabBar_Profile_Link">Profile</a>',
};

/** Does the page name its account where the rule looks for it? @param {any} page */
const namesAccount = page =>
  page.rule.account?.some(({ css }) =>
    new parser.DOMParser().parseFromString(page.html, 'text/html').querySelector(css),
  ) ?? false;

/**
 * Two accounts of the page: their names, and the script that draws one of them.
 * @param {any} page
 */
function accountsOf(page) {
  const places = page.rule.account?.length ? page.rule.account : null;
  const names = places ? ['adalovelace', 'gracehopper'] : ['Mira Tolv', 'Runa Ek'];
  const doc = new parser.DOMParser().parseFromString(page.html, 'text/html');
  const frame =
    places && !doc.querySelector(places[0].css) ? `<div>${FRAME[page.rule.id]}</div>` : '';
  // two names are none
  const named = !places && doc.querySelector('header [aria-haspopup],nav [aria-haspopup]') !== null;
  return {
    names,
    frame,
    named,
    show: at => `__accounts(${JSON.stringify(places)}, ${JSON.stringify(names[at])})`,
  };
}

/**
 * Another unit of the same kind under the page's address.
 * @param {any} page
 * @returns {{unit: string, other: string, url: string}|null}
 */
function unitsOf(page) {
  const url = new URL(page.url);
  for (const pattern of page.rule.pages
    .flatMap(entry => entry.url)
    .map(text => new URLPattern(text))) {
    const found = pattern.exec(url.href);
    const unit =
      found &&
      [found.pathname, found.hostname, found.search, found.hash]
        .map(part => part.groups.unit)
        .find(Boolean);
    if (!unit || found.hostname.groups.unit) continue; // another host is another document
    const other = /^\d+$/.test(unit) ? [...unit].reverse().join('') : `lantern-${unit}`;
    return {
      unit: decodeURIComponent(unit),
      other: decodeURIComponent(other),
      url: url.href.replace(unit, other),
    };
  }
  return null;
}

/**
 * Does a script that turns the control round give a reading? Not where one state proves nothing,
 * and not where the server draws the page, so that a box unlike its markup is an unsaved one.
 * @param {any} rule
 */
const decides = rule =>
  rule.controls.every(control => !control.proves && control.save?.compare !== 'default');

/**
 * Another account signs in, or another unit comes under the same document: what was drawn of the
 * first stays for 3.2 s.
 */
const SWAPS = [
  {
    id: 'a second account comes under the page',
    swaps: accountsOf,
    draw: it => `${it.show(0)}; setTimeout(() => { ${it.show(1)}; }, 7000);`,
    about: (it, at) => ({ account: it.names[at] }),
    flips: 3200,
  },
  {
    id: 'a second account comes and its setting does not',
    swaps: accountsOf,
    draw: it => `${it.show(0)}; setTimeout(() => { ${it.show(1)}; }, 7000);`,
    about: (it, at) => ({ account: it.names[at] }),
  },
  {
    id: 'another unit comes under the address',
    swaps: unitsOf,
    draw: it =>
      `setTimeout(() => __unit(${JSON.stringify(it.unit)}, ${JSON.stringify(it.other)}, ` +
      `${JSON.stringify(it.url)}), 7000);`,
    about: (it, at) => ({ unit: at ? it.other : it.unit }),
    flips: 3200,
    drawn: it => `__drawn(${JSON.stringify(it.unit)}, ${JSON.stringify(it.other)})`,
  },
  {
    id: 'another unit comes and its setting does not',
    swaps: unitsOf,
    draw: it =>
      `setTimeout(() => __unit(${JSON.stringify(it.unit)}, ${JSON.stringify(it.other)}, ` +
      `${JSON.stringify(it.url)}), 7000);`,
    about: (it, at) => ({ unit: at ? it.other : it.unit }),
  },
];

/**
 * @param {any} page
 * @param {any} course of SWAPS
 * @returns {any} a case, or null where the page has no second one
 */
function swapOf(page, course) {
  const { before } = page;
  const its = course.swaps(page);
  if (!its || its.named) return null;
  const script =
    `${course.draw(its)} ` +
    `${course.flips ? `setTimeout(() => { ${course.drawn?.(its) ?? '__flip()'}; }, ${7000 + course.flips});` : ''}`;
  const html = page.tell(
    page.html
      .replace(/<body[^>]*>/i, tag => `${tag}${its.frame ?? ''}`)
      .replace(/<\/body>/i, `<script>(${inPage})();${script}</script></body>`),
  );
  return {
    id: course.id,
    kind: 'in-time',
    rule: page.rule.id,
    url: page.url,
    file: page.file,
    more: [],
    end: 24_000,
    sign: true,
    steps: [],
    truth: [
      { at: 0, training: before, ...course.about(its, 0) },
      { at: 7000, training: other(before), ...course.about(its, 1) },
    ],
    expect: course.flips && decides(page.rule) ? other(before) : 'unknown',
    html: () => html,
  };
}

/**
 * @param {any} page of markedPages
 * @param {any} course
 * @returns {any} a case for the virtual player
 */
export function caseOf(page, course) {
  if (course.swaps) return swapOf(page, course);
  const { before } = page;
  const oneWay = !decides(page.rule);
  const flips = course.after ?? (course.keeps ? 7000 : undefined);
  const truth = flips
    ? [
        ...steady(before),
        { at: flips, training: other(before), ...(course.after ? { by: 'elsewhere' } : {}) },
      ]
    : steady(before);
  const build = turned =>
    page.tell(
      page.html.replace(
        /<\/body>/i,
        `<script>(${inPage})();${turned ? '__flip();' : ''}${course.script}</script></body>`,
      ),
    );
  return {
    id: course.id,
    kind: 'in-time',
    rule: page.rule.id,
    url: page.url,
    file: page.file,
    more: [],
    end: course.end,
    sign: course.sign ?? true,
    truth,
    steps: (course.steps ?? []).map(step => ({
      ...step,
      ...(step.makes ? { makes: other(before) } : {}),
    })),
    expect:
      course.expect && !(course.keeps && oneWay)
        ? course.keeps
          ? other(before)
          : before
        : 'unknown',
    html: held => build(course.keeps ? held !== before : course.start === true),
    silent: course.silent,
    // what is said of one account is its return
    alarm: course.after && namesAccount(page) ? 'may' : undefined,
  };
}

/** Can the page's control be turned and clicked by a script? @param {any} page */
function turns(page) {
  const doc = new parser.DOMParser().parseFromString(page.html, 'text/html');
  const control = doc.querySelector('[data-t=control]');
  return control !== null && !control.matches('[aria-haspopup],a[href]');
}

/**
 * The normal run plays a third of the courses on one page of each rule, another third on the next
 * rule's.
 * @param {string} [only] platforms
 * @param {boolean} [full] every page and every course
 * @returns {{page: any, cases: any[]}[]}
 */
export function coursesOf(only, full) {
  const seen = new Map();
  return markedPages(only)
    .filter(page => page.widget !== 'text' && !page.control && turns(page))
    .filter(page => {
      const at = seen.get(page.rule.id) ?? 0;
      seen.set(page.rule.id, at + 1);
      return full || at === 0;
    })
    .map((page, at) => ({
      page,
      cases: [...COURSES, ...SWAPS]
        .filter((_course, n) => full || only || (n + at) % 3 === 0)
        .map(course => caseOf(page, course))
        .filter(Boolean),
    }));
}
