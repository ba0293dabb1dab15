// One invented platform with one control, and one look at a page of it.
import { look } from './look.mjs';

export const LABEL = 'Use my posts to train AI';
const rule = {
  id: 'exampler',
  format: 1,
  rev: 1,
  name: 'Exampler',
  kind: 'toggle',
  grade: 'A',
  hosts: ['https://www.exampler.test/*'],
  decoys: [],
  strings: { train: { en: [LABEL] }, title: { en: ['AI and you'] } },
  pages: [
    {
      id: 'ai',
      url: ['https://www.exampler.test/settings'],
      signature: { any: [{ css: 'main' }] },
    },
  ],
  controls: [
    {
      id: 'train',
      name: 'AI training',
      page: 'ai',
      onMeans: 'training',
      read: [{ from: 'checked' }, { from: 'aria-checked' }],
      locate: [
        { by: 'role', role: ['switch', 'checkbox'], name: '@train' },
        { by: 'label', role: ['switch', 'checkbox'], text: '@train' },
        { by: 'testid', role: ['switch', 'checkbox'], value: 'allow-training', says: true },
        { by: 'section', role: ['switch', 'checkbox'], heading: '@title' },
      ],
    },
  ],
};
const page = (main, html = '<html lang="en">') =>
  `<!doctype html>${html}<body><nav><a href="/">Home</a></nav><main>${main}</main></body></html>`;
export const box = (more = '') =>
  `<input type="checkbox" id="t" data-testid="allow-training" ${more}>`;
/** @param {string} main @param {string} [html] */
export const one = (main, html) =>
  look(page(main, html), 'https://www.exampler.test/settings', rule)[0];
