/**
 * What a clause newly says, or says no more as it did, in whole sentences made from the values that
 * were found in it. They say what the sentence names and no more: which of it is meant for whom is
 * read in the sentence itself, which stands below. Pure.
 */
import { locale, t } from '../../../shared/i18n.js';

/** @import { Claim, Clause } from './model.js' */

/** @type {Record<string, [came: string, went: string]>} */
const TOPICS = {
  train: ['policyCameTrain', 'policyWentTrain'],
  improve: ['policyCameImprove', 'policyWentImprove'],
  limit: ['policyCameLimit', 'policyWentLimit'],
  licence: ['policyCameLicence', 'policyWentLicence'],
  inputs: ['policyCameInputs', 'policyWentInputs'],
  'ai-used': ['policyCameUse', 'policyWentUse'],
  forbidden: ['policyCameRule', 'policyWentRule'],
};
const DATA = {
  posts: 'policyNamesPosts',
  messages: 'policyNamesMessages',
  voice: 'policyNamesVoice',
  photos: 'policyNamesPhotos',
  inputs: 'policyNamesInputs',
  public: 'policyNamesPublic',
  code: 'policyNamesCode',
  personal: 'policyNamesPersonal',
  deidentified: 'policyNamesDeidentified',
};
const BESIDE = {
  refused: 'policyBesideRefused',
  'opt-out': 'policyBesideOptOut',
  consent: 'policyBesideConsent',
  objection: 'policyBesideObjection',
  interest: 'policyBesideInterest',
  plan: 'policyBesidePlan',
  region: 'policyBesideRegion',
  age: 'policyBesideAge',
  scope: 'policyBesideScope',
  third: 'policyBesideThird',
  affiliates: 'policyBesideAffiliates',
};

/**
 * @param {Clause} clause one that an older version kept tells nothing
 * @returns {string} empty where there is nothing to tell
 */
export function toldText({ came = [], went = [] }) {
  const sentences = [
    ...came.flatMap(claim => [...told(claim, 0), ...named(claim.slots, BESIDE)]),
    ...went.flatMap(claim => told(claim, 1)),
  ];
  return [...new Set(sentences)].join(' ');
}

/** @param {Claim} claim @param {0 | 1} side */
function told(claim, side) {
  const topic = TOPICS[topicOf(claim)];
  if (!topic) return [];
  const data = named(claim.slots, DATA);
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' });
  return [t(topic[side]), ...(data.length > 0 ? [t('policyNames', list.format(data))] : [])];
}

/** @param {Claim} claim */
function topicOf({ topic, negated, slots }) {
  if (topic !== 'training') return topic;
  return negated ? 'limit' : slots.includes('train') ? 'train' : 'improve';
}

/** @param {string[]} slots @param {Record<string, string>} messages */
const named = (slots, messages) =>
  Object.keys(messages)
    .filter(slot => slots.includes(slot))
    .map(slot => t(messages[slot]));
