/**
 * A sample of the page in front, for the rules (docs/samples.md). The popup's own click is the
 * permission. Nothing of it is kept here, and nothing is sent.
 */
import { platformAt } from '../../shared/hosts.js';
import { SAMPLE_FILES } from '../../shared/point-files.js';
import { addressOf } from '../../shared/sample-address.js';
import { knownOf } from '../../shared/sample-known.js';
import { browserName } from '../ground/browser.js';
import { packagedRule, platforms } from '../ground/rules.js';
import { NotPointed, inPage, pageOf } from './point.js';

/** @import { SampleMade } from '../../shared/types.d.ts' */

/** @param {number} tabId @returns {Promise<SampleMade>} */
export async function sampleMake(tabId) {
  const { url } = await pageOf(tabId);
  const platform = platformAt(
    (await platforms()).filter(one => !one.own),
    url,
  );
  const rule = platform ? await packagedRule(platform) : null;
  const known = knownOf(rule);
  const draft = await inPage(
    tabId,
    (/** @type {any} */ its) => /** @type {any} */ (globalThis).optoutlogSample.make(its),
    [known],
    SAMPLE_FILES,
  );
  if (!draft || draft.refused) throw new NotPointed(draft?.refused ?? 'closed');
  const { url: after } = await pageOf(tabId);
  if (after !== url) throw new NotPointed('closed'); // it went on to another page meanwhile
  const { address, page, host } = addressOf(url, rule);
  const { tree, texts, lang, dir } = draft;
  return {
    ...{ tree, texts, lang, dir },
    platform: platform?.id ?? null,
    site: platform ? null : host,
    rev: platform?.rev ?? null,
    page,
    address,
    browser: await browserName(),
    made: new Date().toISOString().slice(0, 10),
    known,
  };
}
