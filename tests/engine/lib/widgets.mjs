// Every kind of widget that a platform may use for its switch, each on, off, and once in a way that
// must stay unknown: one table, read in jsdom where that can show it, and in both browsers. The
// platform is invented (exampler.test); what differs from kind to kind is markup, locators and
// readers, as in a real rule.
const HOST = 'https://www.exampler.test';
export const LABEL = 'Use my data to train AI models';
const SWITCH = ['switch', 'checkbox'];

export const role = (...roles) => [
  { by: 'role', role: roles, name: '@train' },
  { by: 'label', role: roles, text: '@train' },
  { by: 'testid', role: roles, value: 'train' },
];
export const CHECKED = [{ from: 'checked' }, { from: 'aria-checked' }];
export const DATA_STATE = [
  { from: 'aria-checked' },
  { from: 'attr', attr: 'data-state', on: ['checked', 'on'], off: ['unchecked', 'off'] },
];
const is = (on, text) => (on ? text : '');

/** A row as most pages have it: label, description, control. */
export const row = (control, label = LABEL) =>
  `<div class="row" data-t="row"><span id="train-label" data-t="label">${label}</span><p ` +
  `data-t="description">Helps us to improve.</p>${control}</div>`;
const radios = (
  on,
  none,
) => `<div role="radiogroup" aria-labelledby="train-label" data-testid="train" data-t="control">
  <label><input type="radio" name="train" value="yes"${is(on && !none, ' checked')}>Allow</label><label><input type="radio" name="train" value="no"${is(!on && !none, ' checked')}>Do not allow</label></div>`;
const select = value =>
  `<select data-testid="train" aria-labelledby="train-label" data-t="control">${[
    'Allow',
    'Do not allow',
    'Ask me later',
  ]
    .slice(0, value === 'Ask me later' ? 3 : 2)
    .map(word => `<option${is(word === value, ' selected')}>${word}</option>`)
    .join('')}</select>`;
const shadowed = (mode, inner) =>
  '<div data-testid="train" class="host"><template ' +
  `shadowrootmode="${mode}">${inner}</template></div>`;
const framed = inner =>
  '<iframe title="Settings" srcdoc="' +
  `${`<!doctype html><html lang="en"><body>${inner}</body></html>`.replaceAll('"', '&quot;')}` +
  '"></iframe>';
const box = on =>
  '<div class="row"><label><input type="checkbox" role="switch" ' +
  `data-testid="train"${is(on, ' checked')}>${LABEL}</label></div>`;
/** A custom element that tells its state by :state() alone. */
const stateful =
  state => `<x-toggle id="train" aria-labelledby="train-label" data-testid="train" data-t="control"></x-toggle><script>
customElements.define('x-toggle', class extends HTMLElement { static formAssociated = true; constructor() { super(); const inner = this.attachInternals(); inner.role = 'switch';
  this.attachShadow({ mode: 'closed' }).innerHTML = '<span class="track"></span>'; for (const name of ${JSON.stringify(state)}) inner.states.add(name); } });</script>`;
/** A dialog that its route opens: nothing of it is there on another address. */
const dialog = (on, opened) =>
  '<button>Open settings</button>' +
  `${opened ? '<div role="dialog" aria-label="Settings"><h2>Data ' + 'controls</h2>' + `${row(`<button type="button" role="switch" aria-checked="${on}" aria-labelledby="train-label" data-testid="train" data-t="control"></button>`)}</div>` : ''}`;

/**
 * on, off, negative: the body. why: of the negative one (null: nothing may be said). jsdom: false
 * where only browsers can show it.
 * @typedef {{id: string, locate: any[], read: any[], on: string, off: string, negative: string,
 *   why: string|null, jsdom?: boolean, path?: string, pattern?: string, elsewhere?: string}} Widget
 * @type {Widget[]}
 */
