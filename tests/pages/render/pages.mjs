// The pages: what each platform's own design system makes of its control. `kept` pages are checked
// in and named in the rule's tests, so that both browsers read them too. Pages of
// @wordpress/components (GPL) are made anew for every run and never checked in.
import { credit, load, mount } from './environment.mjs';

const ALLOWED = { training: 'allowed', why: 'ok', sure: 'sure' };
const DENIED = { training: 'denied', why: 'ok', sure: 'sure' };
/** The control's name is its one witness. */
const likely = expect => ({ ...expect, sure: 'likely' });
const unknown = why => ({ training: 'unknown', why });

const NOTE = 'Do not edit: run `npm run render` there.';

/** @param {{credit: string, title: string, body: string}} page */
const html = page => `<!doctype html>
<!-- Rendered by tests/pages/render with ${page.credit}. ${NOTE} -->
<html lang="en">
<head><meta charset="utf-8"><title>${page.title}</title></head>
<body>
${page.body}
</body>
</html>
`;

/** Pinterest: Gestalt's Switch and Label. */
function pinterest() {
  const { createElement: h } = load('react');
  const { Box, Flex, Heading, Label, Switch, Text } = load('gestalt');
  const row = (id, label, sub, switched, disabled = false) =>
    h(
      Flex,
      { key: id, justifyContent: 'between', alignItems: 'center' },
      h(
        Flex,
        { direction: 'column' },
        h(Label, { htmlFor: id }, h(Text, null, label)),
        h(Text, { size: '100' }, sub),
      ),
      h(Switch, { id, name: id, switched, disabled, onChange() {} }),
    );
  const page = (switched, disabled, tuner = false) =>
    h(
      Box,
      { role: 'main' },
      h(Heading, { accessibilityLevel: 1 }, 'Privacy and data'),
      h(Heading, { accessibilityLevel: 2, size: '400' }, 'GenAI'),
      tuner && row('tuner', 'Show AI content', 'See less AI content in your feed.', !switched),
      h(
        Box,
        { id: 'row' },
        row(
          'canvas',
          'Use your data to train Pinterest Canvas',
          'Allow your data to be used to help train Pinterest Canvas. Learn more',
          switched,
          disabled,
        ),
      ),
    );
  const marks = { control: '#canvas', row: '#row', label: 'label[for=canvas] div' };
  const make = (name, expect, element, marked) => ({
    platform: 'pinterest',
    name,
    url: 'https://www.pinterest.com/settings/privacy/',
    expect,
    kept: true,
    html: html({ credit: credit('gestalt'), title: 'Pinterest', body: mount(element, marked) }),
  });
  return [
    make('real-on', ALLOWED, page(true), marks),
    make('real-off', DENIED, page(false), marks),
    make('real-beside-tuner', DENIED, page(false, false, true)),
    make('real-disabled', unknown('locked'), page(true, true)),
  ];
}

const TRAINING = 'Allow GitHub to use my data for AI model training';

/** GitHub: one row of settings by Primer's Select. */
function primerSelect(id, label, words, value, disabled = false) {
  const { createElement: h } = load('react');
  const { FormControl, Select } = load('@primer/react');
  return h(
    'div',
    { id: `${id}-row`, key: id },
    h(
      FormControl,
      { id, disabled },
      h(FormControl.Label, null, label),
      h(
        Select,
        { defaultValue: value, onChange() {} },
        words.map(word => h(Select.Option, { key: word, value: word.toLowerCase() }, word)),
      ),
    ),
  );
}

/** GitHub: the row by Primer's ActionMenu. */
function primerMenu(value) {
  const { createElement: h } = load('react');
  const { ActionList, ActionMenu, Text } = load('@primer/react');
  const items = ['Enabled', 'Disabled'].map(word =>
    h(ActionList.Item, { key: word, selected: word === value }, word),
  );
  return h(
    'div',
    { id: 'training-row' },
    h(Text, { id: 'training-label' }, TRAINING),
    h(
      ActionMenu,
      null,
      h(ActionMenu.Button, { id: 'training', 'aria-labelledby': 'training-label training' }, value),
      h(ActionMenu.Overlay, null, h(ActionList, { selectionVariant: 'single' }, items)),
    ),
  );
}

