// Where the words of words.json stand besides the two files that are made from it. A place is found
// by what stands in it, not by its file's name: files move. words-check.mjs compares.

// ---- How words are read out of a text
const all = (text, pattern) =>
  [...text.matchAll(pattern)].map(found => found.slice(1).find(one => one !== undefined));
const quoted = text => all(text, /'([^']*)'|"([^"]*)"/g);
const ticked = text => all(text, /`"?([^`"]*)"?`/g);
const spaced = text => text.trim().split(/\s+/);
const keys = text => all(text, /(?:^|[{,\n])\s*(?:'([^']+)'|([a-z]+)):/g);
/** The first and the second word of each {"word", …} of a table in C++. */
const firsts = text => all(text, /\{"([^"]*)",/g);
const seconds = text => all(text, /\{"[^"]*", "([^"]*)"\}/g);
/** words::LIST::kTwoWords → two-words */
const constants = text =>
  all(text, /words::\w+::k(\w+)/g).map(name => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase());
/** `reason` of RECORD.md, section 7: behind "else", and as a word before what it means. */
const reasons = text => all(text, /\(else\s+`([^`]+)`|(?:and adds|, )[^`(]*`([^`]+)` \(/g);

// ---- How a place is found
const union = name => new RegExp(`type ${name} =([^;]*);`);
const member = name => new RegExp(`\\b${name}\\??: ((?:\\w+ \\| )?'[^;]*);`);
/** A constant list or set of JavaScript, and a table without tables in it. */
const constant = name => new RegExp(`const ${name} = (?:new Set\\()?\\[([^\\]]*)\\]`);
const table = name => new RegExp(`const ${name} = [^\\n]*\\{(\\n[^]*?)\\n\\}`);
/** A property of a JSON schema. */
const enumeration = name => new RegExp(`"${name}": \\{[^{}]*"enum": \\[([^\\]]*)\\]`, 'g');
/** A function of C++ that begins so. */
const body = start => new RegExp(`${start}[^;{]*\\{([^]*?)\\n\\}`);

/**
 * @typedef {object} Place
 * @property {string} room the file, or the folder (with its slash) in which it stands somewhere
 * @property {string} name for the report
 * @property {RegExp} mark what stands there; its group is what is read
 * @property {(text: string) => string[]} take the words in that
 * @property {string[]} lists of words.json
 * @property {boolean} whole all words of the lists stand there; else some of them
 */
const place = (room, name, mark, take, lists, whole = true) => ({
  room,
  name,
  mark,
  take,
  lists: [lists].flat(),
  whole,
});
const part = (room, name, mark, take, lists) => place(room, name, mark, take, lists, false);

const TYPES = 'extension/shared/record.d.ts';
const PLATFORM = 'extension/shared/platform.d.ts';
const RULE = 'extension/content/rule.d.ts';
const LOOK = 'extension/content/look.d.ts';
const FACTS = 'extension/content/facts.d.ts';
const MESSAGE = 'extension/content/message.d.ts';
const SCHEMA = 'extension/rules/schema.json';
const NONE = 'extension/rules/none.schema.json';
const PROTOCOL = 'host/PROTOCOL.md';
const RECORD = 'host/RECORD.md';
const VERDICT = 'docs/verdict.md';
const RULES_READ = 'tests/pages/README.md';

/** @type {Place[]} */
export const PLACES = [
  place(TYPES, 'Training', union('Training'), quoted, 'training'),
  place(TYPES, 'Sure', union('Sure'), quoted, 'sure'),
  place(TYPES, 'Actor', union('Actor'), quoted, 'actor'),
  place(TYPES, 'Basis', union('Basis'), quoted, 'basis'),
  place(TYPES, 'How', union('How'), quoted, 'how'),
  place(TYPES, 'Again', union('Again'), quoted, 'again'),
  place(TYPES, 'FormStep', union('FormStep'), quoted, 'seenStep'),
  place(TYPES, 'Why', union('Why'), quoted, 'why'),
  place(TYPES, 'kept', member('kept'), quoted, 'kept'),
  place(TYPES, 'returned', member('returned'), quoted, 'returned'),
  place(PLATFORM, 'Without.kind', /interface Without \{[^}]*?kind: ([^;]*);/, quoted, 'without'),

  place(RULE, 'Grade', union('Grade'), quoted, 'grade'),
  place(RULE, 'Kind', union('Kind'), quoted, 'kind'),
  place(RULE, 'Unit.is', /interface Unit \{\s*is: ([^;]*);/, quoted, 'unit'),
  place(RULE, 'onMeans', member('onMeans'), quoted, 'onMeans'),
  part(RULE, 'proves', member('proves'), quoted, 'training'),
  place(LOOK, 'Raw', union('Raw'), quoted, 'raw'),
  part(LOOK, 'Doubt', /type Doubt = '' \|([^;]*);/, quoted, 'why'),
  place(MESSAGE, 'actor', member('actor'), quoted, 'actor'),
  part(LOOK, 'atMost', member('atMost'), quoted, 'sure'),
  part(FACTS, 'atMost', member('atMost'), quoted, 'sure'),
  part(LOOK, 'Meaning.why', /interface Meaning \{[^]*?why: ([^;]*);/, quoted, 'why'),
  part(MESSAGE, 'Reading.basis', /basis: ('seen');/, quoted, 'basis'),

  place(SCHEMA, 'training', enumeration('training'), quoted, 'training'),
  place(SCHEMA, 'why', enumeration('why'), quoted, 'why'),
  place(SCHEMA, 'sure', enumeration('sure'), quoted, 'sure'),
  place(SCHEMA, 'actor', enumeration('actor'), quoted, 'actor'),
  place(SCHEMA, 'form', /"form": \{[^{}]*"items": \{ "enum": \[([^\]]*)\]/, quoted, 'seenStep'),
  place(SCHEMA, 'kind', /"kind": \{ "description"[^{}]*"enum": \[([^\]]*)\]/, quoted, 'kind'),
  part(SCHEMA, 'kind of a control', /"kind": \{ "enum": \[([^\]]*)\]/, quoted, 'kind'),
  place(SCHEMA, 'grade', enumeration('grade'), quoted, 'grade'),
  place(SCHEMA, 'onMeans', enumeration('onMeans'), quoted, 'onMeans'),
  part(SCHEMA, 'proves', enumeration('proves'), quoted, 'training'),
  part(SCHEMA, 'default', enumeration('default'), quoted, 'training'),
  place(SCHEMA, 'unit', enumeration('is'), quoted, 'unit'),
  place(NONE, 'kind', enumeration('kind'), quoted, 'without'),
  place(NONE, 'trains', enumeration('trains'), quoted, 'trains'),
  place(NONE, 'grade', enumeration('grade'), quoted, 'grade'),

  place(PROTOCOL, 'basis', /^- `basis`: required;(.*)$/m, ticked, 'basis'),
  place(PROTOCOL, 'training', /^- `training`:.*required, (.*)\. `form`/m, ticked, 'training'),
  place(PROTOCOL, 'why', /^`why`: `([^`]*)`\./m, spaced, 'why'),
  place(PROTOCOL, 'sure', /^- `sure`: null,(.*?)\. /m, ticked, 'sure'),
  place(PROTOCOL, 'actor', /^- `actor`:(.*?)\. /m, ticked, 'actor'),
  place(PROTOCOL, 'steps', /^- `raw`:.*`form`: required,(.*?)\. /m, ticked, 'step'),
  place(PROTOCOL, 'sayings', /^- `raw`:.*`unknown`: required,(.*?) \(/m, ticked, 'saying'),
  place(PROTOCOL, 'how', /^- `how`: null,(.*?); /m, ticked, 'how'),
  place(
    PROTOCOL,
    'effects',
    /^Result: `results`, .*`effect`\.\n\n((?:- .*\n)+)/m,
    text => all(text, /^- `([^`]*)`/gm),
    'effect',
  ),
  place(
    PROTOCOL,
    'kept',
    /^- `kept`: [^:]*:(.*)null \(/m,
    text => ticked(text.replace(/\([^)]*\)/g, '')),
    'kept',
  ),
  place(
    PROTOCOL,
    'returned',
    /^- `returned`:(.*):/m,
    text => ticked(text).filter(word => !['true', 'false'].includes(word)),
    'returned',
  ),
  place(PROTOCOL, 'what', /; `what`: (`platform`.*?); `seq`/, ticked, 'erased'),
  part(PROTOCOL, 'steps that ask', /^Form steps: (`[^]*?sets)/m, ticked, 'step'),
  place(RECORD, 'what', /`what` \(`([^`]*)`\); `count`/, spaced, 'erased'),
  place(RECORD, 'reasons', /^## 7\. Verifying([^]*?)^## 8/m, reasons, 'broken'),
  place(
    RECORD,
    'why a token does not hold',
    /What fails first is `why`, in this order:([^]*?)^\*\*Who vouches/m,
    text => [...new Set(all(text, /\(else\s+`([^`]+)`|; else\s+`([^`]+)`|\(else `([^`]+)`/g))],
    'token',
  ),
  place(
    RECORD,
    'who vouches for a root',
    /^\*\*Who vouches for the root\*\*([^]*?)Whoever/m,
    text => all(text, /`([^`]+)`,/g),
    'anchor',
  ),
  part(
    'host/policy/stamp/',
    'what is wrong with a token',
    /words::token::(k\w+)/,
    text => constants(`words::token::${text}`),
    'token',
  ),
  part(
    'host/policy/witness/',
    'how a witness was judged',
    /words::witness::(k\w+)/,
    text => constants(`words::witness::${text}`),
    'witness',
  ),
  place('host/bundle/page/witness.js', 'whys', constant('WITNESS_WHY'), quoted, 'witness'),
  place(VERDICT, 'again', /^`again` says why[^:]*:(.*?)\. /m, ticked, 'again'),
  place(VERDICT, 'kept', /a line says `kept` \(([^)]*)\)/, ticked, 'kept'),
  part(VERDICT, 'what a doubt says', /What casts doubt on it,.*:\n\n([^]*?)\n\n/, ticked, 'why'),
  place(RULES_READ, 'kind', /^- `kind`:(.*)$/m, ticked, 'kind'),
  place(RULES_READ, 'onMeans', /^- `onMeans`:(.*?)for look-alikes/m, ticked, 'onMeans'),

  place(
    'host/service/',
    'reasons in words',
    body('std::string reason\\('),
    text => ['ok', ...all(text, /why == "(no-access)"/g), ...firsts(text)],
    'why',
  ),
  place('host/service/', 'steps in words', body('std::string step\\('), firsts, [
    'step',
    'way',
    'saying',
  ]),
  part(
    'host/record/',
    'what is broken, in words',
    body('std::string sentence\\('),
    firsts,
    'broken',
  ),
  part(
    'host/record/',
    'what is found broken',
    /\bfail\([^";]*"([a-z-]+)"\)/,
    word => [word],
    'broken',
  ),
  part('host/record/', 'what SQLite finds', /\bBroken\{0, "([a-z-]+)"/, word => [word], 'broken'),
  place(
    'host/record/',
    'Training',
    body('std::string_view to_word\\(Training '),
    constants,
    'training',
  ),
  place('host/record/', 'Basis', body('std::string_view to_word\\(Basis '), constants, 'basis'),
  place('host/record/', 'Kept', body('std::string_view to_word\\(Kept '), constants, 'kept'),
  place('host/record/', 'Effect', body('std::string_view to_word\\(Effect '), constants, 'effect'),
  place('host/record/', 'How', body('How how_of\\('), constants, 'how'),
  place(
    'host/record/',
    'what was erased',
    body('std::string_view Scope::word\\(\\)'),
    constants,
    'erased',
  ),
  place('host/cli/', 'ways', /(\{"app", [^;]*);/, seconds, 'way'),
  part(
    'host/cli/',
    'basis of what is declared',
    /> table = \{\s*(\{"denied", [^;]*);/,
    text => all(text, /\{"([a-z]+)", "[a-z]+", (?:nullptr|")/g),
    'basis',
  ),
  part(
    'host/cli/',
    'training of it',
    /> table = \{\s*(\{"denied", [^;]*);/,
    text => all(text, /\{"[a-z]+", "([a-z]+)", (?:nullptr|")/g),
    'training',
  ),
  part(
    'host/cli/',
    'what is declared',
    /> table = \{\s*(\{"denied", [^;]*);/,
    text => all(text, /\{"[a-z]+", "[a-z]+", "([a-z-]+)"/g),
    ['step', 'saying'],
  ),

  place('extension/', 'WHY_TEXT', table('WHY_TEXT'), keys, 'why'),
  part('extension/', 'RECORDED', constant('RECORDED'), quoted, 'why'),
  part('extension/', 'FOUND', constant('FOUND'), quoted, 'why'),
  part('extension/', 'REPORTED', constant('REPORTED'), quoted, 'why'),
  part(
    'extension/',
    'KINDS of what the user says',
    table('KINDS'),
    text => all(text, /raw: '([^']*)'/g),
    ['way', 'step'],
  ),
  place('extension/', 'STEPS', table('STEPS'), keys, 'step'),
  part('extension/', 'SAID_STEPS', table('SAID_STEPS'), keys, 'step'),
  place('extension/', 'PLAIN_STEPS', table('PLAIN_STEPS'), keys, 'step'),
  part('extension/', 'WAYS', table('WAYS'), keys, ['way', 'saying']),
  part(
    'extension/',
    'what the user can choose',
    /(\['in-app', 'fact[^;]*);/,
    text => all(text, /\['([^']*)', 'fact/g),
    ['way', 'step'],
  ),
  part(
    'extension/',
    'NEXT',
    /const NEXT = [^\n]*\(\{([^}]*)\}\)/,
    text => [...keys(text), ...quoted(text)],
    'step',
  ),
  part('extension/', 'steps that are looked for', /\bof\(\[([^\]]*)\]\)/, quoted, 'step'),
  place('scripts/', 'KINDS in words', /const KINDS = \{([^}]*)\};/, keys, 'kind'),
  place('scripts/', 'TRAINS in words', /const TRAINS = \{([^}]*)\};/, keys, 'trains'),
  part('scripts/', 'kinds of a new rule', constant('KINDS'), quoted, 'kind'),
  part('tests/behaviour/', 'what is recorded', /const KEPT = \[([^\]]*)\]/, quoted, 'why'),
];
