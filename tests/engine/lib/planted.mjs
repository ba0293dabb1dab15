// What belongs to a person, put wherever a page can hold it. No four letters of it may be in a
// sample.

/** Words of no language; each is a name, an address, a number, a handle, a token of somebody. */
export const PLANTED = Object.freeze({
  name: 'Zoqviana Wexbrugh',
  mail: 'zoqviana@wexbrugh.jyxq',
  phone: '+49 8147 5520 936',
  handle: '@zqwexkand',
  picture: 'https://pyxqcdn.jyxq/kjqzv/9zt7q.png',
  token: 'tokq9fQ27xLmZ',
  slug: 'zoqviana-wexbrugh',
  compound: 'zoqvianaWexbrugh',
  arabic: 'زقفيانة وخبرغ',
  japanese: '蔵久美穂奈',
});

/** Every run of four characters. */
export const PIECES = Object.values(PLANTED)
  .map(value => value.replace('https://', ''))
  .flatMap(value => {
    const letters = [...value];
    return letters.slice(3).map((_, at) => letters.slice(at, at + 4).join(''));
  });

/** @param {string} text @returns {string[]} what of the planted is in it */
export const foundIn = text =>
  [...Object.values(PLANTED), ...PIECES].filter(
    piece => text.includes(piece) || text.toLowerCase().includes(piece.toLowerCase()),
  );

const VALUES = Object.values(PLANTED);
const ATTRIBUTES = (
  'title alt placeholder data-user data-name data-user-id href src srcset action formaction poster ' +
  'onclick style part exportparts itemid itemprop content nonce aria-description aria-valuetext ' +
  'aria-roledescription aria-placeholder aria-keyshortcuts accesskey value label summary cite ' +
  'aria-valuenow aria-posinset data-t background longdesc ping integrity autocomplete pattern'
).split(' ');
const NAMES = (
  'id name slot data-testid data-test data-test-id data-cy data-qa for aria-labelledby ' +
  'aria-describedby aria-controls aria-owns aria-details lang role type dir data-state'
).split(' ');

/** @param {string} value as the text of a page */
const html = value => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Parts of a page that hold something of a person. @param {string} value */
const parts = value => `
  <p>${html(value)}</p><h2>${html(value)}</h2><!-- ${html(value)} -->
  <img alt="${value}" src="${PLANTED.picture}"><svg><title>${value}</title><path d="${value}"/></svg>
  <script type="text/plain">${value}</script><style>/* ${value} */</style>
  <input value="${value}" placeholder="${value}"><textarea>${value}</textarea>
  <input type="checkbox" value="${value}" aria-label="${value}"><input type="hidden" value="${value}">
  <div contenteditable="true">${value}</div><div role="textbox">${value}</div>
  <select><option value="${value}">${value}</option><option selected>${value} 2</option></select>
  <a href="https://jyxq.test/${value}">${value}</a><template><b>${value}</b></template>
  <iframe srcdoc="<p>${value}</p>"></iframe><noscript>${value}</noscript>
  <zoqviana-wexbrugh>${value}</zoqviana-wexbrugh><zoqviana>${value}</zoqviana>
  <button>On <b>${value}</b></button><input type="submit" value="${value}">
  <label>${value} <input type="checkbox" checked> On</label>
  <meter>${value}</meter><object data="${value}">${value}</object>
  <details><summary>${value}</summary>${value}</details>`;

/**
 * Into every part of the page.
 * @param {any} window
 */
export function plant(window) {
  const { document } = window;
  const all = [...document.body.querySelectorAll('*')].slice(0, 150);
  all.forEach((el, n) => {
    const value = VALUES[n % VALUES.length];
    for (const attr of ATTRIBUTES) if (!el.hasAttribute(attr)) el.setAttribute(attr, value);
    const name = NAMES[n % NAMES.length];
    if (!el.hasAttribute(name)) el.setAttribute(name, value);
    if (n % 7 === 0) el.setAttribute('aria-label', value);
    el.setAttribute(`data-${PLANTED.slug}`, value);
    el.classList.add(PLANTED.slug, PLANTED.compound, PLANTED.token);
    if (n % 5 === 0 && !/^(?:input|select|option|textarea)$/.test(el.localName))
      el.append(document.createTextNode(` ${value}`));
  });
  const areas = [...document.querySelectorAll('main,dialog,[role=dialog],section')].slice(0, 4);
  for (const area of areas.length > 0 ? areas : [document.body])
    for (const value of VALUES) {
      const box = document.createElement('div');
      box.innerHTML = parts(value);
      area.append(box);
      const host = document.createElement('div');
      area.append(host);
      host.attachShadow({ mode: 'open' }).innerHTML = parts(value);
    }
}
