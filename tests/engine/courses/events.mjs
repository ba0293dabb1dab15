// The courses of events: a value that comes late, a save that fails, a hand, a second load.

const HAND = '[data-hand]';

/**
 * id → the course. `start`: the state is drawn turned round at first. `script`: of the page, after
 * it was made.
 * @type {any[]}
 */
export const EVENTS = [
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
