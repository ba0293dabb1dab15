// What belongs to a person, put wherever a page can hold it. No four letters of it may be in a
// sample.

/** Words of no language; each is a name, an address, a number, a handle, a token of somebody. */
export const PLANTED = Object.freeze({
  name: 'Zoqvuqna Wexbrugh',
  mail: 'zoqvuqna@wexbrugh.jyxq',
  phone: '+49 8147 5520 936',
  handle: '@zqwexkand',
  picture: 'https://pyxqcdn.jyxq/kjqzv/9zt7q.png',
  token: 'tokq9fQ27xLmZ',
  slug: 'zoqvuqna-wexbrugh',
  compound: 'zoqvuqnaWexbrugh',
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
  'title alt placeholder data-user data-name data-user-id href src srcset action formaction ' +
  'poster ' +
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

/** Parts of a page, each with the next of what belongs to a person. @param {() => string} next */
const parts = next => `
  <p>${html(next())}</p><h2>${html(next())}</h2><!-- ${html(next())} -->
  <img alt="${next()}" src="${PLANTED.picture}">
  <svg><title>${next()}</title><path d="${next()}"/></svg>
  <script type="text/plain">${next()}</script><style>/* ${next()} */</style>
  <input value="${next()}" placeholder="${next()}"><textarea>${next()}</textarea>
  <input type="checkbox" value="${next()}" aria-label="${next()}">
  <input type="hidden" value="${next()}">
  <div contenteditable="true">${next()}</div><div role="textbox">${next()}</div>
  <select><option value="${next()}">${next()}</option><option selected>${next()} 2</option></select>
  <a href="https://jyxq.test/${next()}">${next()}</a><template><b>${next()}</b></template>
  <iframe srcdoc="<p>${next()}</p>"></iframe><noscript>${next()}</noscript>
  <zoqvuqna-wexbrugh>${next()}</zoqvuqna-wexbrugh><zoqvuqna>${next()}</zoqvuqna>
  <button>On <b>${next()}</b></button><input type="submit" value="${next()}">
  <label>${next()} <input type="checkbox" checked> On</label>
  <meter>${next()}</meter><object data="${next()}">${next()}</object>
  <details><summary>${next()}</summary>${next()}</details>`;

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
  const area = document.querySelector('[role=dialog],dialog,main') ?? document.body;
  let count = 0;
  const next = () => VALUES[count++ % VALUES.length];
  for (let n = 0; n < 3; n++, count++) {
    const box = document.createElement('div');
    box.innerHTML = parts(next);
    area.append(box);
    const host = document.createElement('div');
    area.append(host);
    host.attachShadow({ mode: 'open' }).innerHTML = parts(next);
  }
}
