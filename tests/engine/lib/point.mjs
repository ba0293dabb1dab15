// Points at a control of a page in jsdom as the popup does: the same files, in the same order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { ENGINE_FILES } from '../../../extension/shared/engine-files.js';
import { POINT_FILES } from '../../../extension/shared/point-files.js';
import { withControl } from '../../../extension/background/own/rule.js';
import { engineRule, platformOf } from '../../../extension/background/ground/own.js';
import { root } from '../../../scripts/lib-rules.mjs';
import { openPage } from './page.mjs';

const scripts = POINT_FILES.filter(file => !ENGINE_FILES.includes(file)).map(
  file => new vm.Script(readFileSync(join(root, 'extension', file), 'utf8'), { filename: file }),
);

/** @param {{ html: string, url: string, setup?: (window: any, clock: any) => void }} options */
export async function openToPoint(options) {
  const page = await openPage({ ...options, rule: {} });
  page.inject();
  for (const script of scripts) script.runInContext(page.dom.getInternalVMContext());
  return { ...page, point: page.window.optoutlogPoint };
}

/** What crosses from the page to the background. @param {any} value */
export const crossed = value => JSON.parse(JSON.stringify(value ?? null));

export const ACCOUNT = { is: 'account' };

/**
 * The rule that the background makes of it.
 * @param {{ draft: any, url: string, before?: any, unit?: any }} of
 */
export const ownOf = ({ draft, url, before = null, unit = ACCOUNT }) =>
  withControl(before, draft, {
    host: new URL(url).hostname,
    name: 'Exampler',
    unit,
    day: '2026-11-29',
  });

/** As the engine is given it. @param {any} own */
export const ruleOfOwn = own => {
  const { id, name, hosts, kind, grade } = platformOf(own);
  return { id, name, hosts, kind, grade, decoys: [], ...engineRule(own) };
};

/**
 * Points at the first control whose words hold `words`.
 * @param {{ html: string, url: string, words: string, onMeans?: string, allows?: string | null }}
 *   of
 */
export async function pointAt({ html, url, words, onMeans = 'training', allows = null }) {
  const page = await openToPoint({ html, url });
  const found = crossed(page.point.list()).controls;
  const control = found.find(one => one.name.includes(words));
  const draft = control ? crossed(page.point.draft(control.ref, { onMeans, allows })) : null;
  page.close();
  return { found, control, draft };
}

/** What a rule reads of a page after `ms`. @param {{ html: string, url: string, rule: any }} of */
export async function readings({ html, url, rule }, ms = 12_000) {
  const page = await openPage({ html, url, rule });
  page.start();
  await page.clock.advance(ms);
  const said = page.readings().map(({ reading }) => reading);
  page.close();
  return said;
}
