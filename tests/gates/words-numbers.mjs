// Where the numbers of words.json stand besides what is made from it: bounds, the slug, errors with
// their code and exit status.

const PROTOCOL = 'host/PROTOCOL.md';
const POLICY = 'host/policy/POLICY.md';
const MANUAL = 'host/cli/optoutlog.1';
const CASE = 'tests/protocol/cases/303-platform.json';

const inside = (files, room) => [...files].filter(([file]) => file.startsWith(room));

// ---- Bounds
/** Where each bound is told; its group is the number. */
export const BOUNDS = [
  ['account', PROTOCOL, /^- `account`, `unit`: null, or a text of 1 to (\d+) bytes/m],
  ['unit', PROTOCOL, /^- `account`, `unit`: null, or a text of 1 to (\d+) bytes/m],
  ['raw', PROTOCOL, /^- `raw`: null, or a text of 1 to (\d+) bytes/m],
  ['label', PROTOCOL, /`label` text ≤ (\d+)/],
  ['lang', PROTOCOL, /`lang` text ≤ (\d+)/],
  ['route', PROTOCOL, /`route` text ≤ (\d+)/],
  ['byCount', PROTOCOL, /`by` list of ≤ (\d+) texts/],
  ['by', PROTOCOL, /`by` list of ≤ \d+ texts ≤ (\d+)/],
  ['rev', PROTOCOL, /`rev` whole number 0 to 2\^(\d+) − 1/, power => 2 ** power - 1],
  ['browser', PROTOCOL, /^- `browser`: null, or a text of 1 to (\d+) bytes/m],
  ['note', PROTOCOL, /^- `note`: null, or a text of 1 to (\d+) bytes/m],
  ['client', PROTOCOL, /`browser`\}: texts of at most (\d+) bytes/],
  ['entries', PROTOCOL, /`entries`: 1 to (\d+) objects/],
  ['history', PROTOCOL, /`limit` \(1 to (\d+), default/],
  ['note', 'host/cli/', /whom you wrote to \((\d+) bytes\)/],
  ['history', 'host/cli/', /How many \(1 to (\d+)/],
  ['history', 'host/cli/', /choice->limit[^;]*CLI::Range\(1, (\d+)\)/],
];

function wrongBounds({ bounds }, files) {
  return BOUNDS.flatMap(([name, room, mark, value = number => number]) => {
    const there = inside(files, room)
      .map(([file, text]) => [file, mark.exec(text)])
      .filter(([, match]) => match);
    if (there.length === 0) return [`${room}: the bound of ${name} is not there (${mark})`];
    return there
      .filter(([, match]) => value(Number(match[1])) !== bounds[name])
      .map(([file, match]) => `${file}: "${match[0]}": the bound of ${name} is ${bounds[name]}`);
  });
}

// ---- The slug
/** Patterns that are meant to be the slug's. */
export const SLUGS = [
  ['extension/rules/schema.json', /"slug": \{[^{}]*"pattern": "([^"]*)"/],
  ['extension/rules/none.schema.json', /"id": \{[^{}]*"pattern": "([^"]*)"/],
  ['extension/rules/none.schema.json', /"see": \{[^{}]*"pattern": "([^"]*)"/],
];
/** Another way to write it, which refused a--b. */
const OTHER = /\^\[a-z0-9\]\+\(\??:?-\[a-z0-9\]\+\)\*\$/;

function wrongSlugs({ slug }, files) {
  const patterns = SLUGS.flatMap(([file, mark]) => {
    const [, pattern] = mark.exec(files.get(file) ?? '') ?? [];
    return pattern === slug.pattern ? [] : [`${file}: ${mark}: the slug is ${slug.pattern}`];
  });
  const others = [...files]
    .filter(([file, text]) => /\.(?:m?js|json|ts)$/.test(file) && OTHER.test(text))
    .map(([file]) => `${file}: has a slug of its own; it is ${slug.pattern}`);
  const length = `1 to ${slug.most} of`;
  const told =
    files.get(PROTOCOL).includes(`A *slug* is ${length}`) && slug.says.startsWith(length);
  return [
    ...patterns,
    ...others,
    ...wrongExamples(slug, files),
    ...(told ? [] : [`${PROTOCOL}: a slug has 1 to ${slug.most} characters`]),
  ];
}

/** words.json agrees with itself, and the host is asked about each example. */
function wrongExamples({ pattern, most, good, bad }, files) {
  const is = new RegExp(pattern);
  const longest = 'a'.repeat(most);
  const wrong = [
    ...[...good, longest].filter(name => !is.test(name)),
    ...[...bad, `${longest}a`].filter(name => is.test(name)),
  ];
  const asked = { true: new Set(), false: new Set() };
  for (const { call, params, error } of JSON.parse(files.get(CASE)).steps) {
    if (call !== 'record') continue;
    for (const {
      $entry: { platform },
    } of params.entries)
      asked[error === undefined].add(platform);
  }
  return [
    ...wrong.map(name => `words.json: ${JSON.stringify(name)} is a wrong example of ${pattern}`),
    ...[...good, longest]
      .filter(name => !asked.true.has(name))
      .map(name => `${CASE}: the host is not asked to take ${name}`),
    ...[...bad, `${longest}a`]
      .filter(name => !asked.false.has(name))
      .map(name => `${CASE}: the host is not asked to refuse ${JSON.stringify(name)}`),
  ];
}

// ---- Errors
const tuple = ({ name, code, exit }) => `${name} (${code}, ${exit})`;
const differs = (file, is, has) => [
  ...is.filter(one => !has.includes(one)).map(one => `${file}: has no ${one}`),
  ...has.filter(one => !is.includes(one)).map(one => `${file}: ${one} is not in words.json`),
];

/** "20–29", "60–69, 71, 72" → the numbers */
const numbers = text =>
  text.split(', ').flatMap(part => {
    const [first, last = first] = part.split(/–| to /).map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });

/** "name status" of the exit statuses in PROTOCOL.md: `record.…` are all of that kind. */
function exitsOfProtocol(text, errors) {
  const [table = ''] = /^### Exit statuses[^]*?^## /m.exec(text) ?? [];
  return [...table.matchAll(/^\| (\d[\d–, ]*) \|(.*)\|$/gm)].flatMap(([, statuses, meaning]) => {
    const [, kind] = /^ `([a-z]+\.)…`/.exec(meaning) ?? [];
    const named = [...meaning.matchAll(/`([a-z]+\.[a-z-]+|internal)`/g)].map(([, name]) => name);
    const ofKind = errors.map(({ name }) => name).filter(name => name.startsWith(kind));
    return pairs(kind ? ofKind : named, numbers(statuses));
  });
}

/** The same of the manual page, where every name is written. */
function exitsOfManual(text) {
  const [section = ''] = /^\.SH EXIT STATUS\n[^]*?^\.SH /m.exec(text.replaceAll('\\-', '-')) ?? [];
  const entries = [...section.matchAll(/^\.B (\d[\d ,to]*)\n([^]*?)(?=^\.TP|^\.SH)/gm)];
  return entries.flatMap(([, statuses, meaning]) => {
    const names = [...meaning.matchAll(/\(([a-z]+\.[a-z-]+|internal)\)/g)].map(([, name]) => name);
    return pairs(names, numbers(statuses));
  });
}

/** One status is of all names; several are of one name each. */
function pairs(names, statuses) {
  if (names.length === 0) return [];
  const long = Math.max(names.length, statuses.length);
  return Array.from({ length: long }, (_, at) => `${names[at] ?? '?'} ${statuses[at] ?? '?'}`);
}

function wrongErrors({ errors: { list } }, files) {
  const own = list.filter(({ name }) => !name.startsWith('policy.'));
  const policy = list.filter(({ name }) => name.startsWith('policy.'));
  const [, rows = ''] = /^## 4\. Errors([^]*?)^When an error/m.exec(files.get(PROTOCOL)) ?? [];
  const codes = [...rows.matchAll(/^\| `([a-z-]+(?:\.[a-z-]+)?)` \| (-\d+) \|/gm)].map(
    ([, name, code]) => `${name} ${code}`,
  );
  const [, first, last] = /^\| `policy\.…` \| (-\d+) to (-\d+) \|/m.exec(rows) ?? [];
  const [, told = ''] = /^### Errors([^]*?)^## /m.exec(files.get(POLICY)) ?? [];
  const inPolicy = [
    ...told.matchAll(/`(policy\.[a-z-]+)`(?:\s\{[^}]*\})?\s\((-\d+),\s(\d+)\)/g),
  ].map(([, name, code, exit]) => tuple({ name, code, exit }));
  const exits = list.filter(({ exit }) => exit !== 0).map(({ name, exit }) => `${name} ${exit}`);
  // no command of ours reads frames
  const ofCommand = exits.filter(one => !/^(?:frame|channel)\./.test(one));
  return [
    ...differs(
      `${PROTOCOL}, errors`,
      own.map(({ name, code }) => `${name} ${code}`),
      codes,
    ),
    ...(Number(first) === policy[0].code && Number(last) === policy.at(-1).code
      ? []
      : [`${PROTOCOL}, errors: policy.… are ${policy[0].code} to ${policy.at(-1).code}`]),
    ...differs(`${POLICY}, errors`, policy.map(tuple), inPolicy),
    ...differs(`${PROTOCOL}, exit statuses`, exits, exitsOfProtocol(files.get(PROTOCOL), list)),
    ...differs(`${MANUAL}, exit status`, ofCommand, exitsOfManual(files.get(MANUAL))),
    ...wrongNames(list, files),
  ];
}

/** Every dotted name in the extension is an error's or a method's. */
function wrongNames(list, files) {
  const methods = [...files.get(POLICY).matchAll(/policy\.[a-z]+/g)].map(([name]) => name);
  const kinds = new Set(list.map(({ name }) => name.split('.')[0]));
  kinds.delete('internal');
  const names = new RegExp(`'((?:${[...kinds].join('|')})\\.[a-z-]*[a-z])'`, 'g');
  const modules = inside(files, 'extension/').filter(([file]) => file.endsWith('.js'));
  return modules.flatMap(([file, text]) =>
    [...text.matchAll(names)]
      .map(([, name]) => name)
      .filter(name => !methods.includes(name) && !list.some(one => one.name === name))
      .map(name => `${file}: ${name} is no error of words.json`),
  );
}

/** @returns {string[]} where a number or a name stands otherwise than in words.json */
export const wrongInNumbers = (words, files) => [
  ...wrongBounds(words, files),
  ...wrongSlugs(words, files),
  ...wrongErrors(words, files),
];
