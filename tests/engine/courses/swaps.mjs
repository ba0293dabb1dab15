// Courses in which something else comes under the same document: another account, another unit.
import { JSDOM } from 'jsdom';

const parser = new JSDOM('').window;

/** Markup for the rule's first place of an account, for pages without one. */
const FRAME = {
  chatgpt:
    '<button type="button" data-testid="accounts-profile-button"><span ' +
    'class="truncate"></span></button>',
  gemini:
    '<a href="https://accounts.google.com/SignOutOptions?hl=en" aria-label=""><img alt=""></a>',
  github: '<meta name="user-login" content="">',
  x: '<a href="/" data-testid="AppTabBar_Profile_Link">Profile</a>',
};

/**
 * Two accounts of the page: their names, and the script that draws one of them.
 * @param {any} page
 */
function accountsOf(page) {
  const places = page.rule.account?.length ? page.rule.account : null;
  const names = places ? ['adalovelace', 'gracehopper'] : ['Mira Tolv', 'Runa Ek'];
  const doc = new parser.DOMParser().parseFromString(page.html, 'text/html');
  const frame =
    places && !doc.querySelector(places[0].css) ? `<div>${FRAME[page.rule.id]}</div>` : '';
  // two names are none
  const named = !places && doc.querySelector('header [aria-haspopup],nav [aria-haspopup]') !== null;
  return {
    names,
    frame,
    named,
    show: at => `__accounts(${JSON.stringify(places)}, ${JSON.stringify(names[at])})`,
  };
}

/**
 * Another unit of the same kind under the page's address.
 * @param {any} page
 * @returns {{unit: string, other: string, url: string}|null}
 */
function unitsOf(page) {
  const url = new URL(page.url);
  for (const pattern of page.rule.pages
    .flatMap(entry => entry.url)
    .map(text => new URLPattern(text))) {
    const found = pattern.exec(url.href);
    const unit =
      found &&
      [found.pathname, found.hostname, found.search, found.hash]
        .map(part => part.groups.unit)
        .find(Boolean);
    if (!unit || found.hostname.groups.unit) continue; // another host is another document
    const other = /^\d+$/.test(unit) ? [...unit].reverse().join('') : `lantern-${unit}`;
    return {
      unit: decodeURIComponent(unit),
      other: decodeURIComponent(other),
      url: url.href.replace(unit, other),
    };
  }
  return null;
}

/**
 * Another account signs in, or another unit comes under the same document: what was drawn of the
 * first stays for 3.2 s.
 */
export const SWAPS = [
  {
    id: 'a second account comes under the page',
    swaps: accountsOf,
    draw: it => `${it.show(0)}; setTimeout(() => { ${it.show(1)}; }, 7000);`,
    about: (it, at) => ({ account: it.names[at] }),
    flips: 3200,
  },
  {
    id: 'a second account comes and its setting does not',
    swaps: accountsOf,
    draw: it => `${it.show(0)}; setTimeout(() => { ${it.show(1)}; }, 7000);`,
    about: (it, at) => ({ account: it.names[at] }),
  },
  {
    id: 'another unit comes under the address',
    swaps: unitsOf,
    draw: it =>
      `setTimeout(() => __unit(${JSON.stringify(it.unit)}, ${JSON.stringify(it.other)}, ` +
      `${JSON.stringify(it.url)}), 7000);`,
    about: (it, at) => ({ unit: at ? it.other : it.unit }),
    flips: 3200,
    drawn: it => `__drawn(${JSON.stringify(it.unit)}, ${JSON.stringify(it.other)})`,
  },
  {
    id: 'another unit comes and its setting does not',
    swaps: unitsOf,
    draw: it =>
      `setTimeout(() => __unit(${JSON.stringify(it.unit)}, ${JSON.stringify(it.other)}, ` +
      `${JSON.stringify(it.url)}), 7000);`,
    about: (it, at) => ({ unit: at ? it.other : it.unit }),
  },
];
