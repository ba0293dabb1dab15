// Settings pages that live: a switch of each component library with its own code, which draws what
// the server holds and tells the server what a person does. They are made anew for every run, into
// tests/out/render/live.json, and played in the browsers by tests/e2e/libraries.test.mjs.
import { bundle } from './bundle.mjs';
import { credit } from './environment.mjs';

/** What the switch is called on each of these pages. */
export const LABEL = 'Let our AI learn from what I post';

const MOUNT = `
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
function App() {
  const [on, change] = useState(held);
  return draw(on, next => { change(next); store(next); });
}
createRoot(root).render(h(App));
`;

/** React: `draw` makes the row of a state and of what is done with a new one. */
const REACT = [
  {
    id: 'radix',
    from: '@radix-ui/react-switch',
    control: '#ai',
    code: `import { Switch, SwitchThumb } from '@radix-ui/react-switch';
const draw = (on, set) => h('div', null, h('label', { htmlFor: 'ai' }, LABEL),
  h(Switch, { id: 'ai', checked: on, onCheckedChange: set }, h(SwitchThumb)));`,
  },
  {
    id: 'headless-ui',
    from: '@headlessui/react',
    control: '[role=switch]',
    code: `import { Field, Label, Switch } from '@headlessui/react';
const draw = (on, set) => h(Field, null, h(Label, null, LABEL),
  h(Switch, { checked: on, onChange: set }, h('span', { 'aria-hidden': true }, '·')));`,
  },
  {
    id: 'react-native-web',
    from: 'react-native-web',
    control: '[role=switch]',
    code: `import { Switch, Text, View } from 'react-native-web';
const draw = (on, set) => h(View, null, h(Text, null, LABEL),
  h(Switch, { accessibilityLabel: LABEL, value: on, onValueChange: set }));`,
  },
  {
    id: 'gestalt',
    from: 'gestalt',
    control: '#ai',
    code: `import { Box, Label, Switch, Text } from 'gestalt';
const draw = (on, set) => h(Box, null, h(Label, { htmlFor: 'ai' }, h(Text, null, LABEL)),
  h(Switch, { id: 'ai', name: 'ai', switched: on, onChange: () => set(!on) }));`,
  },
  {
    id: 'primer',
    from: '@primer/react',
    control: 'select',
    chooses: ['Enabled', 'Disabled'],
    scripted: true,
    code: `import { FormControl, Select, ThemeProvider } from '@primer/react';
const option = word => h(Select.Option, { key: word, value: word }, word);
const draw = (on, set) => h(ThemeProvider, null, h(FormControl, null,
  h(FormControl.Label, null, LABEL),
  h(Select, { value: on ? 'Enabled' : 'Disabled',
    onChange: event => set(event.target.value === 'Enabled') },
    ['Enabled', 'Disabled'].map(option))));`,
  },
  {
    id: 'wordpress',
    from: '@wordpress/components',
    control: '#root input',
    code: `import { ToggleControl } from '@wordpress/components';
const draw = (on, set) => h(ToggleControl,
  { label: LABEL, checked: on, onChange: set, __nextHasNoMarginBottom: true });`,
  },
];

/** Custom elements: the import that defines them, their row, the member that holds the state. */
const CUSTOM = [
  {
    id: 'material',
    from: '@material/web',
    code: '@material/web/switch/switch.js',
    control: 'md-switch',
    member: 'selected',
    markup: `<label>${LABEL} <md-switch></md-switch></label>`,
  },
  {
    id: 'spectrum',
    from: '@spectrum-web-components/switch',
    code: '@spectrum-web-components/switch/sp-switch.js',
    control: 'sp-switch',
    scripted: true,
    member: 'checked',
    markup: `<sp-switch>${LABEL}</sp-switch>`,
  },
  {
    id: 'shoelace',
    from: '@shoelace-style/shoelace',
    code: '@shoelace-style/shoelace/dist/components/switch/switch.js',
    control: 'sl-switch',
    scripted: true,
    member: 'checked',
    change: 'sl-change',
    markup: `<sl-switch>${LABEL}</sl-switch>`,
  },
];

const BEGIN = `
const LABEL = ${JSON.stringify(LABEL)};
const root = document.querySelector('#root');
const held = document.documentElement.dataset.held === 'on';
const store = on => fetch('/store', { method: 'POST', body: on ? 'on' : 'off' });
`;

/** @param {any} library @returns {string} */
const sourceOf = ({ code, control, member, change = 'change', markup }) =>
  markup
    ? `import ${JSON.stringify(code)};${BEGIN}
root.innerHTML = ${JSON.stringify(markup)};
const its = root.querySelector(${JSON.stringify(control)});
its.${member} = held;
its.addEventListener(${JSON.stringify(change)}, () => store(its.${member}));`
    : `${code}\n${BEGIN}${MOUNT}`;

/**
 * @returns {Promise<{ id: string, credit: string, label: string, control: string, chooses: string[]
 *   | null, scripted: boolean, script: string }[]>} chooses: of a list its values, the one that
 *   allows first; scripted: its native control's state is set by a script alone, not by markup
 */
export const live = () =>
  Promise.all(
    [...REACT, ...CUSTOM].map(async library => ({
      id: library.id,
      credit: credit(library.from),
      label: LABEL,
      control: library.control,
      chooses: library.chooses ?? null,
      scripted: library.scripted ?? false,
      script: await bundle(sourceOf(library)),
    })),
  );
