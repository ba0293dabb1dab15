// The types of the content engine mean something: what is misspelt in it is an error, nothing in it
// is "any", and the rules are what rule.d.ts says. One program is read once; a planted fault
// replaces the text of one file of it in memory.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { readRules } from '../../scripts/lib-rules.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const content = path.join(root, 'extension/content');
const config = ts.getParsedCommandLineOfConfigFile(
  path.join(root, 'tsconfig.content.json'),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: found => assert.fail(told(found)) },
);
const own = file => path.normalize(file).startsWith(content + path.sep);

/**
 * A program in which some files have another text, or are added.
 * @param {Map<string, string>} texts by path
 */
function programOf(texts, before) {
  const host = ts.createCompilerHost(config.options);
  const kept = { ...host };
  host.fileExists = file => texts.has(path.normalize(file)) || kept.fileExists(file);
  host.readFile = file => texts.get(path.normalize(file)) ?? kept.readFile(file);
  host.getSourceFile = (file, ...how) => {
    const text = texts.get(path.normalize(file));
    if (text !== undefined) return ts.createSourceFile(file, text, ...how);
    return before?.getSourceFile(file) ?? kept.getSourceFile(file, ...how);
  };
  return ts.createProgram(
    [...new Set([...config.fileNames, ...texts.keys()])],
    config.options,
    host,
    before,
  );
}

/** @param {import('typescript').Diagnostic} found @returns {string} where and what */
function told(found) {
  const { file, start = 0 } = found;
  const at = file
    ? `${path.basename(file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}: `
    : '';
  return `${at}TS${found.code} ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`;
}

/**
 * Types in comments too.
 * @param {import('typescript').SourceFile} file
 * @param {(node: import('typescript').Node) => void} visit
 */
function everyNode(file, visit) {
  const walk = node => {
    visit(node);
    for (const doc of node.jsDoc ?? []) walk(doc);
    ts.forEachChild(node, walk);
  };
  walk(file);
}

const whole = programOf(new Map());
const files = whole.getSourceFiles().filter(file => own(file.fileName));
const name = file => path.relative(content, path.normalize(file.fileName));
const line = node => node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

test('the content scripts are checked, all of them, as strictly as the rest', () => {
  assert.deepEqual(config.errors.map(told), []);
  for (const option of ['strict', 'checkJs', 'noEmit'])
    assert.equal(config.options[option], true, option);
  const loosened = Object.keys(config.options).filter(
    option => /^(?:noImplicit|strict|useUnknown)/.test(option) && config.options[option] === false,
  );
  assert.deepEqual(loosened, []);
  assert.equal(config.options.skipLibCheck, false, 'else no .d.ts file of ours is checked');
  const there = readdirSync(content, { recursive: true })
    .map(String)
    .filter(file => /\.(js|ts)$/.test(file));
  assert.deepEqual(files.map(name).sort(), there.sort());
  for (const file of files)
    assert.doesNotMatch(file.text, /@ts-(?:ignore|nocheck|expect-error)/, name(file));
});

test('the content scripts have no error', () => {
  assert.deepEqual(ts.getPreEmitDiagnostics(whole).map(told), []);
});

/**
 * The four kinds of name that nothing but a type can check: of a rule, of a verdict, of a message,
 * of the namespace.
 */
const FAULTS = [
  {
    file: 'weigh.js',
    piece: 'entry.onMeans',
    fault: 'entry.onMeens',
    says: /'onMeens' does not exist/,
  },
  { file: 'say.js', piece: 'verdict.sure', fault: 'verdict.shure', says: /'shure' does not exist/ },
  {
    file: 'say.js',
    piece: "actor: verdict.how === 'changed' ? 'user' :",
    fault: "actor: verdict.how === 'changed' ? 'users' :",
    says: /"users"/,
  },
  {
    file: 'verdicts.js',
    piece: 'decide.choose(list)',
    fault: 'decide.chose(list)',
    says: /'chose' does not exist/,
  },
];
for (const { file, piece, fault, says } of FAULTS) {
  test(`a fault is an error: ${fault} in ${file}`, () => {
    const full = path.join(content, file);
    const text = readFileSync(full, 'utf8');
    const at = text.indexOf(piece);
    assert.ok(at >= 0, `${file} has no ${piece} any more: plant the fault elsewhere`);
    const planted = programOf(
      new Map([[full, text.slice(0, at) + fault + text.slice(at + piece.length)]]),
      whole,
    );
    const found = planted.getSemanticDiagnostics(planted.getSourceFile(full)).map(told);
    const expected = `${file}:${text.slice(0, at).split('\n').length}: `;
    assert.ok(
      found.some(one => one.startsWith(expected) && says.test(one)),
      `expected an error at ${expected}got ${JSON.stringify(found)}`,
    );
  });
}

