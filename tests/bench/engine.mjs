/** Filled once the engine's interface is there. @returns {Promise<import('./bench.mjs').Row[]>} */
export async function measureEngine(_root) {
  throw new Error('no engine');
}
