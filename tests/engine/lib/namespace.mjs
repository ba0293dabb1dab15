// The content scripts' namespace in plain Node, for the parts that touch no DOM.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { root } from '../../../scripts/lib-rules.mjs';

/** @param {string[]} files of content/ in order @returns {any} */
export function namespace(files) {
  const context = vm.createContext({});
  for (const file of ['ns.js', ...files])
    vm.runInContext(readFileSync(join(root, 'extension/content', file), 'utf8'), context, {
      filename: file,
    });
  return context.OptOutLog;
}