export const WIDGETS = [
  {
    id: 'native-checkbox',
    locate: role('checkbox'),
    read: CHECKED,
    why: 'mixed',
    on: row(
      '<input type="checkbox" data-testid="train" aria-labelledby="train-label" ' +
        'data-t="control" checked>',
    ),
    off: row(
      '<input type="checkbox" data-testid="train" aria-labelledby="train-label" data-t="control">',
    ),
    negative: row(
      '<input type="checkbox" id="box" data-testid="train" ' +
        'aria-labelledby="train-label"><script>document.getElementById("box").indeterminate = ' +
        'true;</script>',
    ),
  },
  {
    id: 'native-switch',
    locate: role(...SWITCH),
    read: CHECKED,
    why: 'conflict',
    on: row(
      '<input type="checkbox" role="switch" switch data-testid="train" ' +
        'aria-labelledby="train-label" data-t="control" checked>',
    ),
    off: row(
      '<input type="checkbox" role="switch" switch data-testid="train" ' +
        'aria-labelledby="train-label" data-t="control">',
    ),
    negative: row(
      '<input type="checkbox" role="switch" data-testid="train" ' +
        'aria-labelledby="train-label" aria-checked="true">',
    ),
  },
  {
    id: 'role-switch',
    locate: role('switch'),
    read: [{ from: 'aria-checked' }],
    why: 'conflict',
    on: row(
      '<div role="switch" tabindex="0" aria-checked="true" aria-labelledby="train-label" ' +
        'data-testid="train" data-t="control"></div>',
    ),
    off: row(
      '<div role="switch" tabindex="0" aria-checked="false" aria-labelledby="train-label" ' +
        'data-testid="train" data-t="control"></div>',
    ),
    negative: row(
      '<div role="switch" tabindex="0" aria-labelledby="train-label" data-testid="train"></div>',
    ),
  },
  {
    id: 'aria-pressed',
    locate: role('button'),
    read: [{ from: 'aria-pressed' }],
    why: 'conflict',
    on: row(
      '<button type="button" aria-pressed="true" aria-labelledby="train-label" ' +
        'data-testid="train" data-t="control">✓</button>',
    ),
    off: row(
      '<button type="button" aria-pressed="false" aria-labelledby="train-label" ' +
        'data-testid="train" data-t="control">✓</button>',
    ),
    negative: row(
      '<button type="button" aria-labelledby="train-label" data-testid="train">✓</button>',
    ),
  },
  {
    id: 'data-state',
    locate: role('switch'),
    read: DATA_STATE,
    why: 'conflict',
    on: row(
      '<button type="button" role="switch" aria-checked="true" data-state="checked" ' +
        'aria-labelledby="train-label" data-testid="train" data-t="control"><span ' +
        'data-state="checked"></span></button>',
    ),
    off: row(
      '<button type="button" role="switch" aria-checked="false" data-state="unchecked" ' +
        'aria-labelledby="train-label" data-testid="train" data-t="control"><span ' +
        'data-state="unchecked"></span></button>',
    ),
    negative: row(
      '<button type="button" role="switch" aria-checked="true" data-state="unchecked" ' +
        'aria-labelledby="train-label" data-testid="train"></button>',
    ),
  },
  {
    id: 'radio-pair',
    locate: role('radiogroup', 'radio'),
    read: [{ from: 'choice', on: ['@allow'], off: ['@forbid'] }],
    why: 'conflict',
    on: row(radios(true)),
    off: row(radios(false)),
    negative: row(radios(true, true).replace(' data-t="control"', '')),
  },
  {
    id: 'drop-down',
    locate: role('combobox'),
    read: [{ from: 'choice', on: ['@allow'], off: ['@forbid'] }],
    why: 'conflict',
    on: row(select('Allow')),
    off: row(select('Do not allow')),
    negative: row(select('Ask me later').replace(' data-t="control"', '')),
  },
  {
    id: 'menu-button',
    locate: role('combobox'),
    read: [{ from: 'text', of: 'control', on: '@allow', off: '@forbid' }],
    why: 'conflict',
    on: row(
      '<button type="button" role="combobox" aria-haspopup="listbox" aria-expanded="false" ' +
        'aria-labelledby="train-label" data-testid="train" data-t="control">Allow</button>',
    ),
    off: row(
      '<button type="button" role="combobox" aria-haspopup="listbox" aria-expanded="false" ' +
        'aria-labelledby="train-label" data-testid="train" data-t="control">Do not ' +
        'allow</button>',
    ),
    negative: row(
      '<button type="button" role="combobox" aria-haspopup="listbox" aria-expanded="false" ' +
        'aria-labelledby="train-label" data-testid="train">Choose</button>',
    ),
  },
  // Its name is what a press would do: the opposite of what is.
  {
    id: 'opposite-chip',
    locate: [
      { by: 'role', role: ['button'], name: '@chip' },
      { by: 'testid', role: ['button'], value: 'train' },
    ],
    read: [{ from: 'text', of: 'name', on: '@turn-off', off: '@turn-on' }],
    why: 'conflict',
    on:
      '<div class="row" data-t="row"><button type="button" data-testid="train" ' +
      'data-t="control">Turn off AI training</button></div>',
    off:
      '<div class="row" data-t="row"><button type="button" data-testid="train" ' +
      'data-t="control">Turn on AI training</button></div>',
    negative:
      '<div class="row"><button type="button" data-testid="train">AI training</button></div>',
  },
  {
    id: 'row-button',
    locate: [
      { by: 'role', role: ['button'], name: '@train-row' },
      { by: 'testid', role: ['button'], value: 'train' },
    ],
    read: [{ from: 'text', of: 'control', on: '@on', off: '@off' }],
    why: 'conflict',
    on:
      '<div data-t="row"><button type="button" data-testid="train" data-t="control"><span ' +
      `data-t="label">${LABEL}</span> <span>On</span></button></div>`,
    off:
      '<div data-t="row"><button type="button" data-testid="train" data-t="control"><span ' +
      `data-t="label">${LABEL}</span> <span>Off</span></button></div>`,
    negative:
      `<div><button type="button" data-testid="train"><span>${LABEL}</span> ` +
      '<span>Change</span></button></div>',
  },
  {
    id: 'text-only',
    locate: [
      { by: 'role', role: ['listitem'], name: '@train-row' },
      { by: 'testid', role: ['listitem'], value: 'train' },
    ],
    read: [{ from: 'text', of: 'control', on: '@on', off: '@off' }],
    why: 'conflict',
    on:
      '<ul data-t="row"><li data-testid="train" data-t="control"><span ' +
      `data-t="label">${LABEL}</span> <b>On</b></li></ul>`,
    off:
      '<ul data-t="row"><li data-testid="train" data-t="control"><span ' +
      `data-t="label">${LABEL}</span> <b>Off</b></li></ul>`,
    negative: `<ul><li data-testid="train"><span>${LABEL}</span> <b>See details</b></li></ul>`,
  },
  ...['open', 'closed'].map(mode => ({
    id: `${mode}-shadow`,
    locate: role(...SWITCH),
    read: CHECKED,
    why: 'layout-changed',
    on: shadowed(mode, box(true)),
    off: shadowed(mode, box(false)),
    negative: shadowed(mode, `<p>${LABEL}</p>`),
  })),
  {
    id: 'custom-state',
    locate: role('x-toggle'),
    read: [{ from: 'state', on: ['on'], off: ['off'] }],
    why: 'conflict',
    jsdom: false,
    on: row(stateful(['on'])),
    off: row(stateful(['off'])),
    negative: row(stateful([]).replace(' data-t="control"', '')),
  },
  {
    id: 'same-origin-frame',
    locate: role(...SWITCH),
    read: CHECKED,
    why: 'ambiguous',
    on: framed(box(true)),
    off: framed(box(false)),
    negative: framed(box(true) + box(false)),
  },
  {
    id: 'fragment-dialog',
    locate: role('switch'),
    read: [{ from: 'aria-checked' }],
    why: null,
    path: '/chat#settings/data',
    pattern: '/*#settings/data',
    elsewhere: '/chat#settings/general',
    on: dialog(true, true),
    off: dialog(false, true),
    negative: dialog(true, true).replace(/ data-t="\w+"/g, ''),
  },
  {
    id: 'query-dialog',
    locate: role('switch'),
    read: [{ from: 'aria-checked' }],
    why: 'other-page',
    path: '/chat?settings=data',
    pattern: '/*\\?(.*&)?settings=data(&.*)?',
    on: dialog(true, true),
    off: dialog(false, true),
    negative:
      '<div role="dialog" aria-label="Settings"><h2>General</h2><p>Loading did not work.</p></div>',
  },
  {
    id: 'menu-item',
    locate: role('menuitemcheckbox'),
    read: [{ from: 'aria-checked' }],
    why: 'mixed',
    on:
      '<ul role="menu" data-t="row"><li role="menuitemcheckbox" aria-checked="true" ' +
      `data-testid="train" data-t="control"><span data-t="label">${LABEL}</span></li></ul>`,
    off:
      '<ul role="menu" data-t="row"><li role="menuitemcheckbox" aria-checked="false" ' +
      `data-testid="train" data-t="control"><span data-t="label">${LABEL}</span></li></ul>`,
    negative:
      '<ul role="menu"><li role="menuitemcheckbox" aria-checked="mixed" ' +
      `data-testid="train"><span>${LABEL}</span></li></ul>`,
  },
  // Polymer's paper-toggle-button: the element itself is the button, and says its state by
  // aria-pressed and an attribute.
  {
    id: 'paper-toggle',
    locate: role('button'),
    read: [{ from: 'aria-pressed' }],
    why: 'locked',
    on: row(
      '<paper-toggle-button role="button" tabindex="0" toggles aria-pressed="true" active ' +
        'checked aria-labelledby="train-label" data-testid="train" ' +
        'data-t="control"></paper-toggle-button>',
    ),
    off: row(
      '<paper-toggle-button role="button" tabindex="0" toggles aria-pressed="false" ' +
        'aria-labelledby="train-label" data-testid="train" ' +
        'data-t="control"></paper-toggle-button>',
    ),
    negative: row(
      '<paper-toggle-button role="button" tabindex="0" toggles aria-pressed="true" ' +
        'aria-disabled="true" aria-labelledby="train-label" ' +
        'data-testid="train"></paper-toggle-button>',
    ),
  },
];

