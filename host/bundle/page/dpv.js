// dpv.jsonld of an export, as host/service/dpv.cpp makes it: host/RECORD.md, section 11.
import { isSure, tells, text, instant } from './facts.js';
import { isObject } from './json.js';
import { platformName } from './sheets.js';

const CONTEXT = {
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const STATUS = {
  submitted: 'dpv:RequestInitiated',
  confirmed: 'dpv:RequestAcknowledged',
  'answered-yes': 'dpv:RequestAccepted',
  'answered-no': 'dpv:RequestRejected',
};
const SHOWN = 'As the platform’s own page showed the setting at that time';

const timeOf = value => ({ '@type': 'xsd:dateTime', '@value': value });

function common(packet, { seq, entry }, setting, type) {
  const name = platformName(packet, text(entry, 'platform'));
  const account = text(entry, 'account');
  return {
    '@id': `#entry-${seq}`,
    '@type': type,
    'dct:title': setting ? `${name}, “${text(setting, 'name')}”` : name,
    'dct:date': timeOf(instant(entry, 'at')),
    'dpv:hasPurpose': { '@id': '#training' },
    ...(account !== '' && {
      'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': account },
    }),
  };
}

function readingNode(packet, row, setting) {
  const { entry } = row;
  const trainers = text(setting, 'trainers');
  if (!isSure(entry) || !tells(entry) || trainers === '') return null;
  const denied = entry.training === 'denied';
  return {
    ...common(packet, row, setting, 'dpv:Process'),
    ...(trainers !== 'others' && {
      'dpv:isImplementedByEntity': { '@type': 'dpv:Organisation', 'dpv:hasName': trainers },
    }),
    [denied ? 'dpv:hasProhibition' : 'dpv:hasPermission']: {
      '@type': denied ? 'dpv:Prohibition' : 'dpv:Permission',
      'dct:description': SHOWN,
    },
  };
}

function stepNode(packet, row, setting) {
  const { evidence } = row.entry;
  const raw = text(row.entry, 'raw');
  if (!isObject(evidence) || !Object.hasOwn(STATUS, raw)) return null;
  const node = common(packet, row, setting, 'dpv:RightExerciseActivity');
  return { ...node, 'dpv:hasStatus': { '@id': STATUS[raw] } };
}

/** With the keys of each object in order. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted(value[key])]),
  );
}

/** @param {any} source as statement.js makes it */
export function dpvOf({ packet, rows, settings }) {
  const nodes = rows
    .filter(({ entry }) => entry.type === undefined)
    .map(row => {
      const { basis } = row.entry;
      const name = `${text(row.entry, 'platform')}/${text(row.entry, 'control')}`;
      const setting = settings.get(name);
      if (basis === 'seen') return readingNode(packet, row, setting);
      return basis === 'form' ? stepNode(packet, row, setting) : null;
    })
    .filter(node => node !== null);
  const record = {
    '@id': '#record',
    '@type': 'dpv:RecordsOfActivities',
    'dct:identifier': packet.checkpoint,
    'dct:created': timeOf(instant(packet, 'exported')),
    'dct:hasPart': nodes.map(node => ({ '@id': node['@id'] })),
  };
  const purpose = {
    '@id': '#training',
    '@type': 'dpv:Purpose',
    'skos:prefLabel': { '@value': 'Training of AI models', '@language': 'en' },
  };
  const whole = { '@context': CONTEXT, '@graph': [record, purpose, ...nodes] };
  return `${JSON.stringify(sorted(whole), null, 1)}\n`;
}
