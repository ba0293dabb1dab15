// Whose hand it was, and what was said to it. Each case: a page, what the server holds, what a
// person does.
import { P, pin } from './page.mjs';
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
      script: `setTimeout(()=>{document.querySelector('iframe').contentDocument.querySelector('input').checked=false},6000)`,
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
    id: 'role=switch that holds label and error text',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      control:
        `<div id=t role=switch tabindex=0 aria-checked=true><span>${T}</span><small ` +
        'id=e></small></div>',
      script:
        `t.onclick=()=>{t.setAttribute('aria-checked','false');setTimeout(()=>` +
        `{e.textContent='Could not save'},900)}`,
    }),
  },
  {
    id: 'error in role=tooltip',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      script: `t.onclick=()=>setTimeout(()=>{document.querySelector('.row').insertAdjacentHTML('beforeend','<div role=tooltip>Could not save. Try again.</div>')},900)`,
    }),
  },
  {
    id: 'error in role=log toast',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      outside: '<div role=log aria-live=polite id=o></div>',
      script: `t.onclick=()=>setTimeout(()=>{o.innerHTML='<p>Could not save. Try again.</p>'},900)`,
    }),
  },
  {
    id: 'aria-invalid on the control',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      script: `t.onclick=()=>setTimeout(()=>{t.setAttribute('aria-invalid','true')},900)`,
    }),
  },
  {
    id: 'error icon svg with a title / aria-label',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      script: `t.onclick=()=>setTimeout(()=>{document.querySelector('.row').insertAdjacentHTML('beforeend','<span role=img aria-label="Not saved" title="Not saved">⚠</span>')},900)`,
    }),
  },
  {
    id: 'input submit whose value becomes Retry',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      after: '<input type=button id=b value="Refresh">',
      script: `t.onclick=()=>setTimeout(()=>{b.value='Not saved: retry'},900)`,
    }),
  },
  {
    id: 'same error text stood there from another row',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      after:
        '<div class=row><label>Other <input type=checkbox id=t2></label><p>Could not save. ' +
        'Try again.</p></div>',
      script: `t.onclick=()=>setTimeout(()=>{document.querySelector('.row').insertAdjacentHTML('beforeend','<p>Could not save. Try again.</p>')},900)`,
    }),
  },
  {
    id: 'pessimistic: chosen and saved, the drawn state is not updated',
    truth: [
      { at: 0, training: 'allowed' },
      { at: 8500, training: 'denied' },
    ],
    steps: [click(7000, '#t', {}), click(8500, '#ok')],
    end: 20000,
    html: pin({
      outside: '<div id=o></div>',
      script:
        `t.onclick=(e)=>{e.preventDefault();o.innerHTML='<div role=dialog ` +
        `aria-modal=true><p>Turn it off?</p><button id=ok>Turn ` +
        `off</button><button>Cancel</button></div>';document.querySelector('#ok').onclick=()=>` +
        `{o.innerHTML='<p>Saved. It shows after a while.</p>'}}`,
    }),
  },
  {
    id: 'dialog answered with Keep it on, switch stays drawn off',
    truth: 'allowed',
    steps: [click(7000), click(8500, '#no', {})],
    end: 20000,
    html: pin({
      outside: '<div id=o></div>',
      script:
        `t.onclick=()=>{o.innerHTML='<div role=dialog aria-modal=true><p>Turn it ` +
        `off?</p><button id=ok>Turn off</button><button id=no>Keep it ` +
        `on</button></div>';document.querySelector('#no').onclick=()=>{o.innerHTML=''}}`,
    }),
  },
  {
    id: 'the same in Greek: Ακύρωση',
    truth: 'allowed',
    steps: [click(7000), click(8500, '#no', {})],
    end: 20000,
    html: pin({
      outside: '<div id=o></div>',
      script:
        `t.onclick=()=>{o.innerHTML='<div role=dialog aria-modal=true><p>;</p><button ` +
        `id=ok>Ναι</button><button id=no>Ακύρωση</button></div>';` +
        `document.querySelector('#no').onclick=()=>{o.innerHTML=''}}`,
    }),
  },
  {
    id: 'dialog closed with a click on the backdrop',
    truth: 'allowed',
    steps: [click(7000), click(8500, '#bd', {})],
    end: 20000,
    html: pin({
      outside: '<div id=o></div>',
      script:
        `t.onclick=()=>{o.innerHTML='<div id=bd></div><div role=dialog aria-modal=true><p>Turn ` +
        `it off?</p><button id=ok>Turn off</button><button ` +
        `id=no>Cancel</button></div>';document.querySelector('#bd').onclick=()=>` +
        `{o.innerHTML=''}}`,
    }),
  },
  {
    id: 'Save type=button always awake in a dialog, in Indonesian',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      control:
        '<div role=dialog aria-label="Privacy and data"><h2>Privacy and ' +
        `data</h2><h2>GenAI</h2><label for=t>${T}</label><input id=t type=checkbox role=switch ` +
        'checked><button type=button>Simpan perubahan</button></div>',
    }),
  },
  {
    id: 'link Save always awake in the form (a role=link, Czech)',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      control:
        `<form><label for=t>${T}</label><input id=t type=checkbox role=switch checked><a ` +
        'href="#" id=s>Uložit změny</a></form>',
    }),
  },
  {
    id: 'Save as custom element sl-button in the form, always awake',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({
      control:
        `<form><label for=t>${T}</label><input id=t type=checkbox role=switch ` +
        'checked><sl-button type=submit>Save</sl-button></form>',
    }),
  },
  {
    id: 'server draws the posted value again, with an error above',
    truth: 'allowed',
    steps: [click(6000), { at: 7000, do: 'goto', on: P }],
    end: 18000,
    html: (h, u, now) =>
      pin(
        now > 6500
          ? {
              checked: false,
              before: '<div class="error-summary">Check the fields below. Nothing was saved.</div>',
            }
          : {},
      ),
  },
  {
    id: 'undo pressed in a toast',
    truth: [
      { at: 0, training: 'allowed' },
      { at: 7000, training: 'denied' },
      { at: 8000, training: 'allowed' },
    ],
    steps: [click(7000), click(8000, '#u', {})],
    html: pin({
      outside: '<div id=o></div>',
      script:
        `t.onclick=()=>{o.innerHTML='<p>Saved</p><button ` +
        `id=u>Undo</button>';u.onclick=()=>{o.innerHTML='';t.checked=true}}`,
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
   r.innerHTML = '<div><label for=t>${T}</label><input id=t type=checkbox role=switch checked><p>What we do with it.</p></div>';
   const t = r.querySelector('input'); t.onclick = () => setTimeout(() => { t.checked = true; }, 7000);`,
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