/** The rule of one kind. @param {Widget} widget */
export function ruleOf(widget) {
  return {
    format: 1,
    id: `widget-${widget.id}`,
    rev: 1,
    name: 'Exampler',
    kind: 'toggle',
    grade: 'A',
    hosts: [`${HOST}/*`],
    decoys: [],
    strings: {
      train: { en: [LABEL] },
      'train-row': { en: [{ starts: LABEL }] },
      title: { en: ['Data privacy', 'Data controls'] },
      allow: { en: ['Allow'] },
      forbid: { en: ['Do not allow'] },
      on: { en: ['On'] },
      off: { en: ['Off'] },
      'turn-on': { en: ['Turn on AI training'] },
      'turn-off': { en: ['Turn off AI training'] },
      chip: { en: ['Turn on AI training', 'Turn off AI training', 'AI training'] },
    },
    pages: [
      {
        id: 'ai',
        url: [`${HOST}${widget.pattern ?? '/settings/data'}`],
        signature: { any: [{ heading: '@title' }] },
      },
    ],
    controls: [
      {
        id: 'train',
        name: 'AI training',
        page: 'ai',
        onMeans: 'training',
        locate: widget.locate,
        read: widget.read,
      },
    ],
  };
}

/** @param {Widget} widget @param {string} body */
export const pageOf = (widget, body, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Exampler</title>${head}</head>
<body><main>${widget.path ? '<h1>Chat</h1>' : '<h1>Data privacy</h1>'}<div><label><input type="checkbox" checked>Show me as online</label></div>${body}</main></body></html>
`;

/** The three pages of one kind. @param {Widget} widget */
export function pagesOf(widget) {
  const rule = ruleOf(widget);
  const page = (file, body, expect, path = widget.path ?? '/settings/data') => ({
    rule,
    platform: '(any)',
    widget: widget.id,
    file: `${widget.id} ${file}`,
    url: `${HOST}${path}`,
    before: expect.training,
    why: expect.why,
    control: null,
    html: pageOf(widget, body),
    tell: html => html,
  });
  return [
    page('on', widget.on, { training: 'allowed', why: 'ok' }),
    page('off', widget.off, { training: 'denied', why: 'ok' }),
    page('negative', widget.negative, { training: 'unknown', why: widget.why }, widget.elsewhere),
  ];
}
