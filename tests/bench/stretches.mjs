// The longest stretch in which a page could not answer, and how much processor time it took: a
// machine that is busy with other things stretches everything, and that is told apart here.
import { readFileSync, readdirSync } from 'node:fs';

/**
 * @typedef {{ wall: number, own: number }} Stretch milliseconds from begin to end, and those in
 *   which the page's thread had a processor
 * @typedef {{ start(): Promise<void>, stop(): Promise<{ longest: Stretch, heaviest: Stretch }> }}
 *   Watch by wall, by own
 */

/** @param {Stretch[]} all */
function most(all) {
  const by = key =>
    all.reduce((best, one) => (one[key] > best[key] ? one : best), { wall: 0, own: 0 });
  return { longest: by('wall'), heaviest: by('own') };
}

/**
 * Chromium: the tasks of the page's main thread as the browser traces them; each with its processor
 * time.
 * @returns {Watch}
 */
export function tasks(page) {
  const MARK = 'optoutlog-bench';
  return {
    async start() {
      await page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
      await page.evaluate(name => {
        performance.mark(name);
      }, MARK);
    },
    async stop() {
      const { traceEvents: all } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
      const mark = all.find(({ name }) => name === MARK);
      const mine = all.filter(
        ({ pid, tid, ph, name }) =>
          ph === 'X' && /RunTask$/.test(name) && pid === mark?.pid && tid === mark?.tid,
      );
      if (mine.length === 0) throw new Error('the trace holds no task of the page');
      return most(mine.map(({ dur, tdur }) => ({ wall: dur / 1000, own: tdur / 1000 })));
    },
  };
}

/** The process in which Firefox runs extensions' pages. @param {number} browser its process */
function extensionProcess(browser) {
  const read = file => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  const parents = new Map(
    readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(name => [
        Number(name),
        Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]),
      ]),
  );
  const below = pid => pid === browser || (parents.has(pid) && below(parents.get(pid)));
  const found = [...parents.keys()].find(
    pid => read(`/proc/${pid}/comm`).trim() === 'WebExtensions' && below(pid),
  );
  if (!found) throw new Error('the process of the extension was not found');
  return found;
}

/**
 * Firefox tells no tasks: a ticker of timers and pictures shows the gaps between the page's turns,
 * several tasks at times. In a page behind others, where timers rest, it is one of messages, for a
 * short while only: they leave so many events behind that clearing these away takes 300 ms after
 * some seconds. Linux tells the processor time of a thread; that of a gap is taken between the
 * samples around it, so never too low.
 * @param page an open page of the extension: all of them have one thread
 * @param {number} browser its process
 * @returns {Watch}
 */
export function gaps(page, browser) {
  const file = `/proc/${extensionProcess(browser)}/schedstat`;
  const sample = () => ({
    at: performance.timeOrigin + performance.now(),
    used: Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6,
  });
  let samples, timer;
  return {
    async start() {
      samples = [sample()];
      timer = setInterval(() => samples.push(sample()), 2);
      await page.evaluate(() => {
        const watched = { gaps: [], last: performance.now(), on: true };
        const turn = () => {
          const now = performance.now();
          if (now - watched.last > 8)
            watched.gaps.push({
              from: performance.timeOrigin + watched.last,
              wall: now - watched.last,
            });
          watched.last = now;
          return watched.on;
        };
        const { port1, port2 } = new MessageChannel();
        const tick = () => {
          if (!turn()) port1.close();
          else if (document.hidden) port2.postMessage(0);
          else setTimeout(tick, 4);
        };
        port1.onmessage = tick;
        const picture = () => {
          if (turn()) requestAnimationFrame(picture);
        };
        tick();
        requestAnimationFrame(picture);
        globalThis.watched = watched;
      });
    },
    async stop() {
      const found = await page.evaluate(() => {
        globalThis.watched.on = false;
        return globalThis.watched.gaps;
      });
      clearInterval(timer);
      samples.push(sample());
      return most(
        found.map(({ from, wall }) => {
          const before = samples.findLast(({ at }) => at <= from) ?? samples[0];
          const after = samples.find(({ at }) => at >= from + wall) ?? samples.at(-1);
          return { wall, own: Math.min(wall, after.used - before.used) };
        }),
      );
    },
  };
}
