// The policy watch as a person works it on the dashboard, and as the command tells of it.
import { steady } from './pick.mjs';
import { until } from './until.mjs';

export const DAY = 86_400_000;
export const DASHBOARD = 'pages/dashboard/dashboard.html#policies';
/** The changes that nobody has marked as read. */
export const UNREAD = '#policy [data-part="unread"] > li';
/** The texts of what stands there. */
export const says = (page, selector) =>
  page.$$eval(selector, all => all.map(one => one.textContent.replace(/\s+/g, ' ').trim()));

/** Reads LinkedIn's page until the log says so. */
export async function see(world, training) {
  const page = steady('linkedin', training);
  const visit = await world.visit(page.url, page.file);
  await visit.becomes(training);
  await until(
    `the log to say ${training}`,
    async () =>
      (await world.status()).find(line => line.platform === 'linkedin')?.training === training,
  );
  await visit.close();
}

/**
 * A click on what stands there now: a list that is just drawn anew has other nodes a moment later.
 */
export const press = (page, selector) =>
  until(`${selector} to be pressed`, async () => {
    await page.click(selector);
    return true;
  });

/** A watched document, or all that is known of the watch, as the command tells it. */
export async function listed(world, id) {
  const { stdout } = await world.command(['policy', 'list', '--json']);
  return id ? JSON.parse(stdout).documents.find(one => one.document === id) : JSON.parse(stdout);
}

/** Presses "Check now" and waits until that check is over. */
export async function check(world, page) {
  const before = (await world.stored('local', 'policy'))?.checked ?? null;
  await until('the button', () => page.$eval('#policy-check', button => !button.disabled));
  await press(page, '#policy-check');
  await checked(world, before);
}

export const checked = (world, before) =>
  until(
    'the check to end',
    async () => {
      const state = await world.stored('local', 'policy');
      return (
        state?.checked &&
        state.checked !== before &&
        !(await world.stored('session', 'policyProgress'))
      );
    },
    {
      seen: async () => [
        await world.stored('local', 'policy'),
        await world.stored('session', 'policyProgress'),
      ],
    },
  );
