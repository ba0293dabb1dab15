// What comes, and goes, after a change. Each case: a page, what the server holds, what a person
// does.
import { pin } from './page.mjs';
const click = (at, on = '#t', extra = { makes: 'denied' }) => ({ at, do: 'click', on, ...extra });
const T = 'Use your data to train Pinterest Canvas';
const toast = attr =>
  `t.onclick=()=>{setTimeout(()=>{o.innerHTML='<div ${attr}>Could not save. Try ` +
  `again.</div>'},500);setTimeout(()=>{o.innerHTML=''},3500)}`;
export const CASES = [
  {
    id: 'error toast 0.5-3.5 s after the flip, plain, switch stays flipped',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({ outside: '<div id=o></div>', script: toast('') }),
  },
  {
    id: 'the same role=alert',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({ outside: '<div id=o></div>', script: toast('role=alert') }),
  },
  {
    id: 'error after 20 s, plain',
    truth: 'allowed',
    steps: [click(7000)],
    end: 34000,
    html: pin({
      script:
        `t.onclick=()=>setTimeout(()=>document.querySelector('section')` +
        `.insertAdjacentHTML('beforeend','<p>Could not save</p>'),20000)`,
    }),
  },
  {
    id: 'error after 20 s for 3 s',
    truth: 'allowed',
    steps: [click(7000)],
    end: 40000,
    html: pin({
      outside: '<div id=o></div>',
      script:
        `t.onclick=()=>{setTimeout(()=>{o.innerHTML='<div role=alert>Could not ` +
        `save</div>'},20000);setTimeout(()=>{o.innerHTML=''},23000)}`,
    }),
  },
  {
    id: 'Save pressed, native validity stops it',
    truth: 'allowed',
    steps: [click(7000), click(8000, '#s', {})],
    html: pin({
      control:
        `<form><input name=n required value=""><label for=t>${T}</label><input id=t ` +
        'type=checkbox role=switch checked><button id=s type=submit>Save</button></form>',
    }),
  },
  {
    id: 'flip; the Save of another section pressed',
    truth: 'allowed',
    steps: [click(7000), click(8000, '#s2', {})],
    html: pin({
      control:
        `<label for=t>${T}</label><input id=t type=checkbox role=switch ` +
        'checked><button>Apply</button>',
      after: '<section><h2>Name</h2><input><button id=s2>Save</button></section>',
    }),
  },
  {
    id: 'tumblr: label names another blog than the address',
    rule: 'tumblr',
    url: 'https://www.tumblr.com/settings/blog/alpha',
    truth: 'denied',
    html:
      `<!doctype html><html lang=en><body><main><h1>Blog ` +
      `settings</h1><section><h2>Visibility</h2><div class=row><label for=t>Prevent ` +
      `third-party sharing for beta.tumblr.com</label><input id=t type=checkbox ` +
      `role=switch></div></section></main></body></html>`,
  },
  {
    id: 'save queue: words "2 changes pending" only digits differ',
    truth: 'allowed',
    steps: [click(7000)],
    html: pin({ row: '<span id=q>0</span>', script: `t.onclick=()=>{q.textContent='1'}` }),
    sign: false,
  },
  {
    id: 'debounce save: leaves after 300 ms',
    truth: 'allowed',
    sign: false,
    steps: [click(7000), { at: 7300, do: 'goto', on: 'https://www.pinterest.com/' }],
    html: (h, u) => (u.includes('settings') ? pin() : '<h1>x</h1>'),
  },
  {
    id: 'dialog switch flips ours as a side effect (other control, 2 s later)',
    truth: 'allowed',
    steps: [click(7000, '#z', {})],
    html: pin({
      after: '<div class=row><label for=z>Private profile</label><input id=z type=checkbox></div>',
      script: `z.onclick=()=>setTimeout(()=>{t.checked=false},1500)`,
    }),
  },
  {
    id: 'the same before the reading, Save unpressed',
    truth: 'allowed',
    steps: [click(1500, '#z', {})],
    html: pin({
      after:
        '<div class=row><label for=z>Private profile</label><input id=z ' +
        'type=checkbox></div><button>Save</button>',
      script: `z.onclick=()=>{t.checked=false}`,
    }),
  },
  {
    id: 'error row in status=polite region from start, empty, then filled',
    truth: 'denied',
    html: pin({
      after: '<p role=status id=o></p>',
      script: `setTimeout(()=>{o.textContent='Not loaded'},1500)`,
    }),
  },
  {
    id: 'alert after 1.5 s stays',
    truth: 'denied',
    html: pin({
      after: '<p role=alert id=o></p>',
      script: `setTimeout(()=>{o.textContent='Not loaded'},1500)`,
    }),
  },
  {
    id: 'alert before first look, no failed request',
    truth: 'denied',
    html: pin({ after: '<p role=alert id=o>Could not load. Showing defaults.</p>' }),
  },
  {
    id: '<output> not loaded at 1.5 s',
    truth: 'denied',
    html: pin({
      after: '<output id=o></output>',
      script: `setTimeout(()=>{o.textContent='Not loaded'},1500)`,
    }),
  },
  {
    id: 'aria-live=polite beside the row at 1.5 s',
    truth: 'denied',
    html: pin({
      after: '<p aria-live=polite id=o></p>',
      script: `setTimeout(()=>{o.textContent='Not loaded'},1500)`,
    }),
  },
  {
    id: 'modal question over the page, in a shadow root, at load',
    truth: 'denied',
    html: pin({
      outside: '<x-d id=o></x-d>',
      script:
        `o.attachShadow({mode:'open'}).innerHTML='<div role=dialog aria-modal=true><p>Choose ` +
        `your privacy settings</p><button>OK</button></div>'`,
    }),
  },
  {
    id: 'shadow switch: aria-busy inside of the shadow tree, value at 8 s',
    truth: 'denied',
    end: 20000,
    html: pin({
      control: '<x-row id=xr></x-row>',
      script:
        `const r=xr.attachShadow({mode:'open'});r.innerHTML='<div class=r><label ` +
        `for=t>${T}</label><input id=t type=checkbox role=switch checked><i ` +
        `class=spinner></i></div>';setTimeout(()=>{r.querySelector('i').remove();` +
        `r.querySelector('input').checked=false},8000)`,
    }),
  },
  {
    id: 'spinner as a custom element with its own shadow (sl-spinner) in the row, 8 s',
    truth: 'denied',
    end: 20000,
    html: pin({
      row: '<sl-spinner id=o></sl-spinner>',
      script:
        `o.attachShadow({mode:'open'}).innerHTML='<svg part=base ` +
        `role=progressbar></svg>';setTimeout(()=>{o.remove();t.checked=false},8000)`,
    }),
  },
  {
    id: 'md-circular-progress / "Please wait" plain',
    truth: 'denied',
    end: 20000,
    html: pin({
      row: '<span id=o>Please wait</span>',
      script: `setTimeout(()=>{o.remove();t.checked=false},8000)`,
    }),
  },
  {
    id: 'German "Wird geladen" in the row',
    truth: 'denied',
    end: 20000,
    html: pin({
      lang: 'de',
      row: '<span id=o>Wird geladen</span>',
      script: `setTimeout(()=>{o.remove();t.checked=false},8000)`,
    }),
  },
  {
    id: 'aria-busy on body',
    truth: 'denied',
    end: 20000,
    html: pin({
      script:
        `document.body.setAttribute('aria-busy','true');setTimeout(()=>` +
        `{document.body.removeAttribute('aria-busy');t.checked=false},8000)`,
    }),
    expect: 'denied',
  },
  {
    id: 'nprogress bar at the body, 8 s',
    truth: 'denied',
    end: 20000,
    html: pin({
      outside: '<div id="nprogress"><div class="bar" role="bar"></div></div>',
      script: `setTimeout(()=>{nprogress.remove();t.checked=false},8000)`,
    }),
  },
];
