// The widgets as rules and pages: what reads them is given a rule, an address and a document.
import { LABEL } from './widget-markup.mjs';

const HOST = 'https://www.exampler.test';

/** @typedef {import('./widgets.mjs').Widget} Widget */

/** The rule of one kind. @param {Widget} widget */
export function ruleOf(widget) {
  return {
    format: 1,
    id: `widget-${widget.id}`,
    rev: 1,
    name: 'Exampler',
    kind: 'toggle',
    grade: 'A',
    hosts: [`${HOST}/*`],
    decoys: [],
    strings: {
      train: { en: [LABEL] },
      'train-row': { en: [{ starts: LABEL }] },
      title: { en: ['Data privacy', 'Data controls'] },
      allow: { en: ['Allow'] },
      forbid: { en: ['Do not allow'] },
      on: { en: ['On'] },
      off: { en: ['Off'] },
      'turn-on': { en: ['Turn on AI training'] },
      'turn-off': { en: ['Turn off AI training'] },
      chip: { en: ['Turn on AI training', 'Turn off AI training', 'AI training'] },
    },
    pages: [
      {
        id: 'ai',
        url: [`${HOST}${widget.pattern ?? '/settings/data'}`],
        signature: { any: [{ heading: '@title' }] },
      },
    ],
    controls: [
      {
        id: 'train',
        name: 'AI training',
        page: 'ai',
        onMeans: 'training',
        locate: widget.locate,
        read: widget.read,
      },
    ],
  };
}

/** A switch beside the one that is meant. */
const OTHER = '<div><label><input type="checkbox" checked>Show me as online</label></div>';

/** @param {Widget} widget @param {string} body */
export const pageOf = (widget, body, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Exampler</title>${head}</head>
<body><main><h1>${widget.path ? 'Chat' : 'Data privacy'}</h1>${OTHER}${body}</main></body></html>
`;

/** The three pages of one kind. @param {Widget} widget */
export function pagesOf(widget) {
  const rule = ruleOf(widget);
  const page = (file, body, expect, path = widget.path ?? '/settings/data') => ({
    rule,
    platform: '(any)',
    widget: widget.id,
    file: `${widget.id} ${file}`,
    url: `${HOST}${path}`,
    before: expect.training,
    why: expect.why,
    control: null,
    html: pageOf(widget, body),
    tell: html => html,
  });
  return [
    page('on', widget.on, { training: 'allowed', why: 'ok' }),
    page('off', widget.off, { training: 'denied', why: 'ok' }),
    page('negative', widget.negative, { training: 'unknown', why: widget.why }, widget.elsewhere),
  ];
}
