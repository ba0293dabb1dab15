// What the pages of the widgets are made of: rows and controls of the invented platform, and the
// locators and readers that fit them.

export const LABEL = 'Use my data to train AI models';
export const SWITCH = ['switch', 'checkbox'];

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
const choices = ['Allow', 'Do not allow', 'Ask me later'];
export const radios = (on, none) => {
  const radio = (value, word, checked) =>
    `<label><input type="radio" name="train" value="${value}"${is(checked && !none, ' checked')}>` +
    `${word}</label>`;
  return `<div role="radiogroup" aria-labelledby="train-label" data-testid="train" data-t="control">
  ${radio('yes', choices[0], on)}${radio('no', choices[1], !on)}</div>`;
};
export const select = value =>
  `<select data-testid="train" aria-labelledby="train-label" data-t="control">${choices
    .slice(0, value === 'Ask me later' ? 3 : 2)
    .map(word => `<option${is(word === value, ' selected')}>${word}</option>`)
    .join('')}</select>`;
export const shadowed = (mode, inner) =>
  '<div data-testid="train" class="host"><template ' +
  `shadowrootmode="${mode}">${inner}</template></div>`;
export const framed = inner =>
  '<iframe title="Settings" srcdoc="' +
  `${`<!doctype html><html lang="en"><body>${inner}</body></html>`.replaceAll('"', '&quot;')}` +
  '"></iframe>';
export const box = on =>
  '<div class="row"><label><input type="checkbox" role="switch" ' +
  `data-testid="train"${is(on, ' checked')}>${LABEL}</label></div>`;
/** A custom element that tells its state by :state() alone. */
export const stateful = state =>
  '<x-toggle id="train" aria-labelledby="train-label" data-testid="train" data-t="control">' +
  `</x-toggle><script>
customElements.define('x-toggle', class extends HTMLElement {
  static formAssociated = true;
  constructor() {
    super();
    const inner = this.attachInternals();
    inner.role = 'switch';
    this.attachShadow({ mode: 'closed' }).innerHTML = '<span class="track"></span>';
    for (const name of ${JSON.stringify(state)}) inner.states.add(name);
  }
});</script>`;
/** A dialog that its route opens: nothing of it is there on another address. */
export const dialog = on => {
  const button =
    `<button type="button" role="switch" aria-checked="${on}" aria-labelledby="train-label" ` +
    'data-testid="train" data-t="control"></button>';
  return (
    '<button>Open settings</button><div role="dialog" aria-label="Settings">' +
    `<h2>Data controls</h2>${row(button)}</div>`
  );
};
