// Question 2 of docs/verdict.md: which element is the control? Pages on which a switch is only
// shown, on which two things could be meant, and on which names hide what the page is asked by.
import { CANVAS, LINKEDIN, PINTEREST, row, sees } from './lib/place.mjs';

// At an address that the rule knows.
const DEEP = 'Data for Generative AI Improvement';
const USE = 'Use my data for training content creation AI models';
const bare = beside =>
  `<main><h1>${DEEP}</h1><section><p>${USE}</p><div>${beside}<input type="checkbox" ` +
  'role="switch" checked></div></section></main>';
sees(
  'a nameless switch beside its label and a word of state',
  ['linkedin', LINKEDIN, bare('<span>On</span>')],
  'allowed',
  'likely',
);
for (const [what, beside] of Object.entries({
  'another label': '<span>Remember my language</span>',
  'a sentence': '<span>Send me news about the product.</span>',
  'another label in a shadow tree':
    '<x-t><template shadowrootmode="open"><span>Remember my language</span></template></x-t>',
}))
  sees(
    `a nameless switch under the label, beside ${what}, is another one`,
    ['linkedin', LINKEDIN, bare(beside)],
    'unknown',
  );
sees(
  'a name and a second sign: sure',
  [
    'linkedin',
    LINKEDIN,
    `<main><h1>Data for Generative AI Improvement</h1><p id="allowDataForGenerativeAI">Use ` +
      `my data for training content creation AI models</p><input type="checkbox" role="switch" ` +
      `aria-labelledby="allowDataForGenerativeAI"></main>`,
  ],
  'denied',
  'sure',
);
sees(
  'one element is one witness, however many locators it satisfies',
  [
    'grammarly',
    'https://account.grammarly.com/security/privacy',
    `<main><h1>Privacy</h1>${row('Product Improvement and Training')}</main>`,
  ],
  'denied',
  'likely',
);
for (const [name, html] of Object.entries({
  'an article': `<article><h2>News</h2>${row(CANVAS)}</article>`,
  'a feed': `<div role="feed"><div>${row(CANVAS)}</div></div>`,
  'a navigation': `<nav>${row(CANVAS)}</nav>`,
  'rendered Markdown': `<div class="markdown-body">${row(CANVAS)}</div>`,
  'something editable': `<div contenteditable="true">${row(CANVAS)}</div>`,
  'a figure': `<figure>${row(CANVAS)}<figcaption>So it looks</figcaption></figure>`,
  'a tour': `<div class="product-tour-step">${row(CANVAS)}</div>`,
  'a preview that nobody can press': `<div style="pointer-events:none">${row(CANVAS)}</div>`,
  'a piece of news': `<div class="whats-new"><h3>What’s new</h3>${row(CANVAS)}</div>`,
  'a picture of a box':
    `<div><label>${CANVAS} <input type="checkbox" checked ` + 'tabindex="-1"></label></div>',
  'an inert copy': `<div inert>${row(CANVAS)}</div>`,
  'a margin note without a neighbour': `<aside><h3>Soon</h3>${row(CANVAS)}</aside>`,
  'a table in which rows are picked':
    '<table><tr><td><input type="checkbox" aria-label="Use your data to train Pinterest ' +
    'Canvas"></td><td>Board</td></tr><tr><td><input type="checkbox" ' +
    'aria-label="Cats"></td><td>Board</td></tr></table>',
  'a dialog that lies over the settings':
    '<div role="dialog" aria-label="New terms"><h2>New ' +
    `terms</h2>${row(CANVAS, 'checked')}<button>Accept</button></div>`,
}))
  sees(
    `the label in ${name} is no setting`,
    ['pinterest', PINTEREST, `<main><h1>Privacy and data</h1>${html}</main>`],
    'unknown',
    'layout-changed',
  );
