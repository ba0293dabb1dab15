// What the programs know of each platform and control, for people who read the log without the
// extension: the same rules, in the one shape that host/service/known.h reads.

/** A text as C++ writes it. A line feed parts the texts of one list. */
const quoted = text => JSON.stringify(text);
/** Parts of a fact are parted by tabs: its text, its key in the languages, its source, its day. */
const lines = facts =>
  quoted(
    facts.map(({ text, key, source, seen }) => [text, key, source, seen].join('\t')).join('\n'),
  );

/** Names that Intl does not have: the EEA, all regions, those that no other fact names. */
const REGIONS = {
  ar: ['المنطقة الاقتصادية الأوروبية', 'كل المناطق', 'المناطق الأخرى'],
  de: ['EWR', 'Alle Regionen', 'Andere Regionen'],
  en: ['EEA', 'All regions', 'Other regions'],
  es: ['EEE', 'Todas las regiones', 'Otras regiones'],
  fr: ['EEE', 'Toutes les régions', 'Autres régions'],
  it: ['SEE', 'Tutte le regioni', 'Altre regioni'],
  ja: ['EEA', 'すべての地域', 'その他の地域'],
  nl: ['EER', 'Alle regio’s', 'Andere regio’s'],
  pl: ['EOG', 'Wszystkie regiony', 'Inne regiony'],
  pt_BR: ['EEE', 'Todas as regiões', 'Outras regiões'],
};
const tagOf = language => language.replace('_', '-');

/**
 * Facts about regions, each with its own: "EEA, Switzerland: …". What holds for the world may stand
 * beside a narrower one.
 */
function regionFacts(facts, language = 'en', textOf = ({ text }) => text) {
  const [eea, all, others] = REGIONS[language];
  const names = new Intl.DisplayNames(tagOf(language), { type: 'region' });
  const world = facts.some(({ regions }) => !regions.includes('world')) ? others : all;
  const named = { EEA: eea, EU: 'EU', world };
  const list = regions => regions.map(code => named[code] ?? names.of(code));
  return facts.map(fact => ({
    ...fact,
    text: `${list(fact.regions).join({ ar: '، ', ja: '、' }[language] ?? ', ')}: ${textOf(fact)}`,
  }));
}

/** What of a rule is told to people: of its regions and of its controls and forms. */
const toldOf = rule => [...(rule.controls ?? []), ...(rule.forms ?? [])].filter(one => !one.part);

/**
 * The facts in another language, by their keys: host/service/words/rules.
 * @param {{rule: any}[]} rules
 * @param {string} language of `_locales`
 * @param {Record<string, { message: string }>} messages its
 * @returns {string} JSON
 */
export function factsText(rules, language, messages) {
  const textOf = ({ key }) => messages[key].message;
  const texts = {};
  for (const { rule } of rules) {
    const facts = toldOf(rule).flatMap(({ scope }) => [...scope.covers, ...scope.not]);
    const told = facts.map(fact => ({ ...fact, text: textOf(fact) }));
    for (const { key, text } of [...told, ...regionFacts(rule.regions ?? [], language, textOf)]) {
      if ((texts[key] ??= text) !== text) throw new Error(`${key} says two things in ${language}`);
    }
  }
  return `${JSON.stringify(texts, null, 1)}\n`;
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
      lines(regionFacts(rule.regions ?? [])),
      quoted(open),
    ]);
    const all = toldOf(rule);
    for (const id of new Set(all.map(entry => entry.id))) {
      const same = all.filter(entry => entry.id === id);
      const [{ name, unit, scope, source }] = same;
      controls.push([
        quoted(rule.id),
        quoted(id),
        quoted(name),
        `Kind::${kindOf(rule, same)}`,
        quoted(unit?.is ?? 'account'),
        same.some(entry => entry.proves),
        lines(scope.covers),
        lines(scope.not),
        quoted(source?.url ?? ''),
        quoted(source?.seen ?? ''),
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
