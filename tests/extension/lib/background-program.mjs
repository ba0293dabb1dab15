// A background in a process of its own, whose storage lies in a file, so that it can be ended in
// the middle as a browser is: background-program.mjs FILE wake|erase [N]. With N it kills itself
// right after its Nth change of what outlives it. Prints how many there were.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeBrowser } from './browser.mjs';

const [file, work, cut] = process.argv.slice(2);
const disk = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { local: {} };
let points = 0;

/** One change: it is on the disk, whole. */
function changed(change) {
  const result = change();
  writeFileSync(file, JSON.stringify(disk));
  points += 1;
  if (points === Number(cut)) process.kill(process.pid, 'SIGKILL');
  return result;
}

const { api, session } = makeBrowser();
api.storage.local = {
  get: async key => structuredClone(key === null ? disk.local : { [key]: disk.local[key] }),
  set: async values => changed(() => Object.assign(disk.local, structuredClone(values))),
  remove: async keys => changed(() => [keys].flat().forEach(key => delete disk.local[key])),
};

const { wake } = await import('../../../extension/background/life.js');
const { answerPage } = await import('../../../extension/background/requests.js');
await session.set('awake', true); // no more than what every start does
await wake();
if (work === 'erase') await answerPage({ type: 'erase', scope: { platform: 'x' } });
console.log(points);
