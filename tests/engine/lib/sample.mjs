// Makes a sample of a page in jsdom, as the popup does: the same files, in the same order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { ENGINE_FILES } from '../../../extension/shared/engine-files.js';
import { SAMPLE_FILES } from '../../../extension/shared/point-files.js';
import { addressOf } from '../../../extension/shared/sample-address.js';
import { knownOf } from '../../../extension/shared/sample-known.js';
import { fileOf, keptOf, textOf } from '../../../extension/pages/popup/sample-file.js';
import { root } from '../../../scripts/lib-rules.mjs';
import { openPage } from './page.mjs';

const scripts = SAMPLE_FILES.filter(file => !ENGINE_FILES.includes(file)).map(
  file => new vm.Script(readFileSync(join(root, 'extension', file), 'utf8'), { filename: file }),
);

/**
 * What crosses from the page to the popup.
 * @param {{ html: string, url: string, rule: any, setup?: (window: any) => void, after?: number,
 *   touch?: (window: any) => void }} of `rule`: a packaged one, or null; `after`: ms that the page
 *   has been open; `touch` changes it before the sample is made
 */
export async function madeOf({ html, url, rule, setup, after = 3000, touch }) {
  const page = await openPage({ html, url, rule: rule ?? {}, setup });
  await page.clock.advance(after);
  touch?.(page.window);
  page.inject();
  for (const script of scripts) script.runInContext(page.dom.getInternalVMContext());
  const known = knownOf(rule);
  const { hostname } = new URL(url);
  const draft = JSON.parse(JSON.stringify(page.window.optoutlogSample.make(known)));
  const here = page.window.location.href;
  page.close();
  if (draft.refused) return draft;
  const { address, page: its, host } = addressOf(here, rule);
  return {
    ...draft,
    platform: rule?.id ?? null,
    site: rule ? null : (host ?? hostname),
    rev: rule?.rev ?? null,
    page: its,
    address,
    browser: 'chromium 156',
    made: '2026-11-29',
    known,
  };
}

/**
 * @param {any} made
 * @param {{ sees?: string, control?: string | null, ticked?: Set<number> }} [said]
 * @returns {string} the file
 */
export const savedOf = (made, { sees = 'unclear', control = null, ticked = keptOf(made) } = {}) =>
  textOf(fileOf(made, ticked, { sees: /** @type {any} */ (sees), control }));