/** GitHub: the row by Primer's ToggleSwitch, in case it turns into one. */
function primerToggle() {
  const { createElement: h } = load('react');
  const { Text, ToggleSwitch } = load('@primer/react');
  return h(
    'div',
    null,
    h(Text, { id: 'training-label' }, TRAINING),
    h(ToggleSwitch, { 'aria-labelledby': 'training-label', checked: false, onClick() {} }),
  );
}

/** The page of GitHub around a row. */
function githubPage(row) {
  const { createElement: h } = load('react');
  const { BaseStyles, Heading, ThemeProvider } = load('@primer/react');
  const main = h(
    'main',
    null,
    h(Heading, { as: 'h1' }, 'GitHub Copilot'),
    h(Heading, { as: 'h2' }, 'Privacy'),
    primerSelect('public', 'Suggestions matching public code', ['Allow', 'Block'], 'block'),
    row,
  );
  return h(ThemeProvider, null, h(BaseStyles, null, main));
}

/** GitHub: Primer's Select, ActionMenu and ToggleSwitch. */
function github() {
  const select = (value, disabled) =>
    primerSelect('training', TRAINING, ['Enabled', 'Disabled'], value, disabled);
  const marks = { control: '#training', row: '#training-row', label: '#training-row label' };
  const menuMarks = { control: '#training', row: '#training-row', label: '#training-label' };
  const make = (name, expect, row, marked) => ({
    platform: 'github',
    name,
    url: 'https://github.com/settings/copilot/features',
    expect,
    kept: true,
    html: html({
      credit: credit('@primer/react'),
      title: 'GitHub Copilot features',
      body: mount(githubPage(row), marked),
    }),
  });
  return [
    make('real-select-enabled', likely(ALLOWED), select('enabled'), marks),
    make('real-select-disabled', likely(DENIED), select('disabled'), marks),
    make('real-menu-enabled', likely(ALLOWED), primerMenu('Enabled'), menuMarks),
    make('real-menu-disabled', likely(DENIED), primerMenu('Disabled'), menuMarks),
    make('real-select-locked', unknown('locked'), select('disabled', true)),
    make('real-toggle', unknown('conflict'), primerToggle()),
  ];
}

/** WordPress.com's new dashboard: CheckboxControl, and Button as its source describes the form. */
function wordpress() {
  const { createElement: h } = load('react');
  const { Button, CheckboxControl } = load('@wordpress/components');
  const box = (label, checked, disabled, help) =>
    h(CheckboxControl, {
      key: label,
      label,
      checked,
      disabled,
      help,
      onChange() {},
      __nextHasNoMarginBottom: true,
    });
  const page = (checked, disabled, dirty) =>
    h(
      'main',
      null,
      h('h1', null, 'Site visibility'),
      h(
        'form',
        { className: 'dashboard-site-settings-privacy-form' },
        box('Discourage search engines from indexing this site', !!disabled),
        h(
          'div',
          { id: 'row' },
          box(
            'Prevent third-party sharing for this site',
            checked,
            disabled,
            'Public content is not shared.',
          ),
        ),
        h(
          Button,
          { variant: 'primary', type: 'submit', disabled: !dirty, __next40pxDefaultSize: true },
          'Save',
        ),
      ),
    );
  const marks = { control: '#row input', row: '#row', label: '#row label', description: '#row p' };
  const make = (name, expect, element, marked) => ({
    platform: 'wordpress',
    name,
    url: 'https://my.wordpress.com/sites/ada.wordpress.com/settings/site-visibility',
    expect,
    kept: false,
    html: html({
      credit: credit('@wordpress/components'),
      title: 'Site visibility',
      body: mount(element, marked),
    }),
  });
  return [
    make('real-on', likely(DENIED), page(true), marks),
    make('real-off', likely(ALLOWED), page(false), marks),
    make('real-forced', unknown('locked'), page(true, true)),
    make('real-changed', unknown('unsettled'), page(true, false, true)),
  ];
}

/**
 * @returns {{platform: string, name: string, url: string, expect: any, kept: boolean, html:
 *   string}[]}
 */
export const pages = () => [...pinterest(), ...github(), ...wordpress()];
