/**
 * The platforms the user has. Those not followed are neither counted nor coloured. As long as the
 * user has not chosen, these are the ones whose hosts are granted.
 */
import { grantedPlatforms } from './permissions.js';
import { local } from './store.js';

/** @import { Platform } from '../../shared/types.d.ts' */

/**
 * @param {Platform[]} platforms
 * @returns {Promise<Set<string>>}
 */
export async function followed(platforms) {
  const chosen = await local.get('followed');
  return chosen ? new Set(chosen) : grantedPlatforms(platforms);
}

/**
 * @param {string[]} ids
 * @param {Platform[]} platforms ids that are not among them are dropped
 */
export async function follow(ids, platforms) {
  await local.set(
    'followed',
    platforms.map(platform => platform.id).filter(id => ids.includes(id)),
  );
}

/**
 * Adds platforms whose host was just granted, to a choice that was made before.
 * @param {string[]} ids
 * @param {Platform[]} platforms
 */
export async function followMore(ids, platforms) {
  const chosen = await local.get('followed');
  if (chosen) await follow([...chosen, ...ids], platforms);
}
