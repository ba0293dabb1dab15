// The next load of the page. Each case: a page, what the server holds, what a person does.
import { pin } from './page.mjs';
const click = (at, on = '#t', extra = { makes: 'denied' }) => ({ at, do: 'click', on, ...extra });
const T = 'Use your data to train Pinterest Canvas';
const XL =
  'Allow your public data as well as your interactions, inputs, and results with Grok and ' +
  'xAI to be used for training and fine-tuning';
const x = (on, script = '', out = '') =>
  '<!doctype html><html lang="en"><body><a id=p href="/ada" ' +
  'data-testid="AppTabBar_Profile_Link">Profile</a><main><h2>Grok</h2><div ' +
  `data-testid=xaiDataSharingSettings><div class=row><label>${XL}<input id=t ` +
  `type=checkbox${on ? ' checked' : ''}></label></div><div class=row><label>B<input ` +
  `type=checkbox></label></div></div></main>${out}<script>${script}</script></body></html>`;
const X = {
  rule: 'x',
  url: 'https://x.com/settings/grok_settings',
  truth: 'denied',
  end: 20000,
  steps: [{ at: 8000, do: 'reload' }],
};
const saved = (w, lang) => ({
  id: `saved ${lang} ${w}`,
  truth: [
    { at: 0, training: 'allowed' },
    { at: 7000, training: 'denied' },
  ],
  steps: [click(7000)],
  expect: 'denied',
  html: pin({
    lang,
    script:
      't.onclick=()=>setTimeout(()=>' +
      `document.querySelector('section').insertAdjacentHTML('beforeend','<p ` +
      `role=status>${w}</p>'),600)`,
  }),
});
export const CASES = [
  {
    id: 'denied, then a reload that fails (200 + toast aria-live) draws the default',
    ...X,
    html: (h, u, now) =>
      now < 7000
        ? x(false)
        : x(
            true,
            `setTimeout(()=>{o.innerHTML='<li>Something went wrong</li>'},900)`,
            '<section aria-live=polite><ol id=o></ol></section>',
          ),
  },
  {
    id: 'denied, then a reload whose settings request is answered with 500',
    ...X,
    html: (h, u, now) => (now < 7000 ? x(false) : x(true, `fetch('/api/wait?ms=300&status=500')`)),
  },
  {
    id: 'role=alert from the start, no failed request',
    ...X,
    html: (h, u, now) =>
      now < 7000 ? x(false) : x(true, '', '<div role=alert>Could not load your settings.</div>'),
  },
  {
    id: 'slow answer 7 s after reload',
    ...X,
    end: 26000,
    html: (h, u, now) =>
      now < 7000 ? x(false) : x(true, `fetch('/api/setting?ms=7000').then(()=>{t.checked=false})`),
  },
  {
    id: 'click on the description before the reading',
    truth: 'allowed',
    expect: 'allowed',
    steps: [{ at: 1500, do: 'click', on: '#d' }],
    html: pin({ row: '<p id=d>We use the Pins that you save.</p>' }),
  },
  {
    id: 'click on another label in a flat section',
    truth: 'allowed',
    expect: 'allowed',
    steps: [{ at: 1500, do: 'click', on: '#l2' }],
    html: pin({
      control: '',
      after:
        `<label for=t>${T}</label><input id=t type=checkbox role=switch checked><label for=t2 ` +
        'id=l2>Show my Pins to others</label><input id=t2 type=checkbox role=switch>',
    }),
  },
  ...[
    ['Sparat', 'sv'],
    ['Tallennettu', 'fi'],
    ['Uloženo', 'cs'],
    ['Kaydedildi', 'tr'],
    ['Сохранено', 'ru'],
    ['נשמר', 'he'],
    ['บันทึกแล้ว', 'th'],
    ['Đã lưu', 'vi'],
    ['Disimpan', 'id'],
    ['Your settings were updated', 'en'],
    ['Preferences have been saved', 'en'],
    ['Saved just now', 'en'],
    ['Done', 'en'],
    ['Einstellung gespeichert', 'de'],
    ['Préférences enregistrées', 'fr'],
  ].map(([w, l]) => saved(w, l)),
  {
    id: 'row ends with "Learn more…"',
    truth: 'allowed',
    expect: 'allowed',
    end: 30000,
    html: pin({ row: '<p>We use Pins. <a href=#>Learn more…</a></p>' }),
  },
  {
    id: 'number field class spinner in the section',
    truth: 'allowed',
    expect: 'allowed',
    end: 30000,
    html: pin({ after: '<input type=number class="number-spinner">' }),
  },
  {
    id: 'clock in role=status',
    truth: 'allowed',
    expect: 'allowed',
    end: 30000,
    html: pin({
      after: '<p role=status id=c>12:00:01</p>',
      script: `let n=1;setInterval(()=>{c.textContent='12:00:'+(++n)},1000)`,
    }),
  },
  {
    id: 'chat widget toast role=alert comes at 3 s and stays',
    truth: 'allowed',
    expect: 'allowed',
    end: 30000,
    html: pin({
      outside: '<div id=o></div>',
      script: `setTimeout(()=>{o.innerHTML='<div role=alert>New message from Ana</div>'},3000)`,
    }),
  },
  {
    id: 'kept change, news ticker words',
    truth: [
      { at: 0, training: 'allowed' },
      { at: 7000, training: 'denied' },
    ],
    steps: [click(7000)],
    expect: 'denied',
    end: 24000,
    html: pin({
      outside: '<aside id=o></aside>',
      script:
        `let n=0;setInterval(()=>{o.textContent='Ana sent you ` +
        `'+['one','two','three','four'][n++%4]},4000)`,
    }),
  },
];
