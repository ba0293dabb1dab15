// While the page loads: what says that the drawn state may be a default. Each case: a page, what
// the server holds, what a person does.
import { pin } from './page.mjs';
export const CASES = [
  { id: 'steady control', html: pin(), truth: 'allowed', expect: 'allowed' },
  {
    id: 'role=status there from the start: could not load',
    truth: 'denied',
    html: pin({
      after: '<p role="status">We could not load your choices. These are the defaults.</p>',
    }),
  },
  {
    id: 'plain error text from the start',
    truth: 'denied',
    html: pin({
      after: '<p class="error">We could not load your choices. These are the defaults.</p>',
    }),
  },
  {
    id: 'plain error text comes at 1.5s',
    truth: 'denied',
    html: pin({
      script:
        `setTimeout(()=>{document.querySelector('section').insertAdjacentHTML('beforeend','<p ` +
        `class=error>We could not load your choices.</p>')},1500)`,
    }),
  },
  {
    id: 'sonner toast (aria-live polite at body) 1.5s',
    truth: 'denied',
    html: pin({
      outside: '<section aria-label="Notifications" aria-live="polite"><ol id="o"></ol></section>',
      script: `setTimeout(()=>{o.innerHTML='<li>Could not load your settings</li>'},1500)`,
    }),
  },
  {
    id: 'role=status toast portal outside main',
    truth: 'denied',
    html: pin({
      outside: '<div id=o></div>',
      script:
        `setTimeout(()=>{o.innerHTML='<div role=status aria-live=polite>Could not load your ` +
        `settings</div>'},1500)`,
    }),
  },
  {
    id: 'role=alert toast 1.5-4.5s then gone',
    truth: 'denied',
    html: pin({
      outside: '<div id=o></div>',
      script:
        `setTimeout(()=>{o.innerHTML='<div role=alert>Could not load your ` +
        `settings</div>'},1500);setTimeout(()=>{o.innerHTML=''},4500)`,
    }),
  },
  {
    id: 'role=alert in a shadow root, stays',
    truth: 'denied',
    html: pin({
      outside: '<x-toaster id=o></x-toaster>',
      script:
        `const r=o.attachShadow({mode:'open'});setTimeout(()=>{r.innerHTML='<div ` +
        `role=alert>Could not load your settings</div>'},1500)`,
    }),
  },
  {
    id: 'alert comes after the reading (answer of 6 s with an error in 200)',
    truth: 'denied',
    html: pin({
      script:
        `fetch('/api/wait?ms=6500').then(()=>document.querySelector('main')` +
        `.insertAdjacentHTML('beforeend','<div role=alert>Could not load your settings</div>'))`,
    }),
  },
  {
    id: 'network error of the settings fetch (status 0), nothing shown',
    truth: 'denied',
    html: pin({ script: `fetch('/api/wait?ms=300&net=1').catch(()=>{})` }),
  },
  {
    id: 'network error + plain words',
    truth: 'denied',
    html: pin({
      script:
        `fetch('/api/wait?ms=300&net=1').catch(()=>{document.querySelector('section')` +
        `.insertAdjacentHTML('beforeend','<p>Offline copy</p>')})`,
    }),
  },
  {
    id: 'overlay spinner at body end, value at 8s',
    truth: 'denied',
    html: pin({
      outside: '<div class="overlay" id=o><div class="spinner"></div></div>',
      script: `setTimeout(()=>{o.remove();document.querySelector('#t').checked=false},8000)`,
    }),
    end: 20000,
  },
  {
    id: 'loading text without dots in row, value at 8 s',
    truth: 'denied',
    html: pin({
      row: '<span id=o>Loading</span>',
      script: `setTimeout(()=>{o.remove();document.querySelector('#t').checked=false},8000)`,
    }),
    end: 20000,
  },
  {
    id: '<progress value> determinate, 8 s',
    truth: 'denied',
    html: pin({
      row: '<progress id=o value=30 max=100></progress>',
      script: `setTimeout(()=>{o.remove();document.querySelector('#t').checked=false},8000)`,
    }),
    end: 20000,
  },
  {
    id: 'spinner in main, outside of the section, 8 s',
    truth: 'denied',
    html: pin({
      script:
        `const o=document.createElement('div');o.className='spinner';` +
        `document.querySelector('h1').after(o);setTimeout(()=>{o.remove();` +
        `document.querySelector('#t').checked=false},8000)`,
    }),
    end: 20000,
  },
  {
    id: 'camel class loadingSpinner',
    truth: 'denied',
    html: pin({
      row: '<i id=o class="loadingSpinner"></i>',
      script: `setTimeout(()=>{o.remove();document.querySelector('#t').checked=false},8000)`,
    }),
    end: 20000,
  },
  {
    id: 'img alt Loading',
    truth: 'denied',
    html: pin({
      row: '<img id=o src="/load.gif" alt="Loading">',
      script: `setTimeout(()=>{o.remove();document.querySelector('#t').checked=false},8000)`,
    }),
    end: 20000,
  },
  {
    id: 'slow single fetch 6 s, default drawn',
    truth: 'denied',
    sign: false,
    html: pin({
      script:
        `fetch('/api/setting?ms=6500').then(()=>` + `{document.querySelector('#t').checked=false})`,
    }),
    end: 20000,
  },
  {
    id: 'disabled while loading, 8 s, no spinner: reason',
    truth: 'denied',
    notWhy: ['locked'],
    html: pin({
      script: `t.disabled=true;setTimeout(()=>{t.disabled=false;t.checked=false},8000)`,
    }),
    end: 20000,
  },
  {
    id: 'hidden at 2s, changed elsewhere at 20s, shown at 30s',
    truth: [
      { at: 0, training: 'allowed' },
      { at: 20000, training: 'denied', by: 'elsewhere' },
    ],
    steps: [
      { at: 2000, do: 'hide' },
      { at: 30000, do: 'show' },
    ],
    html: pin({}),
    end: 40000,
  },
  {
    id: 'same, refetch on focus takes 3 s then flips',
    truth: [
      { at: 0, training: 'allowed' },
      { at: 20000, training: 'denied', by: 'elsewhere' },
    ],
    steps: [
      { at: 2000, do: 'hide' },
      { at: 30000, do: 'show' },
    ],
    html: pin({
      script:
        `let h=false;document.addEventListener('visibilitychange',()=>` +
        `{if(document.visibilityState==='visible')fetch('/api/setting?ms=3000').then(()=>` +
        `{t.checked=false})})`,
    }),
    end: 40000,
  },
  {
    id: 'hidden from load until 30s (opened behind), changed at 20',
    truth: [
      { at: 0, training: 'allowed' },
      { at: 20000, training: 'denied', by: 'elsewhere' },
    ],
    steps: [
      { at: 300, do: 'hide' },
      { at: 30000, do: 'show' },
    ],
    html: pin({}),
    end: 40000,
  },
  {
    id: 'a line of error in a shadow tree, from the start',
    truth: 'denied',
    html: pin({
      after: '<x-note id=n></x-note>',
      script:
        "n.attachShadow({ mode: 'open' }).innerHTML = '<p>We could not load your choices.</p>'",
    }),
  },
  {
    id: 'a line of error made of several elements',
    truth: 'denied',
    html: pin({ after: '<p>We could <b>not</b> load your choices.</p>' }),
  },
];
