// The main job, to look at: a browser with the extension on a local copy of a settings page, and
// what the log then holds. installer/setup.sh ends with it.
//
//   node tests/e2e/demo.mjs [--browser chromium|firefox] [--headless] [--brief]
//
// With a display the browser is visible and stays open until it is closed; each new line of the log
// is told as it comes. Without one (or with --headless) the demonstration turns the switch off
// itself and takes pictures. --brief does the same with a visible browser. The profile is thrown
// away; the log is a demonstration's own, and named. Nothing leaves the machine.
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as chromium from './lib/chromium.mjs';
import * as firefox from './lib/firefox.mjs';
import { binaries } from './lib/host.mjs';
import { clicked } from './lib/pick.mjs';
import { popupPage, readPopup } from './lib/popup.mjs';
import { out, root } from './lib/profile.mjs';
import { until } from './lib/until.mjs';
import { World } from './lib/world.mjs';

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    headless: { type: 'boolean' },
    brief: { type: 'boolean' },
  },
});
const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && !values.headless;
const alone = !display || values.brief;
const installed = { chromium: chromium.executable, firefox: firefox.executable };
const name = values.browser ?? Object.keys(installed).find(it => existsSync(installed[it]));
if (!name || !(name in installed) || !existsSync(installed[name])) {
  const missing = name
    ? `${installed[name] ?? name} is not there`
    : 'neither Chromium nor Firefox is installed';
  console.error(
    `No browser to show it in: ${missing}.\nInstall one: sudo apt-get install chromium`,
  );
  process.exit(2);
}

const data = path.join(out, 'demo/log');
const pictures = path.join(out, 'demo');
const step = text => console.log(`  • ${text}`);

async function status(world) {
  const { stdout } = await world.command(['status']);
  console.log(
    `\nThe log now holds (optoutlog status):\n${stdout.replace(/^/gm, '    ').trimEnd()}\n`,
  );
}

/** Picture of the popup about the visit's page. @returns its sentence */
async function picture(visit, file) {
  const popup = await popupPage(visit);
  await popup.screenshot({ path: path.join(pictures, file), fullPage: true });
  const { sentence } = await readPopup(popup);
  await popup.close();
  await visit.page.bringToFront();
  return sentence;
}

const logged = (world, training) =>
  until(
    `the log to say ${training}`,
    async () =>
      (await world.status()).some(
        line => line.platform === 'linkedin' && line.training === training,
      ),
    { seen: () => world.status() },
  );

async function showAlone(world, visit, page) {
  await logged(world, 'allowed');
  step(
    `the popup says: “${await picture(visit, 'popup-allowed.png')}”  badge: ${await visit.badge()}`,
  );
  step('now the switch is turned off by a click…');
  await visit.page.click(page.test.then[0].on);
  await visit.becomes('denied');
  await logged(world, 'denied');
  step(
    `the popup says: “${await picture(visit, 'popup-denied.png')}”  badge: ${await visit.badge()}`,
  );
  await visit.page.screenshot({ path: path.join(pictures, 'page.png') });
  await status(world);
  console.log(
    `Pictures: ${path.relative(root, pictures)}/popup-allowed.png, popup-denied.png, page.png`,
  );
}

async function showPerson(world, visit) {
  await logged(world, 'allowed');
  step(
    `the badge says ${await visit.badge()}. Click the extension's icon (in the puzzle-piece ` +
      'menu) to read the popup.',
  );
  step(
    'Turn the switch on the page off and on, and look again. Close the browser when you have ' +
      'seen enough.',
  );
  const closed = new Promise(resolve => {
    world.browser.once('disconnected', resolve);
  });
  let open = true;
  void closed.then(() => {
    open = false;
  });
  let last = await visit.world.history();
  while (open) {
    await Promise.race([
      closed,
      new Promise(resolve => {
        setTimeout(resolve, 500);
      }),
    ]);
    const now = await visit.world.history().catch(() => last);
    for (const entry of now.slice(0, now.length - last.length).reverse())
      step(
        `logged: ${entry.at.slice(11, 19)} UTC  ${entry.platform}/${entry.control}: training ` +
          `${entry.training}`,
      );
    last = now;
  }
  await status(world);
}

let bin;
try {
  bin = binaries();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
await rm(pictures, { recursive: true, force: true });
await mkdir(data, { recursive: true, mode: 0o700 });
const page = clicked('linkedin', 'allowed', 'denied');
console.log(
  `Opt-Out Log in ${name}${display ? '' : ', unseen (no display)'}; nothing of your own ` +
    `browser or log is used.\n`,
);
const world = await World.open(name, { headless: !display, data });
try {
  step(
    `${world.driver.label} started with a profile that is thrown away, the extension loaded, ` +
      'the log program registered for it',
  );
  const visit = await world.visit(page.url, page.file);
  step(`opened ${page.url} (a local copy: tests/pages/${page.platform}/${page.name})`);
  const reading = await visit.becomes('allowed');
  step(`read: training ${reading.training}, ${reading.sure}, by ${reading.by.join(', ')}`);
  await (alone ? showAlone(world, visit, page) : showPerson(world, visit));
} finally {
  await world.close();
}
const own = path.relative(root, data);
const command = path.relative(root, path.join(bin, 'optoutlog'));
console.log(`The demonstration's log: ${own}
Look at it:  OPTOUTLOG_DATA=${own} ${command} history
Your own log is elsewhere and untouched.`);
