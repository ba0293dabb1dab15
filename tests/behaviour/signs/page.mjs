// The page that most of these cases bend: one switch of a settings page that the rule knows.

export const P = 'https://www.pinterest.com/settings/privacy/';

/** @param {any} [part] what differs from the plain page @returns {string} */
export const pin = ({
  lang = 'en',
  checked = true,
  row = '',
  after = '',
  before = '',
  outside = '',
  script = '',
  label = 'Use your data to train Pinterest Canvas',
  control,
  heading = 'GenAI',
} = {}) => {
  const own =
    control ??
    `<label for="t">${label}</label><input id="t" type="checkbox" ` +
      `role="switch"${checked ? ' checked' : ''}>`;
  const line = `<div class="row">${own}${row}</div>`;
  return (
    `<!doctype html><html lang="${lang}"><title>Privacy</title><body>${before}` +
    `<main><h1>Privacy and data</h1>\n<section><h2>${heading}</h2>${line}${after}</section>` +
    `</main>${outside}<script>${script}</script></body></html>`
  );
};
