/**
 * The address of a page as a sample tells it: the host of a platform, and of the path what the
 * platform's rule, or the trade, calls so. Anything else is `*`; queries are left out.
 */

const WORDS = new Set(
  `account accounts ai app apps auth blog content control controls data general home index me
  manage notifications personalization preferences privacy profile security setting settings
  training user users`.split(/\s+/),
);
/** Names of hosts that say nothing of a person. */
const HOSTS = new Set('www app my account accounts settings admin dashboard web m'.split(' '));

/** @param {any} rule @returns {Set<string>} the literal parts of its addresses */
function wordsOf(rule) {
  const urls = [
    ...rule.pages.flatMap((/** @type {any} */ page) => [...page.url, page.open ?? '']),
    ...(rule.decoys ?? []).flatMap((/** @type {any} */ decoy) => decoy.url ?? []),
  ];
  const paths = urls.map(url => url.replace(/^https:\/\/[^/]*/, '').replace(/:[a-z]\w*/gi, ''));
  return new Set(paths.flatMap(path => path.split(/[^A-Za-z0-9_.-]+/)).filter(Boolean));
}

/** @param {string} part @param {Set<string>} words */
const isPlain = (part, words) => words.has(part) || WORDS.has(part.toLowerCase());

/** @param {string} host @param {any} rule */
function hostOf(host, rule) {
  if (rule) {
    const match = rule.hosts
      .map((/** @type {string} */ one) => one.slice('https://'.length, -2))
      .find((/** @type {string} */ one) => one === host || host.endsWith(one.replace('*', '')));
    return match ?? '*';
  }
  if (!/\.[a-z-]{2,}$/.test(host)) return '*.invalid'; // a number of a machine, or its name
  const labels = host.split('.');
  const suffix = labels.length > 2 && labels.at(-1)?.length === 2 && isShort(labels.at(-2)) ? 2 : 1;
  const own = labels.slice(0, -suffix - 1).map(label => (HOSTS.has(label) ? label : '*'));
  return [...own, ...labels.slice(-suffix - 1)].join('.');
}
/** @param {string | undefined} label */
const isShort = label => /^(?:com?|net|org|edu|gov|ac|gob|ne|or|go)$/.test(label ?? '');

/**
 * @param {string} url of the tab
 * @param {any} rule a packaged one, or null
 * @returns {{ address: string, page: string | null, host: string }} `page`: the rule's, whose
 *   address it is
 */
export function addressOf(url, rule) {
  const { hostname, pathname, hash } = new URL(url);
  const words = rule ? wordsOf(rule) : new Set();
  const told = (/** @type {string} */ path) =>
    path.replace(/[^/]+/g, part => (isPlain(part, words) ? part : '*'));
  const host = hostOf(hostname, rule);
  const Pattern = /** @type {any} */ (globalThis).URLPattern;
  const page = rule?.pages.find((/** @type {any} */ one) =>
    one.url.some((/** @type {string} */ pattern) => new Pattern(pattern).test(url)),
  );
  const pane = /^#!?[a-z/]/i.test(hash) ? `#${told(hash.slice(1))}` : '';
  return {
    address: `https://${host}${told(pathname).split('/').slice(0, 12).join('/')}${pane}`,
    page: page?.id ?? null,
    host,
  };
}
