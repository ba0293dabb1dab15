// The variants in time and of the hand: from one marked page of a rule, courses of events, each
// with what the server holds at every moment (the form of tests/behaviour/cases.json, judged by the
// same judge). For every rule by itself. The courses are in courses/.
import { JSDOM } from 'jsdom';
import { EVENTS } from './courses/events.mjs';
import { IN_PAGE } from './courses/script.mjs';
import { SWAPS } from './courses/swaps.mjs';
import { markedPages } from './lib/cases.mjs';

const parser = new JSDOM('').window;

const other = training => (training === 'allowed' ? 'denied' : 'allowed');
const steady = training => [{ at: 0, training }];

/** Does the page name its account where the rule looks for it? @param {any} page */
const namesAccount = page =>
  page.rule.account?.some(({ css }) =>
    new parser.DOMParser().parseFromString(page.html, 'text/html').querySelector(css),
  ) ?? false;

/**
 * Does a script that turns the control round give a reading? Not where one state proves nothing,
 * and not where the server draws the page, so that a box unlike its markup is an unsaved one.
 * @param {any} rule
 */
const decides = rule =>
  rule.controls.every(control => !control.proves && control.save?.compare !== 'default');

/**
 * @param {any} page
 * @param {any} course of SWAPS
 * @returns {any} a case, or null where the page has no second one
 */
function swapOf(page, course) {
  const { before } = page;
  const its = course.swaps(page);
  if (!its || its.named) return null;
  const flip = course.flips
    ? `setTimeout(() => { ${course.drawn?.(its) ?? '__flip()'}; }, ${7000 + course.flips});`
    : '';
  const html = page.tell(
    page.html
      .replace(/<body[^>]*>/i, tag => `${tag}${its.frame ?? ''}`)
      .replace(/<\/body>/i, `<script>${IN_PAGE}${course.draw(its)} ${flip}</script></body>`),
  );
  return {
    id: course.id,
    kind: 'in-time',
    rule: page.rule.id,
    url: page.url,
    file: page.file,
    more: [],
    end: 24_000,
    sign: true,
    steps: [],
    truth: [
      { at: 0, training: before, ...course.about(its, 0) },
      { at: 7000, training: other(before), ...course.about(its, 1) },
    ],
    expect: course.flips && decides(page.rule) ? other(before) : 'unknown',
    html: () => html,
  };
}

/**
 * @param {any} page of markedPages
 * @param {any} course
 * @returns {any} a case for the virtual player
 */
export function caseOf(page, course) {
  if (course.swaps) return swapOf(page, course);
  const { before } = page;
  const oneWay = !decides(page.rule);
  const flips = course.after ?? (course.keeps ? 7000 : undefined);
  const truth = flips
    ? [
        ...steady(before),
        { at: flips, training: other(before), ...(course.after ? { by: 'elsewhere' } : {}) },
      ]
    : steady(before);
  const build = turned =>
    page.tell(
      page.html.replace(
        /<\/body>/i,
        `<script>${IN_PAGE}${turned ? '__flip();' : ''}${course.script}</script></body>`,
      ),
    );
  return {
    id: course.id,
    kind: 'in-time',
    rule: page.rule.id,
    url: page.url,
    file: page.file,
    more: [],
    end: course.end,
    sign: course.sign ?? true,
    truth,
    steps: (course.steps ?? []).map(step => ({
      ...step,
      ...(step.makes ? { makes: other(before) } : {}),
    })),
    expect:
      course.expect && !(course.keeps && oneWay)
        ? course.keeps
          ? other(before)
          : before
        : 'unknown',
    html: held => build(course.keeps ? held !== before : course.start === true),
    silent: course.silent,
    // what is said of one account is its return
    alarm: course.after && namesAccount(page) ? 'may' : undefined,
  };
}

/** Can the page's control be turned and clicked by a script? @param {any} page */
function turns(page) {
  const doc = new parser.DOMParser().parseFromString(page.html, 'text/html');
  const control = doc.querySelector('[data-t=control]');
  return control !== null && !control.matches('[aria-haspopup],a[href]');
}

/**
 * The normal run plays every 24th of the courses on one page of each rule, another 24th on the
 * next rule's.
 * @param {string} [only] platforms
 * @param {boolean} [full] every page and every course
 * @returns {{page: any, cases: any[]}[]}
 */
export function coursesOf(only, full) {
  const seen = new Map();
  return markedPages(only)
    .filter(page => page.widget !== 'text' && !page.control && turns(page))
    .filter(page => {
      const at = seen.get(page.rule.id) ?? 0;
      seen.set(page.rule.id, at + 1);
      return full || at === 0;
    })
    .map((page, at) => ({
      page,
      cases: [...EVENTS, ...SWAPS]
        .filter((_course, n) => full || only || (n + at) % 48 === 0)
        .map(course => caseOf(page, course))
        .filter(Boolean),
    }));
}
