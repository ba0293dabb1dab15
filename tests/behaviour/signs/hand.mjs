// Whose hand it was, and what it put the control with. Each case: a page, what the server holds,
// what a person does.
import { pin } from './page.mjs';
const click = (at, on = '#t', extra = { makes: 'denied' }) => ({ at, do: 'click', on, ...extra });
const js = (at, run, extra = {}) => ({ at, do: 'js', run, ...extra });
const save = '<button type=button id=save>Save</button>';
const T = 'Use your data to train Pinterest Canvas';
export const CASES = [
  {
    id: 'always-awake Save without a form, flip not saved',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({ after: save }),
  },
  {
    id: 'always-awake Save, flip at 1.5s',
    truth: 'allowed',
    steps: [click(1500)],
    html: pin({ after: save }),
  },
  {
    id: 'bulk button before the reading, Save not pressed',
    truth: 'allowed',
    steps: [{ at: 1500, do: 'click', on: '#all' }],
    html: pin({
      after: '<button type=button id=all>Turn everything off</button>' + save,
      script: `all.onclick=()=>{t.checked=false}`,
    }),
  },
  {
    id: 'preset select before the reading, Save not pressed',
    truth: 'allowed',
    steps: [
      js(1500, w => {
        const s = w.document.querySelector('#ps');
        s.value = 'b';
        s.dispatchEvent(new w.MouseEvent('pointerdown', { bubbles: true }));
        s.dispatchEvent(new w.Event('change', { bubbles: true }));
      }),
    ],
    html: pin({
      after:
        '<label>Preset <select id=ps><option value=a>Standard</option><option ' +
        'value=b>Strict</option></select></label>' +
        save,
      script: `ps.onchange=()=>{t.checked=false}`,
    }),
  },
  {
    id: 'closed shadow root: flip at 1.5 s, unsaved',
    truth: 'allowed',
    steps: [click(1500, w => w.__sh.querySelector('input'))],
    html: pin({
      control: '<x-row id=xr></x-row>',
      after: save,
      script:
        `window.__sh=xr.attachShadow({mode:'closed'});__sh.innerHTML='<div class=r><label ` +
        `for=t>${T}</label><input id=t type=checkbox role=switch checked></div>'`,
    }),
  },
  {
    id: 'open shadow root: flip at 1.5 s, unsaved',
    truth: 'allowed',
    steps: [click(1500, w => w.__sh.querySelector('input'))],
    html: pin({
      control: '<x-row id=xr></x-row>',
      after: save,
      script:
        `window.__sh=xr.attachShadow({mode:'open'});__sh.innerHTML='<div class=r><label ` +
        `for=t>${T}</label><input id=t type=checkbox role=switch checked></div>'`,
    }),
  },
  {
    id: 'iframe: flip at 1.5 s, unsaved',
    truth: 'allowed',
    steps: [
      click(1500, w => w.document.querySelector('iframe').contentDocument.querySelector('input')),
    ],
    html: pin({
      control:
        '<iframe srcdoc="<!doctype html><html lang=en><body><main><div class=r><label ' +
        `for=t>${T}</label><input id=t type=checkbox role=switch ` +
        'checked></div><button>Save</button></main></body></html>"></iframe>',
    }),
  },
  {
    id: 'iframe: late value behind requests of the frame, 6 s',
    truth: 'denied',
    html: pin({
      control:
        '<iframe srcdoc="<!doctype html><html lang=en><body><main><div class=r><label ' +
        `for=t>${T}</label><input id=t type=checkbox role=switch ` +
        'checked></div></main></body></html>"></iframe>',
      script:
        `setTimeout(()=>{document.querySelector('iframe').contentDocument` +
        `.querySelector('input').checked=false},6000)`,
    }),
  },
  {
    id: 'click on the description in the row at 1.5 s, late value 3.6 s',
    truth: 'denied',
    steps: [{ at: 1500, do: 'click', on: '#d' }],
    html: pin({
      row: '<p id=d>We use the Pins that you save.</p>',
      script: `setTimeout(()=>{t.checked=false},3600)`,
    }),
  },
  {
    id: 'flip, save refused after 12 s; the person scrolled with an arrow key at 9 s',
    truth: 'allowed',
    steps: [click(5500), { at: 9500, do: 'key', key: 'ArrowDown' }],
    end: 24000,
    html: pin({ script: `t.onclick=()=>setTimeout(()=>{t.checked=true},7000)` }),
  },
  {
    id: 'the same with a click on the description',
    truth: 'allowed',
    steps: [click(5500), { at: 9500, do: 'click', on: '#d' }],
    end: 24000,
    html: pin({
      row: '<p id=d>We use the Pins that you save.</p>',
      script: `t.onclick=()=>setTimeout(()=>{t.checked=true},7000)`,
    }),
  },
  {
    id: 'flat section: click on another label, late value',
    truth: 'denied',
    steps: [{ at: 1500, do: 'click', on: '#l2' }],
    html: pin({
      control: '',
      after:
        `<label for=t>${T}</label><input id=t type=checkbox role=switch checked><label for=t2 ` +
        'id=l2>Show my Pins to others</label><input id=t2 type=checkbox role=switch>',
      script: `setTimeout(()=>{t.checked=false},3600)`,
    }),
  },
  {
    id: 'open shadow tree: the description clicked while a refused save comes back',
    truth: 'allowed',
    end: 20000,
    steps: [
      click(5500, w => w.__sh.querySelector('input')),
      click(9000, w => w.__sh.querySelector('p'), {}),
    ],
    html: pin({
      control: '<x-row id=x></x-row>',
      script: `const r = x.attachShadow({ mode: 'open' }); window.__sh = r;
   r.innerHTML = '<div><label for=t>${T}</label><input id=t type=checkbox role=switch checked>' +
     '<p>What we do with it.</p></div>';
   const t = r.querySelector('input');
   t.onclick = () => setTimeout(() => { t.checked = true; }, 7000);`,
    }),
  },
  {
    id: 'turned at pointerdown, and back by the server after the click',
    truth: 'allowed',
    end: 20000,
    steps: [
      js(
        7000,
        w => {
          const it = w.document.querySelector('#t');
          it.dispatchEvent(new w.MouseEvent('pointerdown', { bubbles: true, composed: true }));
          w.setTimeout(
            () => it.dispatchEvent(new w.MouseEvent('click', { bubbles: true, composed: true })),
            700,
          );
        },
        { makes: 'denied' },
      ),
    ],
    html: pin({
      control:
        `<span id=l>${T}</span><div id=t role=switch tabindex=0 aria-checked=true ` +
        'aria-labelledby=l></div>',
      script:
        `t.addEventListener('pointerdown', () => { t.setAttribute('aria-checked', 'false'); ` +
        `setTimeout(() => t.setAttribute('aria-checked', 'true'), 4000); });`,
    }),
  },
];
