// What the programs know of each platform and control, for people who read the log without the
// extension: the same rules, in the one shape that host/service/known.h reads.

/** A text as C++ writes it. A line feed parts the texts of one list. */
const quoted = text => JSON.stringify(text);
const lines = texts => quoted(texts.join('\n'));

const REGION = { EEA: 'EEA', EU: 'EU', GB: 'United Kingdom', US: 'United States' };
const names = new Intl.DisplayNames('en', { type: 'region' });
const regionName = code => REGION[code] ?? names.of(code);

/**
 * Facts about regions, each with its own: "EEA, Switzerland: …". What holds for the world may stand
 * beside a narrower one.
 */
function regionTexts(facts) {
  const world = facts.some(({ regions }) => !regions.includes('world'))
    ? 'Other regions'
    : 'All regions';
  return facts.map(
    ({ regions, text }) =>
      `${regions.map(code => (code === 'world' ? world : regionName(code))).join(', ')}: ${text}`,
  );
}

/**
 * Where the GDPR, or the United Kingdom's own, can apply: not where the platform is known to offer
 * this elsewhere only.
 */
export function gdprCanApply(regions) {
  const offered = (regions ?? []).filter(fact => fact.offered).flatMap(fact => fact.regions);
  return (
    offered.length === 0 || offered.some(region => ['world', 'EEA', 'EU', 'GB'].includes(region))
  );
}

/**
 * What "on" can be said of: a switch whose "on" is training by the platform itself. Of everything
 * else (a choice, a switch that refuses when it is on, a permission for others) only what it allows
 * is said. kOther is not about training at all.
 */
function kindOf(rule, same) {
  const [first] = same;
  if (first.form) return 'kForm';
  const kind = first.kind ?? rule.kind;
  if (kind === 'not-training') return 'kOther';
  const plain =
    kind === 'toggle' &&
    rule.trainers !== 'others' &&
    same.every(entry => entry.onMeans === 'training');
  return plain ? 'kSwitch' : 'kSetting';
}

/**
 * @param {{rule: any}[]} rules
 * @param {any} none the platforms without a control
 * @returns {string} host/service/known.inc
 */
export function knownText(rules, none) {
  const platforms = [];
  const controls = [];
  for (const { rule } of rules) {
    const open = (
      rule.pages.find(page => page.open)?.open ?? rule.hosts[0].replace('*.', 'www.')
    ).replace('/*', '/');
    platforms.push([
      quoted(rule.id),
      quoted(rule.name),
      quoted(new URL(open).hostname),
      rule.trainers === 'others',
      gdprCanApply(rule.regions),
      lines(regionTexts(rule.regions ?? [])),
      quoted(open),
    ]);
    const all = [...(rule.controls ?? []), ...(rule.forms ?? [])].filter(entry => !entry.part);
    for (const id of new Set(all.map(entry => entry.id))) {
      const same = all.filter(entry => entry.id === id);
      const [{ name, unit, scope }] = same;
      controls.push([
        quoted(rule.id),
        quoted(id),
        quoted(name),
        `Kind::${kindOf(rule, same)}`,
        quoted(unit?.is ?? 'account'),
        same.some(entry => entry.proves),
        lines(scope.covers.map(({ text }) => text)),
        lines(scope.not.map(({ text }) => text)),
      ]);
    }
  }
  const ours = new Set(rules.map(({ rule }) => rule.id));
  for (const { id, name, domains } of none?.platforms ?? []) {
    if (!ours.has(id))
      platforms.push([
        ...[quoted(id), quoted(name), quoted(domains[0] ?? ''), false, true],
        ...[quoted(''), quoted('')],
      ]);
  }
  const table = (type, name, rows) =>
    `constexpr ${type} ${name}[] = {\n` +
    `${rows.map(row => `    {${row.join(', ')}},`).join('\n')}\n};\n`;
  return (
    '// Generated from extension/rules by scripts/make-routes.mjs. Do not edit.\n' +
    table('Platform', 'kPlatforms', platforms) +
    table('Control', 'kControls', controls)
  );
}
