// How wide and how long the things are that a reader holds at once.
import ts from 'typescript';

/** Columns of a line, lines of a file, lines of a function. */
export const MOST = { columns: 100, file: 300, function: 60 };

const columns = line => [...line].length;

/** A JSON string without a blank (the key behind an extension's id) has nowhere to break. */
const whole = line => /^\s*"\w+": "\S{90,}",?$/.test(line);

/** @param {string} text @returns {string[]} lines over 100 columns; "12: 104 columns" */
export function wide(text) {
  return text
    .split('\n')
    .map((line, at) => [at + 1, whole(line) ? 0 : columns(line)])
    .filter(([, width]) => width > MOST.columns)
    .map(([at, width]) => `${at}: ${width} columns`);
}

/** @param {string} text @returns {string[]} the file where it has too many lines */
export function long(text) {
  const lines = text.trimEnd().split('\n').length;
  return lines > MOST.file ? [`${lines} lines`] : [];
}

const FUNCTIONS = new Set([
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.Constructor,
  ts.SyntaxKind.GetAccessor,
]);

/** A group of tests, and the one scope around a classic script, are no functions to a reader. */
function isScope(node) {
  const call = node.parent;
  if (ts.isParenthesizedExpression(call)) return ts.isCallExpression(call.parent);
  return ts.isCallExpression(call) && /^describe\b/.test(call.expression.getText());
}

/** @param {string} text JavaScript @returns {string[]} its functions over 60 lines */
export function longFunctions(text) {
  const source = ts.createSourceFile('x.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found = [];
  const line = at => source.getLineAndCharacterOfPosition(at).line;
  const visit = node => {
    if (FUNCTIONS.has(node.kind) && !isScope(node)) {
      const first = line(node.getStart(source));
      const lines = line(node.getEnd()) - first + 1;
      const name = node.name?.getText() ?? node.parent.name?.getText?.() ?? 'a function';
      if (lines > MOST.function) found.push(`${first + 1}: ${name} has ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @param {string} text C++ as clang-format leaves it @returns {string[]} as longFunctions() */
export function longBodies(text) {
  const lines = text.split('\n');
  const found = [];
  let start = -1;
  for (const [at, line] of lines.entries()) {
    if (/^(?:namespace|extern "C"|#|\/\/)/.test(line)) start = -1;
    else if (/^\}(?:\s|$)/.test(line)) {
      const count = at - start + 1;
      if (start >= 0 && count > MOST.function) found.push(`${start + 1}: ${count} lines`);
      start = -1;
    } else if (/^\S/.test(line) && start < 0) start = at;
    if (/^\S.*;$|^\}/.test(line)) start = -1;
  }
  return found;
}
