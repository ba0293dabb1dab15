// Reads the variants of many pages, in as many threads as there are processors.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * @param {number} count of the pages
 * @param {(at: number) => object} ask what the worker is told of page `at` beside its number
 * @returns {Promise<any[]>} what it answered, page by page
 */
export async function readAll(count, ask) {
  const waiting = Array.from({ length: count }, (_, at) => at);
  const answers = [];
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), count) }, async () => {
      const worker = new Worker(new URL('./worker.mjs', import.meta.url));
      for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
        worker.postMessage({ at, ...ask(at) });
        [answers[at]] = await once(worker, 'message');
      }
      await worker.terminate();
    }),
  );
  return answers;
}
