/**
 * A short-lived connection to the native host: JSON-RPC 2.0, one request a frame, `hello` first. An
 * open port keeps the worker and the host process alive, so it is closed about ten seconds after
 * the last answer. It neither repeats nor remembers: what must not be lost is in the queue before
 * it comes here.
 */
import { HostFailure, classify } from './failures.js';

export const PROTOCOL = 1;
/** Milliseconds without a request after which the port is closed. */
export const IDLE = 10_000;
/** Milliseconds an answer may take. The host itself waits a few seconds for a busy record. */
export const TIMEOUT = 30_000;

/**
 * @typedef {{ postMessage(message: unknown): void, disconnect(): void, error?: { message?: string }
 *   | null,
 *   onMessage: { addListener(listener: (message: any) => void): void },
 *   onDisconnect: { addListener(listener: (port: any) => void): void } }} NativePort
 * @typedef {{ resolve(result: any): void, reject(error: HostFailure): void, timer:
 *   ReturnType<typeof setTimeout>, restart(): void }} Waiting
 * @typedef {{ native: NativePort, waiting: Map<number, Waiting>, ready: Promise<void>, answered:
 *   boolean }} Link
 */

/**
 * @param {(result: any) => void} resolve
 * @param {(error: HostFailure) => void} reject
 * @param {number} timeout milliseconds
 * @param {() => void} onTimeout
 * @returns {Waiting}
 */
function waiter(resolve, reject, timeout, onTimeout) {
  const start = () => setTimeout(onTimeout, timeout);
  /** @type {Waiting} */
  const it = {
    resolve,
    reject,
    timer: start(),
    restart() {
      clearTimeout(it.timer);
      it.timer = start();
    },
  };
  return it;
}

/**
 * @typedef {object} Options
 * @property {() => NativePort} connect may throw (no permission, no such API)
 * @property {() => string} lastError text of runtime.lastError inside onDisconnect
 * @property {() => Promise<{ name: string, version: string, browser: string }>} client
 * @property {(hello: any) => void} onHello
 * @property {(method: string, params: any) => void} [onNotice] a message of the host's own accord
 *   (progress)
 */

class Port {
  /** @type {Link | null} */
  #open = null;
  #nextId = 1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #idleTimer;
  #options;

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * @param {string} method
   * @param {object} [params]
   * @param {number} [timeout] milliseconds without an answer, and without a notice
   * @returns {Promise<any>} the result; rejects with HostFailure
   */
  async request(method, params, timeout = TIMEOUT) {
    const link = this.#open ?? this.#start();
    await link.ready;
    return this.#send(link, method, params, timeout);
  }

  close() {
    const link = this.#open;
    if (!link) return;
    this.#fail(link, new HostFailure('exited', 'closed'));
    link.native.disconnect();
  }

  #start() {
    const { connect, lastError, client, onHello } = this.#options;
    /** @type {NativePort} */
    let native;
    try {
      native = connect();
    } catch (error) {
      throw new HostFailure('not-allowed', String(error));
    }
    /** @type {Link} */
    const link = { native, waiting: new Map(), ready: Promise.resolve(), answered: false };
    this.#open = link;
    native.onMessage.addListener(message => this.#receive(link, message));
    native.onDisconnect.addListener(port => {
      const text = port?.error?.message ?? lastError();
      this.#fail(link, new HostFailure(classify(text, link.answered), text || 'disconnected'));
    });
    link.ready = client()
      .then(self => this.#send(link, 'hello', { client: self, protocol: PROTOCOL }, TIMEOUT))
      .then(onHello)
      .catch(error => {
        if (this.#open === link) this.close();
        throw error;
      });
    // every request awaits it as well; this keeps a lone rejection quiet
    link.ready.catch(() => {});
    return link;
  }

  /**
   * @param {Link} link
   * @param {string} method
   * @param {object | undefined} params
   * @param {number} timeout milliseconds
   * @returns {Promise<any>}
   */
  #send(link, method, params, timeout) {
    clearTimeout(this.#idleTimer);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      link.waiting.set(
        id,
        waiter(resolve, reject, timeout, () => {
          const detail = `no answer to ${method} in ${timeout / 1000} s`;
          this.#fail(link, new HostFailure('exited', detail));
          link.native.disconnect();
        }),
      );
      try {
        link.native.postMessage({ jsonrpc: '2.0', id, method, ...(params ? { params } : {}) });
      } catch (error) {
        this.#fail(link, new HostFailure(link.answered ? 'exited' : 'start-failed', String(error)));
      }
    });
  }

  /** @param {Link} link @param {any} message @returns {void} */
  #receive(link, message) {
    link.answered = true;
    if (typeof message?.method === 'string') {
      link.waiting.forEach(waiting => waiting.restart()); // whoever tells how it goes on is alive
      return this.#options.onNotice?.(message.method, message.params);
    }
    const entry = link.waiting.get(message?.id);
    if (!entry) {
      // an error without an id (`caller.forbidden`, `frame.too-large`) is about everything on this
      // port
      if (!message?.error) return;
      this.#fail(link, failureOf(message.error));
      return link.native.disconnect();
    }
    link.waiting.delete(message.id);
    clearTimeout(entry.timer);
    if (message.error) entry.reject(failureOf(message.error));
    else entry.resolve(message.result);
    this.#restartIdle();
  }

  #restartIdle() {
    clearTimeout(this.#idleTimer);
    if (this.#open?.waiting.size === 0) this.#idleTimer = setTimeout(() => this.close(), IDLE);
  }

  /** @param {Link} link @param {HostFailure} failure */
  #fail(link, failure) {
    if (this.#open === link) this.#open = null;
    clearTimeout(this.#idleTimer);
    for (const { reject, timer } of link.waiting.values()) {
      clearTimeout(timer);
      reject(failure);
    }
    link.waiting.clear();
  }
}

/** @param {Options} options */
export const createPort = options => new Port(options);

/**
 * @param {{ code?: number, message?: string, data?: { name?: string, index?: number } }} error
 * @returns {HostFailure}
 */
function failureOf(error) {
  const name = error.data?.name ?? `json-rpc ${error.code}`;
  if (name === 'caller.forbidden') return new HostFailure('forbidden', name, { name });
  if (name === 'protocol.unsupported' || name === 'method.unknown')
    return new HostFailure('protocol', name, { name });
  return new HostFailure('record', error.message ? `${name}: ${error.message}` : name, {
    name,
    index: error.data?.index,
  });
}
