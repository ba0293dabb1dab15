// What a hand was answered: errors beside the row, questions, a Save that waits. Each case: a page,
// what the server holds, what a person does.
import { P, pin } from './page.mjs';
const click = (at, on = '#t', extra = { makes: 'denied' }) => ({ at, do: 'click', on, ...extra });
const T = 'Use your data to train Pinterest Canvas';
/** Turned, and 0.9 s later this stands at the end of the row. @param {string} html */
const insertedLater = html =>
  `t.onclick=()=>setTimeout(()=>{document.querySelector('.row').insertAdjacentHTML('beforeend',` +
  `'${html}')},900)`;
export const CASES = [
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
    html: pin({ script: insertedLater('<div role=tooltip>Could not save. Try again.</div>') }),
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
      script: insertedLater('<span role=img aria-label="Not saved" title="Not saved">⚠</span>'),
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
      script: insertedLater('<p>Could not save. Try again.</p>'),
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
];
