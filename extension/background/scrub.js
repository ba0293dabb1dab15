/**
 * After an erase: browsers write new values beside old ones, so what was erased could stay in the profile's files.
 * Chromium deletes its whole store when an extension clears it; what remains is written anew. (Firefox overwrites
 * deleted content by itself.) A copy lies in session storage meanwhile, for a worker that is ended in between.
 */
import { api } from '../shared/api.js';
import { session } from './store.js';

const KEY = 'scrub';

/** Nothing else may write to storage.local meanwhile; the caller sees to it that the queue rests. */
export async function scrub() {
  const kept = await api.storage.local.get(null);
  await session.set(KEY, kept);
  await api.storage.local.clear();
  await restore();
}

/** At the start of the background. */
export async function restore() {
  const kept = await session.get(KEY);
  if (!kept) return;
  await api.storage.local.set(kept);
  await session.remove(KEY);
}
