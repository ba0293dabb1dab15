/**
 * A time-stamp of the log, as `optoutlog stamp` takes one: the log program gives its checkpoint,
 * the hash of that goes to the policy program and by it to the authority that the person chose, and
 * what comes back into the log. The one program has no network, the other never sees the log.
 */
import { ask } from './log/host.js';
import { askPolicy } from './watch/host.js';

/** @import { Stamp, StampAuthority } from '../shared/types.d.ts' */

/** Milliseconds: an authority is asked up to three times, a minute each at most. */
const QUIET = 240_000;

/** No time-stamp was asked for: `message` says why. */
export class NotStamped extends Error {}

/** @returns {Promise<StampAuthority[]>} those that the policy program knows; nobody is asked */
export const stampAuthorities = async () => (await askPolicy('policy.authorities')).authorities;

/** @returns {Promise<Stamp[]>} of the log, without their tokens; oldest first */
export async function stampList() {
  const all = [];
  let cursor = null;
  do {
    const page = /** @type {any} */ (await ask('stamps', cursor === null ? {} : { cursor }));
    for (const { seq, time, covers, authority } of page.stamps)
      all.push({ seq, time, count: covers.count, url: authority.url });
    cursor = page.next ?? null;
  } while (cursor !== null);
  return all;
}

/**
 * @param {{ authority: string, ca?: string }} asked name or https address; the text of a root
 *   certificate that the person trusts
 * @returns {Promise<Stamp & { signer: string, root: string, fingerprint: string, anchor: string }>}
 */
export async function stampTake({ authority, ca }) {
  const { ok, entries, head, checkpoint } = /** @type {any} */ (await ask('verify'));
  if (!ok) throw new NotStamped('broken');
  if (entries === 0) throw new NotStamped('empty');
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(checkpoint));
  const hash = [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const params = { hash, authority: String(authority), ...(ca ? { ca: String(ca) } : {}) };
  const stamp = await askPolicy('policy.stamp', params, QUIET);
  const { time, token, certificates, crls } = stamp;
  const covers = { count: entries, head };
  const { seq } = await ask('stamp', {
    ...{ id: crypto.randomUUID(), covers, authority: stamp.authority },
    ...{ time, token, certificates, crls },
  });
  const { signer, root, fingerprint, anchor } = stamp;
  return { seq, time, count: entries, url: stamp.authority.url, signer, root, fingerprint, anchor };
}
