/**
 * Who is responsible for the data of people in Europe (the controller), as the platform's own
 * policy names it: what a letter is addressed to. Of grade A (its privacy policy says so) or B (its
 * terms name who provides the service there). Others stay out, and the letter leaves a line free.
 *
 * @import { Law } from './text.js'
 *
 * @typedef {object} Controller
 * @property {string} name the legal entity
 * @property {string[]} address its lines
 * @property {string} source where that is written
 * @property {string} date since when that version of it holds
 * @property {'A' | 'B'} grade
 */

/** @type {Pick<Controller, 'source' | 'date' | 'grade'>} */
const LINKEDIN = {
  source: 'https://www.linkedin.com/legal/privacy/eu',
  date: '2025-11-03',
  grade: 'A',
};
/** @type {Controller} */
const LINKEDIN_IRELAND = {
  name: 'LinkedIn Ireland Unlimited Company',
  address: ['Wilton Place', 'Dublin 2', 'Ireland'],
  ...LINKEDIN,
};
/** @type {Controller} */
const META = {
  name: 'Meta Platforms Ireland Limited',
  address: ['Privacy Operations', 'Merrion Road', 'Dublin 4, D04 X2K5', 'Ireland'],
  source: 'https://privacycenter.instagram.com/policy/',
  date: '2025-04-07',
  grade: 'A',
};
/** @type {Controller} */
const X = {
  name: 'X Internet Unlimited Company',
  address: ['One Cumberland Place, Fenian Street', 'Dublin 2, D02 AX07', 'Ireland'],
  source: 'https://x.com/tos#intlTerms',
  date: '2026-01-15',
  grade: 'B',
};
/** @type {Pick<Controller, 'source' | 'date' | 'grade'>} */
const OPENAI = {
  source: 'https://openai.com/policies/eu-privacy-policy/',
  date: '2024-11-04',
  grade: 'A',
};
/** @type {Controller} */
const OPENAI_IRELAND = {
  name: 'OpenAI Ireland Limited',
  address: [
    '1st Floor, The Liffey Trust Centre',
    '117-126 Sheriff Street Upper',
    'Dublin 1, D01 YC43',
    'Ireland',
  ],
  ...OPENAI,
};

/** Platform -> law -> who. @type {Record<string, Partial<Record<Law, Controller>>>} */
export const CONTROLLERS = {
  linkedin: {
    eu: LINKEDIN_IRELAND,
    ch: LINKEDIN_IRELAND,
    uk: {
      name: 'LinkedIn Corporation',
      address: ['1000 W Maude Avenue', 'Sunnyvale, CA', 'USA'],
      ...LINKEDIN,
    },
  },
  facebook: { eu: META },
  instagram: { eu: META },
  x: { eu: X, uk: X, ch: X },
  chatgpt: {
    eu: OPENAI_IRELAND,
    ch: OPENAI_IRELAND,
    uk: {
      name: 'OpenAI OpCo, LLC',
      address: ['1960 Bryant Street', 'San Francisco, California 94110', 'USA'],
      ...OPENAI,
    },
  },
};