sees(
  'the setting beside somebody’s words is read',
  [
    'pinterest',
    PINTEREST,
    `<nav><label><input type="checkbox" checked> ${CANVAS}</label></nav><main><h1>Privacy ` +
      `and data</h1>${row(CANVAS)}</main>`,
  ],
  'denied',
);
sees(
  'a control without a name, alone in its row',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div><span>${CANVAS}</span><input type="checkbox" ` +
      'checked></div></main>',
  ],
  'allowed',
  'likely',
);
sees(
  'two controls without a name in one row',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div><span>${CANVAS}</span><input type="checkbox" ` +
      'checked><input type="checkbox"></div></main>',
  ],
  'unknown',
);
sees(
  'a drawn switch beside a box that picks the row',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div><label>${CANVAS} <input ` +
      'type="checkbox"></label><span class="toggle" tabindex="0">On</span></div></main>',
  ],
  'unknown',
  'ambiguous',
);
sees(
  'an unnamed switch beside a box that picks the row',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div><label>${CANVAS} <input ` +
      'type="checkbox"></label><span role="switch" aria-checked="true" ' +
      'tabindex="0"></span></div></main>',
  ],
  'unknown',
  'ambiguous',
);
sees(
  'a button that aria-describedby ties to its text',
  [
    'github',
    'https://github.com/settings/copilot/features',
    '<main><h2>Privacy</h2><div><div id="d">Allow GitHub to use my data for AI model ' +
      'training</div><div><button type="button" aria-haspopup="menu" ' +
      'aria-describedby="d">Disabled</button></div></div></main>',
  ],
  'denied',
  'likely',
);
for (const where of ['shadow', 'frame', 'dialog']) {
  const twin =
    `<p id="allowDataForGenerativeAI">Use my data for training content creation AI ` +
    `models</p><input type="checkbox" role="switch" aria-labelledby="allowDataForGenerativeAI" ` +
    `checked>`;
  const put = {
    shadow: `<x-app><template shadowrootmode="closed">${twin}</template></x-app>`,
    frame: `<iframe srcdoc='${twin}'></iframe>`,
    dialog:
      '<div role="dialog" aria-label="x"><h2>Data for Generative AI ' +
      `Improvement</h2>${twin}</div>`,
  };
  sees(
    `a twin in a ${where} is ambiguous`,
    [
      'linkedin',
      LINKEDIN,
      `<main><h1>Data for Generative AI Improvement</h1>${twin.replace(' checked', '')}` +
        `</main>${put[where]}`,
    ],
    'unknown',
    'ambiguous',
  );
}

// What a page may call its fields. jsdom lets a field shadow next to nothing of its form; the
// browsers let it shadow all, and so does this script. Names that jsdom's own selector engine reads
// from the element are left to the browsers.
const SHADOW =
  `<script>for (const form of document.forms) for (const field of form.elements) if ` +
  `(field.name) if (field.name !== 'parentElement') Object.defineProperty(form, field.name, { ` +
  `value: field });</script>`;
const NAMES = [
  'parentElement',
  'id',
  'labels',
  'form',
  'elements',
  'closest',
  'children',
  'childNodes',
  'isConnected',
  'getRootNode',
  'compareDocumentPosition',
  'getBoundingClientRect',
  'checkVisibility',
  'shadowRoot',
  'style',
];
for (const name of NAMES) {
  sees(
    `a field named ${name} around the control`,
    [
      'pinterest',
      PINTEREST,
      '<main><h1>Privacy and data</h1><form><input type="hidden" ' +
        `name="${name}">${row(CANVAS)}</form></main>${SHADOW}`,
    ],
    'denied',
  );
}
const images = ['body', 'createTreeWalker', 'getElementById', 'createRange']
  .map(name => `<img name="${name}" alt="">`)
  .join('');
const SHADOW_DOCUMENT =
  `<script>const list = [...document.querySelectorAll('img[name]')]; for (const one of list) ` +
  'Object.defineProperty(document, one.name, { value: one, configurable: true });</script>';
sees(
  'elements named as the document’s own parts',
  [
    'pinterest',
    PINTEREST,
    `${images}<main><h1>Privacy and data</h1>${row(CANVAS)}</main>${SHADOW_DOCUMENT}`,
  ],
  'denied',
);
sees(
  'an address with a % that stands for nothing',
  ['youtube', 'https://studio.youtube.com/channel/UC%E0%A4%A', '<main><h1>Dashboard</h1></main>'],
  null,
);
sees(
  'a row that can be pressed around a box that the keyboard leaves out',
  [
    'pinterest',
    PINTEREST,
    `<main><h1>Privacy and data</h1><div tabindex="0" class="item"><label>${CANVAS} <input ` +
      'type="checkbox" tabindex="-1"></label></div></main>',
  ],
  'denied',
);
