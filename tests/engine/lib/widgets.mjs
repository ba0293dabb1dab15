// Every kind of widget that a platform may use for its switch, each on, off, and once in a way that
// must stay unknown: one table, read in jsdom where that can show it, and in both browsers. The
// platform is invented (exampler.test); what differs from kind to kind is markup, locators and
// readers, as in a real rule.
import {
  box,
  CHECKED,
  DATA_STATE,
  dialog,
  framed,
  LABEL,
  radios,
  role,
  row,
  select,
  shadowed,
  stateful,
  SWITCH,
} from './widget-markup.mjs';

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
    on: dialog(true),
    off: dialog(false),
    negative: dialog(true).replace(/ data-t="\w+"/g, ''),
  },
  {
    id: 'query-dialog',
    locate: role('switch'),
    read: [{ from: 'aria-checked' }],
    why: 'other-page',
    path: '/chat?settings=data',
    pattern: '/*\\?(.*&)?settings=data(&.*)?',
    on: dialog(true),
    off: dialog(false),
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
