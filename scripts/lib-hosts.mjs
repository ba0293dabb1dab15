// The hosts that the extension may ask for: those of the rules, and those of policies that are read
// in a tab, because the policy program cannot read them or may not be able to; and any one site on
// which the user pointed at a switch (docs/own-rules.md).
import { readFileSync } from 'node:fs';

const read = file => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

function covers(pattern, host) {
  const named = pattern.slice('https://'.length, -'/*'.length);
  return named.startsWith('*.')
    ? host === named.slice(2) || host.endsWith(named.slice(1))
    : host === named;
}

/** Never asked for as a whole: the site that the user pointed at, alone. */
export const ANY_SITE = 'https://*/*';

/** Match patterns, sorted; any site last. */
export function optionalHosts() {
  const { platforms } = read('../extension/rules/index.json');
  const rules = [...new Set(platforms.flatMap(platform => platform.hosts))];
  const known = new Set(platforms.map(({ id }) => id));
  const pages = read('../host/policy/watch/documents.json')
    .documents.filter(
      one => one.needs_scripts === true || (one.needs_scripts === null && known.has(one.platform)),
    )
    .map(one => new URL(one.url).hostname)
    .filter(host => !rules.some(pattern => covers(pattern, host)));
  const named = [...new Set([...rules, ...pages.map(host => `https://${host}/*`)])].sort();
  return [...named, ANY_SITE];
}
