/**
 * The one door to the browser's extension API. Both browsers give promises under this name; nothing
 * else in the extension may say `browser` or `chrome`. Undefined outside a browser, so that pure
 * modules load in Node.
 * @type {typeof chrome}
 */
export const api =
  /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

/**
 * Firefox alone has runtime.getBrowserInfo; used where the two differ by specification, never by
 * user agent.
 */
export const isFirefox = typeof (/** @type {any} */ (api)?.runtime?.getBrowserInfo) === 'function';
