// The pages whose run is watched in time: LinkedIn's, and any other by its platform and file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRules, root } from '../../../scripts/lib-rules.mjs';
import { openPage } from './page.mjs';

export const ruleOf = id => readRules().find(({ rule }) => rule.id === id).rule;
export const html = (id, file) => readFileSync(join(root, 'tests/pages', id, file), 'utf8');
export const LINKEDIN = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
export const linkedin = (file, url = LINKEDIN) =>
  openPage({ html: html('linkedin', file), url, rule: ruleOf('linkedin') });
export const states = page => page.readings().map(m => m.reading.training);