const ANY = [ts.SyntaxKind.AnyKeyword, ts.SyntaxKind.JSDocAllType, ts.SyntaxKind.JSDocUnknownType];
test('no type in the content scripts is "any", written or not', () => {
  const written = [];
  const silent = [];
  const checker = whole.getTypeChecker();
  for (const file of files) {
    everyNode(file, node => {
      if (
        ANY.includes(node.kind) ||
        (ts.isTypeReferenceNode(node) &&
          /^(?:Loose|Function|Object)$/.test(node.typeName.getText(file)))
      ) {
        written.push(`${name(file)}:${line(node)} ${node.getText(file)}`);
      }
      // new Map() without a type, a parameter that nothing tells the type of: that is "any" without
      // the
      // word.
      if (
        file.isDeclarationFile ||
        !(ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionLike(node)) ||
        !node.name
      )
        return;
      const type = checker.typeToString(
        checker.getTypeAtLocation(node.name),
        node,
        ts.TypeFormatFlags.NoTruncation,
      );
      if (/\bany\b/.test(type))
        silent.push(`${name(file)}:${line(node)} ${node.name.getText(file)}: ${type}`);
    });
  }
  assert.deepEqual(written, []);
  assert.deepEqual(silent, []);
});

/** @param {import('typescript').SourceFile} file @returns {string[]} types and variables of it */
function declared(file) {
  const names = [];
  everyNode(file, node => {
    const declares =
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isClassDeclaration(node);
    if (declares && node.name) names.push(node.name.getText(file));
  });
  return names;
}

test('each .d.ts file holds what its first line says; what the DOM may have, browser.d.ts', () => {
  const types = new Map(
    files.filter(file => file.isDeclarationFile).map(file => [name(file), declared(file)]),
  );
  assert.deepEqual([...types.keys()].sort(), [
    'browser.d.ts',
    'engine.d.ts',
    'facts.d.ts',
    'look.d.ts',
    'message.d.ts',
    'point/point.d.ts',
    'rule.d.ts',
    'sample/sample.d.ts',
    'tongues.d.ts',
    'visit.d.ts',
  ]);
  const place = {
    'rule.d.ts': ['Rule', 'Locator', 'Reader'],
    'look.d.ts': ['Here', 'Looked'],
    'facts.d.ts': ['Verdict', 'State'],
    'message.d.ts': ['Message', 'Reading'],
    'engine.d.ts': ['Engine', 'OptOutLog'],
    'tongues.d.ts': ['Turns', 'Tongue'],
    'browser.d.ts': ['Safe'],
    'visit.d.ts': ['Session', 'Operated'],
    'point/point.d.ts': ['Point', 'Draft'],
    'sample/sample.d.ts': ['SampleDraft', 'SampleParts'],
  };
  for (const [file, ones] of Object.entries(place)) {
    for (const type of ones)
      assert.deepEqual(
        [...types].filter(([, names]) => names.includes(type)).map(([one]) => one),
        [file],
        type,
      );
  }
  // What is added to the browser's own types is in one place.
  const library = new Set(
    whole
      .getSourceFiles()
      .filter(file => whole.isSourceFileDefaultLibrary(file))
      .flatMap(file => file.statements)
      .filter(node => ts.isInterfaceDeclaration(node))
      .map(node => node.name.text),
  );
  const added = [...types].flatMap(([file, names]) =>
    names.filter(one => library.has(one)).map(one => `${file}: ${one}`),
  );
  assert.deepEqual(
    added.filter(one => !one.startsWith('browser.d.ts')),
    [],
  );
  assert.ok(added.includes('browser.d.ts: Element'));
});

/** What of a rule is for people, the tests or the background alone, and not in rule.d.ts. */
const UNREAD = {
  rule: [
    '$schema',
    'format',
    'minEngine',
    'note',
    'trainers',
    'regions',
    'cards',
    'documents',
    'tests',
  ],
  entry: ['name', 'source', 'scope', 'default'],
};

test('every rule is what rule.d.ts says', () => {
  const without = (object, keys) =>
    Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
  const texts = readRules().map(({ rule }) => {
    const read = without(rule, UNREAD.rule);
    for (const list of ['controls', 'forms'])
      if (rule[list]) read[list] = rule[list].map(entry => without(entry, UNREAD.entry));
    return `  ${JSON.stringify(read)},\n`;
  });
  assert.ok(texts.length > 30);
  const file = path.join(content, 'rules-of-the-test.ts');
  const bent = path.join(content, 'bent-rule-of-the-test.ts');
  const typed = programOf(
    new Map([
      [file, `const rules: Rule[] = [\n${texts.join('')}];\nexport default rules;\n`],
      [
        bent,
        `const rules: Rule[] = [\n${texts[0].replace('"onMeans":"', '"onMeans":"un')}];` +
          `\nexport default rules;\n`,
      ],
    ]),
    whole,
  );
  assert.deepEqual(typed.getSemanticDiagnostics(typed.getSourceFile(file)).map(told), []);
  assert.ok(
    typed.getSemanticDiagnostics(typed.getSourceFile(bent)).length > 0,
    'a rule that is bent is an error',
  );
});
