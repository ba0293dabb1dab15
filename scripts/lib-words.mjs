// The two files that are made from words.json, as texts.
import { readFileSync } from 'node:fs';

const file = new URL('../words.json', import.meta.url);
export const readWords = () => JSON.parse(readFileSync(file, 'utf8'));

/** What the extension's modules take from it; all else of it stands in their types alone. */
const LISTS = ['training', 'why', 'sure', 'again', 'seenStep'];
const BOUNDS = ['account', 'unit', 'raw', 'label', 'lang', 'route', 'note'];

const MADE = 'Made from words.json by scripts/make-words.mjs.';

/** layout-changed, policy.off, seenStep → LayoutChanged, PolicyOff, SeenStep */
const pascal = name => name.replace(/(?:^|[-.])([a-zA-Z])/g, (_, letter) => letter.toUpperCase());
/** seenStep → seen_step */
const snake = name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
/** seenStep → SEEN_STEP */
const upper = name => snake(name).toUpperCase();

/** Items one after the other in lines of at most `width`. */
function fill(items, indent, width = 100) {
  const lines = [];
  for (const item of items) {
    const last = lines.at(-1);
    const fits = last !== undefined && last.length + item.length + 2 <= width;
    if (fits) lines[lines.length - 1] = `${last} ${item},`;
    else lines.push(`${indent}${item},`);
  }
  return lines.join('\n').slice(0, -1);
}

const errorHeader = ({ name, code, exit }) =>
  `inline constexpr ErrorKind k${pascal(name)}{"${name}", ${code}, ${exit}};`;
const boundHeader = ([name, most]) => `inline constexpr std::size_t k${pascal(name)} = ${most};`;

function listHeader([name, { is, words }]) {
  const names = words.map(word => `k${pascal(word)}`);
  return [
    `// ${is}.`,
    `namespace ${snake(name)} {`,
    ...words.map((word, at) => `inline constexpr std::string_view ${names[at]} = "${word}";`),
    `inline constexpr std::array<std::string_view, ${words.length}> kWords = {`,
    `${fill(names, '    ')}};`,
    `}  // namespace ${snake(name)}`,
  ].join('\n');
}

/** @param {ReturnType<typeof readWords>} words @returns {string} host/base/words.h */
export function headerText({ lists, slug, bounds, errors }) {
  const { is: ofBounds, ...sizes } = bounds;
  return `#pragma once
#include <array>
#include <cstddef>
#include <string_view>

// The vocabulary of the data model. ${MADE}
// clang-format off
namespace optoutlog {

struct ErrorKind {
  std::string_view name;  // "record.busy"
  int code;               // JSON-RPC code
  int exit;               // exit status, 0 where no program ends because of it
};

// ${errors.is}.
namespace errors {
${errors.list.map(errorHeader).join('\n')}
}  // namespace errors

namespace words {

${Object.entries(lists).map(listHeader).join('\n\n')}

// ${slug.is}.
namespace slug {
inline constexpr std::string_view kSays =
    "${slug.says}";
inline constexpr std::size_t kMost = ${slug.most};
}  // namespace slug

// ${ofBounds}.
namespace bounds {
${Object.entries(sizes).map(boundHeader).join('\n')}
}  // namespace bounds

}  // namespace words
}  // namespace optoutlog
// clang-format on
`;
}

/** @param {ReturnType<typeof readWords>} words @returns {string} extension/shared/vocabulary.js */
export function moduleText({ lists, slug, bounds }) {
  const list = name => `/**
 * ${lists[name].is}.
 * @type {ReadonlySet<unknown>}
 */
export const ${upper(name)} = new Set([
${fill(
  lists[name].words.map(word => `'${word}'`),
  '  ',
)},
]);
`;
  return `/**
 * The vocabulary of the data model, as far as modules ask for it.
 * ${MADE}
 */

${LISTS.map(list).join('\n')}
/** ${slug.is}. */
export const SLUG = /${slug.pattern}/;

/** ${bounds.is}. */
export const BOUNDS = Object.freeze({
${fill(
  BOUNDS.map(name => `${name}: ${bounds[name]}`),
  '  ',
)},
});
`;
}
