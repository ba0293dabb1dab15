// The small language of the case files: what "$…" means in something sent, and in something
// expected. README.md describes it for the tester; keep the two alike.
import { createHash } from 'node:crypto';

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The entry that `{"$entry": {…}}` starts from. */
const ENTRY = {
  id: '$uuid:1',
  at: '$now',
  platform: 'linkedin',
  control: 'genai-training',
  account: 'ada-l',
  unit: null,
  basis: 'seen',
  training: 'denied',
  why: 'ok',
  sure: 'sure',
  actor: 'none',
  raw: 'off',
  evidence: {
    label: 'Use my data for training content creation AI models',
    lang: 'en',
    route: '/mypreferences/d/settings/data-for-ai-improvement',
    by: ['role', 'attr'],
    rule: 'linkedin',
    rev: 3,
  },
  browser: 'chromium 156',
};

/** The same label gives the same UUID within a case and another one in every other case and run. */
function uuid(label, scope) {
  const hex = createHash('sha256').update(`${scope.secret}/${label}`).digest('hex');
  return (
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-` +
    `${hex.slice(20, 32)}`
  );
}

function time(text, scope) {
  const found = /^\$now(?:([+-])(\d+)(ms|s|m|h|d))?$/.exec(text);
  if (!found) return undefined;
  const shift = found[1] ? Number(found[2]) * UNITS[found[3]] * (found[1] === '-' ? -1 : 1) : 0;
  return new Date(scope.now() + shift).toISOString();
}

function expandText(text, scope) {
  if (!text.includes('$')) return text;
  const moment = time(text, scope);
  if (moment) return moment;
  const whole = /^\$saved:([\w-]+)$/.exec(text);
  if (whole) {
    if (!(whole[1] in scope.saved)) throw new Error(`nothing was saved as ${whole[1]}`);
    return scope.saved[whole[1]];
  }
  return text
    .replaceAll('$#', scope.index === undefined ? '$#' : String(scope.index))
    .replaceAll('$chromium', scope.ids.chromium[0])
    .replaceAll('$firefox', scope.ids.firefox[0])
    .replaceAll('$data', scope.data)
    .replaceAll('$home', scope.home)
    .replace(/\$uuid:([\w-]+)/g, (_, label) => uuid(label, scope));
}

/** A value of a case file as it is sent. */
export function expand(value, scope) {
  if (typeof value === 'string') return expandText(value, scope);
  if (Array.isArray(value)) return value.map(item => expand(item, scope));
  if (value === null || typeof value !== 'object') return value;
  if ('$entry' in value) {
    const { evidence, ...rest } = value.$entry;
    const merged = { ...ENTRY, ...rest };
    if (
      evidence === null ||
      evidence === '$absent' ||
      Array.isArray(evidence) ||
      typeof evidence === 'string'
    )
      merged.evidence = evidence;
    else if (evidence) merged.evidence = { ...ENTRY.evidence, ...evidence };
    return expand(merged, scope);
  }
  if ('$repeat' in value) return value.$repeat[0].repeat(value.$repeat[1]);
  if ('$each' in value) {
    return Array.from({ length: value.$each }, (_, index) =>
      expand(value.of, { ...scope, index: index + (value.from ?? 0) }),
    );
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== '$absent')
      .map(([key, item]) => [key, expand(item, scope)]),
  );
}

const NAMED = {
  $any: () => true,
  $string: got => typeof got === 'string' && got.length > 0,
  $int: got => Number.isSafeInteger(got),
  $uuid: got => typeof got === 'string' && UUID.test(got),
  $time: got => typeof got === 'string' && TIME.test(got) && !Number.isNaN(Date.parse(got)),
  $during: (got, scope) =>
    NAMED.$time(got) && Date.parse(got) >= scope.started && Date.parse(got) <= Date.now(),
  $hash: got => typeof got === 'string' && /^[0-9a-f]{64}$/.test(got),
  $array: got => Array.isArray(got),
  $object: got => got !== null && typeof got === 'object' && !Array.isArray(got),
};

/** A complaint about one place, as differences() gives it. */
const wrongAt = (place, got) => text => [
  `${place}: ${text}, got ${JSON.stringify(got)?.slice(0, 300) ?? 'nothing'}`,
];

/** The differences from an object whose first word, `$…`, says how to compare; else undefined. */
function byMark(expected, got, scope, place, wrong) {
  if ('$save' in expected) {
    scope.saved[expected.$save] = got;
    return differences(expected.as ?? '$any', got, scope, place);
  }
  if ('$match' in expected)
    return new RegExp(expected.$match, 'u').test(got)
      ? []
      : wrong(`expected text like /${expected.$match}/`);
  if ('$length' in expected)
    return got?.length === expected.$length
      ? []
      : wrong(`expected length ${expected.$length}, is ${got?.length}`);
  if ('$oneOf' in expected)
    return expected.$oneOf.some(item => !differences(item, got, scope).length)
      ? []
      : wrong(`expected one of ${JSON.stringify(expected.$oneOf)}`);
  if ('$has' in expected) {
    if (!Array.isArray(got)) return wrong('expected a list');
    return expected.$has.flatMap(item =>
      got.some(each => !differences(item, each, scope).length)
        ? []
        : wrong(`expected an item like ${JSON.stringify(expand(item, scope))}`),
    );
  }
  if ('$lacks' in expected) {
    return expected.$lacks.flatMap(item =>
      got?.some?.(each => !differences(item, each, scope).length)
        ? wrong(`expected no item like ${JSON.stringify(expand(item, scope))}`)
        : [],
    );
  }
  if ('$each' in expected) {
    const items = expand(expected, scope);
    return differences(items, got, scope, place);
  }
  if ('$entry' in expected || '$repeat' in expected)
    return differences(expand(expected, scope), got, scope, place);
  if ('$exact' in expected) {
    const extra = Object.keys(got ?? {}).filter(key => !(key in expected.$exact));
    return [
      ...(extra.length ? wrong(`unexpected members ${extra.join(', ')}`) : []),
      ...differences(expected.$exact, got, scope, place),
    ];
  }
  return undefined;
}

/**
 * Compares what came with what is expected. An object in the case is a subset: further members are
 * allowed. Arrays have the same length.
 * @returns {string[]} the differences, each with its place; empty when it fits
 */
export function differences(expected, got, scope, place = '$') {
  const wrong = wrongAt(place, got);
  if (typeof expected === 'string' && expected in NAMED) {
    return NAMED[expected](got, scope) ? [] : wrong(`expected ${expected}`);
  }
  if (expected === '$absent') return got === undefined ? [] : wrong('expected no such member');
  if (expected !== null && typeof expected === 'object' && !Array.isArray(expected)) {
    const said = byMark(expected, got, scope, place, wrong);
    if (said) return said;
    if (got === null || typeof got !== 'object' || Array.isArray(got))
      return wrong('expected an object');
    return Object.entries(expected).flatMap(([key, item]) =>
      differences(item, got[key], scope, `${place}.${key}`),
    );
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length)
      return wrong(`expected a list of ${expected.length}`);
    return expected.flatMap((item, index) =>
      differences(item, got[index], scope, `${place}[${index}]`),
    );
  }
  const plain = expand(expected, scope);
  // Wine shows this system's / as drive Z:, and its program names files so.
  if (plain !== expected && typeof got === 'string' && got.startsWith('Z:\\'))
    got = got.slice(2).replaceAll('\\', '/');
  return Object.is(plain, got) ? [] : wrongAt(place, got)(`expected ${JSON.stringify(plain)}`);
}
