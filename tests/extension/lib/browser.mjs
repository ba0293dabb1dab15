// As much of a browser as the background needs in Node to show in which order it does things:
// storage that takes its time, tabs with an address, a badge each. Set before the background's
// modules are loaded.
import { readFileSync } from 'node:fs';
import { extension, memoryArea } from './helpers.mjs';

/**
 * @param {{ native?: () => any }} [options] native: what runtime.connectNative gives; without it no
 *   log program
 */
export function makeBrowser({ native } = {}) {
  const local = memoryArea();
  const session = memoryArea();
  const tabs = new Map();
  const badges = new Map();
  const closed = [];
  const told = [];
  const api = {
    runtime: runtimeOf(native),
    i18n: { getMessage: key => key, getUILanguage: () => 'en' },
    storage: { local: areaOf(local), session: areaOf(session) },
    permissions: permissionsOf(native),
    alarms: { create: async () => {}, clear: async () => {} },
    scripting: { executeScript: async () => [] },
    action: {
      setBadgeText: async ({ tabId, text }) => {
        badges.set(tabId, text);
      },
      setBadgeBackgroundColor: async () => {},
      setBadgeTextColor: async () => {},
      setTitle: async () => {},
    },
    tabs: tabsOf(tabs, told, closed),
  };
  globalThis.chrome = api;
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  globalThis.fetch = async url => ({
    json: async () =>
      JSON.parse(
        readFileSync(
          new URL(String(url).replace('chrome-extension://own/', ''), extension),
          'utf8',
        ),
      ),
  });
  return { api, local, session, tabs, badges, closed, told };
}

const runtimeOf = native => ({
  id: 'own',
  getURL: path => `chrome-extension://own/${path}`,
  getManifest: () => ({ version: '0' }),
  lastError: undefined,
  getBrowserInfo: async () => ({ name: 'Browser', version: '1' }),
  connectNative: () => {
    if (!native) throw new Error('no native messaging');
    return native();
  },
});

const permissionsOf = native => ({
  /** What is taken back, as a test wants it. */
  withheld: new Set(),
  async contains({ origins = [], permissions = [] }) {
    return (
      origins.every(origin => !this.withheld.has(origin)) &&
      (permissions.length === 0 || native !== undefined)
    );
  },
  async getAll() {
    return {
      origins: ['https://*/*'].filter(origin => !this.withheld.has(origin)),
      permissions: [],
    };
  },
});

/** Tabs by their number; what they were told and which were closed is noted. */
function tabsOf(tabs, told, closed) {
  let last = 100;
  return {
    async get(id) {
      if (!tabs.has(id)) throw new Error('no tab');
      return structuredClone(tabs.get(id));
    },
    query: async ({ active }) =>
      [...tabs.values()].filter(tab => active === undefined || tab.active === active),
    async create({ url, active }) {
      last += 1;
      tabs.set(last, { id: last, url, active });
      return tabs.get(last);
    },
    async sendMessage(id, message) {
      if (!tabs.has(id)) throw new Error('no receiver');
      told.push([id, message]);
    },
    async reload(id) {
      told.push([id, 'reload']);
    },
    async remove(id) {
      closed.push(id);
      tabs.delete(id);
    },
  };
}

/** As chrome.storage has it. */
function areaOf(area) {
  const all = () => area.all();
  return {
    async get(key) {
      await later();
      return key === null ? all() : { [key]: await area.get(key) };
    },
    async set(values) {
      await later();
      for (const [key, value] of Object.entries(values)) await area.set(key, value);
    },
    async remove(keys) {
      await later();
      for (const key of [keys].flat()) await area.remove(key);
    },
    async clear() {
      for (const key of Object.keys(await all())) await area.remove(key);
    },
  };
}

const later = () =>
  new Promise(done => {
    setImmediate(done);
  });
