// Who looks seldom: six looks of one setting and two of another in two years, and a return.
import { bring, reading } from './dashboard.mjs';
import { World } from './world.mjs';

/**
 * @param {string} locale
 * @param {(world: World, state: string, options: { width?: number, hash?: string, act: (page:
 *   any) => Promise<void> }) => Promise<void>} take takes a picture of the dashboard
 */
export async function seldomWorld(locale, take) {
  const world = await World.open('chromium', { locale });
  try {
    const ada = { account: 'ada-l' };
    await bring(world, [
      reading(720, 'allowed', ada),
      reading(715, 'denied', { ...ada, actor: 'user', how: 'changed', sure: 'likely' }),
      reading(500, 'denied', ada),
      reading(260, 'denied', ada),
      reading(19, 'denied', ada),
      reading(11, 'allowed', ada),
      reading(640, 'allowed', { ...ada, platform: 'x', control: 'grok-training' }),
      reading(90, 'unknown', { ...ada, platform: 'x', control: 'grok-training' }),
    ]);
    const still = async () => {};
    await take(world, 'seldom', { act: still });
    await take(world, 'seldom-narrow', { width: 360, act: still });
    const act = async page => {
      await page.click('#letter-form button');
      await page.waitForSelector('#letter-text');
    };
    await take(world, 'letter', { hash: '#objections', act });
  } finally {
    await world.close();
  }
}
