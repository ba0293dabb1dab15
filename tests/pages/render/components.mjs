// Switches of design systems that many platforms use, as their own published code makes them: on,
// off, and disabled. React components are rendered here; custom elements bring their code along
// (bundled into the page) and come to life in a browser only. None of these pages is checked in:
// they are made anew for every run, into tests/out/render/.
import { CHECKED, DATA_STATE, LABEL, role } from '../../engine/lib/widget-markup.mjs';
import { pageOf, ruleOf } from '../../engine/lib/widget-pages.mjs';
import { bundle } from './bundle.mjs';
import { credit, load, mount } from './environment.mjs';

const ALLOWED = ['allowed', 'ok'];
const DENIED = ['denied', 'ok'];
const unknown = why => ['unknown', why];
const ADDRESS = 'https://www.exampler.test/settings/data';

/** @param {any} element a React element in its row, marked by id */
const react = element =>
  mount(element, { control: '#row [role=switch]', row: '#row', label: '#train-label' });

/**
 * Radix: the switch that many apps copy into their own code; within a form it posts by a hidden
 * input beside it.
 */
function radix(h) {
  const { Switch, SwitchThumb } = load('@radix-ui/react-switch');
  const page = form => (checked, disabled) =>
    react(
      h(
        form ? 'form' : 'div',
        { id: 'row' },
        h('label', { id: 'train-label', htmlFor: 'train' }, LABEL),
        h('p', null, 'Helps us to improve.'),
        h(
          Switch,
          { id: 'train', name: 'train', checked, disabled, onCheckedChange() {} },
          h(SwitchThumb),
        ),
      ),
    );
  const from = (id, make) => ({
    id,
    credit: '@radix-ui/react-switch',
    locate: role('switch'),
    read: DATA_STATE,
    jsdom: true,
    pages: [
      [ALLOWED, make(true)],
      [DENIED, make(false)],
      [unknown('locked'), make(true, true)],
    ],
  });
  return [from('radix-switch', page(false)), from('radix-switch-in-form', page(true))];
}

/** React Native for Web: X and many apps that come from the phone. */
function native(h) {
  const { Switch, Text, View } = load('react-native-web');
  const page = (value, disabled) =>
    react(
      h(
        View,
        { id: 'row' },
        h(Text, { id: 'train-label' }, LABEL),
        h(Switch, {
          accessibilityLabel: LABEL,
          value,
          disabled,
          onValueChange() {},
          testID: 'train',
        }),
      ),
    );
  return [
    {
      id: 'react-native-web-switch',
      credit: 'react-native-web',
      locate: role('switch', 'checkbox'),
      read: CHECKED,
      jsdom: true,
      pages: [
        [ALLOWED, page(true)],
        [DENIED, page(false)],
        [unknown('locked'), page(true, true)],
      ],
    },
  ];
}

// Custom elements: the import that defines them, their row, and what is said of each state.

/** Material: a switch within its label, one with a name of its own, and a checkbox. */
const MATERIAL = [
  {
    id: 'material-switch',
    credit: '@material/web',
    code: '@material/web/switch/switch.js',
    locate: role('switch'),
    read: CHECKED,
    markup: state =>
      `<label class="row" data-t="row"><span data-t="label">${LABEL}</span> <md-switch ` +
      `data-testid="train" data-t="control" ${state}></md-switch></label>`,
    states: [
      [ALLOWED, 'selected'],
      [DENIED, ''],
      [unknown('locked'), 'selected disabled'],
    ],
  },
  {
    id: 'material-switch-named',
    credit: '@material/web',
    code: '@material/web/switch/switch.js',
    locate: role('switch'),
    read: CHECKED,
    markup: state =>
      `<div class="row" data-t="row"><span data-t="label">${LABEL}</span><md-switch ` +
      `aria-label="${LABEL}" data-testid="train" data-t="control" ${state}></md-switch></div>`,
    states: [
      [ALLOWED, 'selected'],
      [DENIED, ''],
      [unknown('locked'), 'disabled'],
    ],
  },
  {
    id: 'material-checkbox',
    credit: '@material/web',
    code: '@material/web/checkbox/checkbox.js',
    locate: role('checkbox'),
    read: CHECKED,
    markup: state =>
      '<label class="row" data-t="row"><md-checkbox data-testid="train" data-t="control" ' +
      `${state}></md-checkbox> <span data-t="label">${LABEL}</span></label>`,
    states: [
      [ALLOWED, 'checked'],
      [DENIED, ''],
      [unknown('mixed'), 'indeterminate'],
    ],
  },
];

/** Spectrum: the label is the switch's own text. */
const SPECTRUM = [
  {
    id: 'spectrum-switch',
    credit: '@spectrum-web-components/switch',
    code: '@spectrum-web-components/switch/sp-switch.js',
    locate: role('switch'),
    read: CHECKED,
    markup: state =>
      '<div class="row" data-t="row"><sp-switch data-testid="train" data-t="control" ' +
      `${state}>${LABEL}</sp-switch></div>`,
    states: [
      [ALLOWED, 'checked'],
      [DENIED, ''],
      [unknown('locked'), 'checked disabled'],
    ],
  },
];

/** Fluent: its state is a custom one, and "off" only that state's absence: absence is never off. */
const FLUENT = [
  {
    id: 'fluent-switch',
    credit: '@fluentui/web-components',
    code: '@fluentui/web-components/switch/define.js',
    also: '@fluentui/web-components/field/define.js',
    locate: role('fluent-switch'),
    read: [{ from: 'state', on: ['checked'], off: ['unchecked'] }],
    markup: state =>
      '<fluent-field data-t="row"><label slot="label" for="train" ' +
      `data-t="label">${LABEL}</label><fluent-switch slot="input" id="train" ` +
      `data-testid="train" data-t="control" ${state}></fluent-switch></fluent-field>`,
    states: [
      [ALLOWED, 'checked'],
      [unknown('conflict'), ''],
      [unknown('locked'), 'checked disabled'],
    ],
  },
];

async function custom() {
  const out = [];
  for (const { code, also, markup, states, ...rest } of [...MATERIAL, ...SPECTRUM, ...FLUENT]) {
    const script = await bundle(
      [code, also]
        .filter(Boolean)
        .map(name => `import ${JSON.stringify(name)};`)
        .join('\n'),
    );
    out.push({
      ...rest,
      jsdom: false,
      pages: states.map(([said, state]) => [
        said,
        markup(state).trim(),
        `<script>${script}</script>`,
      ]),
    });
  }
  return out;
}

/**
 * @returns {Promise<any[]>} pages as the table of widgets has them: rule, platform, widget, file,
 *   url, before, why, html;
 *   jsdom: can it show them
 */
export async function components() {
  const { createElement: h } = load('react');
  const all = [...radix(h), ...native(h), ...(await custom())];
  return all.flatMap(it =>
    it.pages.map(([[before, why], body, script = ''], at) => {
      const html = pageOf(
        {},
        before === 'unknown' ? body.replace(/ data-t="\w+"/g, '') : body,
        script,
      );
      return {
        rule: ruleOf(it),
        platform: '(components)',
        widget: it.id,
        file: `${it.id} ${['on', 'off', 'unclear'][at]}`,
        url: ADDRESS,
        before,
        why,
        control: null,
        jsdom: it.jsdom,
        html: html.replace(
          '<!doctype html>',
          `<!doctype html>\n<!-- Made by tests/pages/render with ${credit(it.credit)}. -->`,
        ),
      };
    }),
  );
}
