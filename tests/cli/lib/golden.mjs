// What every subcommand writes on a terminal of three widths, without colours, into a pipe and for
// a program, as text that can be read and compared. One shell plays all cases of a way of looking.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { CHANGES, GOLDEN } from './golden-cases.mjs';
import { fixedComputer } from './golden-record.mjs';

/** @typedef {{ name: string, columns?: number, json?: true, env?: Record<string, string> }} Way */
/** @typedef {{ shown: string, said: string, status: string }} Run said: on standard error */

/** @type {Way[]} */
const WAYS = [
  { name: 'terminal 60', columns: 60 },
  { name: 'terminal 100', columns: 100 },
  { name: 'terminal 200', columns: 200 },
  { name: 'terminal 100, NO_COLOR', columns: 100, env: { NO_COLOR: '1' } },
  { name: 'pipe' },
  { name: 'pipe, --json', json: true },
];
const HELP = { name: 'pipe' };

/** Marks in what a shell prints; no command writes them. */
const [BEGIN, SAID, END] = ['\x01', '\x02', '\x03'];

/** @returns {Promise<Record<string, string>>} name of a file -> its text */
export async function goldenTexts() {
  const world = await fixedComputer();
  try {
    const cases = Object.entries(GOLDEN).flatMap(([command, list]) =>
      list.map(args => ({ command, args })),
    );
    const ways = WAYS.map(way => ({ way, runs: play(world, way, cases) }));
    const helps = Object.keys(GOLDEN).map(command => ({ command, args: ['--help'] }));
    const help = play(world, HELP, helps);
    return Object.fromEntries(
      Object.keys(GOLDEN).map((command, which) => [
        `${command.replace(' ', '-')}.txt`,
        [
          block({ command, args: ['--help'] }, [{ way: HELP, run: help[which] }]),
          ...cases.flatMap((one, index) =>
            one.command === command
              ? [
                  block(
                    one,
                    ways.map(({ way, runs }) => ({ way, run: runs[index] })),
                  ),
                ]
              : [],
          ),
        ].join('\n'),
      ]),
    );
  } finally {
    world.remove();
  }
}

/**
 * @param {Awaited<ReturnType<typeof fixedComputer>>} world
 * @param {Way} way
 * @param {{ command: string, args: string[] }[]} cases
 * @returns {Run[]} one for each case
 */
function play({ computer, env, version }, way, cases) {
  const file = computer.at('cases.sh');
  const terminal = way.columns !== undefined;
  const lines = cases.map(({ command, args }) => {
    const words = [...command.split(' '), ...args, ...(way.json ? ['--json'] : [])];
    const rooted = ['register', 'unregister', 'doctor'].includes(command)
      ? [words[0], '--root', computer.at('root'), ...words.slice(1)]
      : words;
    const typed = rooted.map(word => `'${word.replace(/^~/, computer.at('home'))}'`).join(' ');
    const again = CHANGES.has(command)
      ? 'cd /; rm -rf "$HOME"; cp -a "$KEPT" "$HOME"; cd "$HOME"; '
      : '';
    const errors = terminal ? '' : ' 2>"$ERRORS"';
    return (
      `${again}printf '${BEGIN}'; LD_PRELOAD="$FIXED" optoutlog ${typed} </dev/null${errors}; ` +
      `ended=$?; printf '${SAID}'; ${terminal ? '' : 'cat "$ERRORS"; '}printf "${END}$ended\\n"\n`
    );
  });
  writeFileSync(file, `${terminal ? `stty cols ${way.columns} -onlcr\n` : ''}${lines.join('')}`);
  const { LD_PRELOAD: FIXED, ...others } = env;
  const shell = spawnSync(
    ...(terminal ? ['script', ['-qec', `sh '${file}'`, '/dev/null']] : ['sh', [file]]),
    {
      env: {
        ...{ ...computer.env, ...others, ...way.env, FIXED },
        ...{ KEPT: computer.at('kept'), ERRORS: computer.at('errors') },
        PATH: `${computer.at('bin')}:/usr/bin:/bin`,
      },
      cwd: computer.at('home'),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  const runs = shell.stdout
    .replaceAll(computer.path, '/tmp/optoutlog-XXXXXX')
    .replaceAll(version, 'VERSION')
    .split(BEGIN)
    .slice(1)
    .map(text => {
      const [, shown, said, status] = /^([^]*)\x02([^]*)\x03(\d+)/.exec(text) ?? [];
      return { shown: way.json ? pretty(shown) : coloured(shown), said: coloured(said), status };
    });
  if (runs.length !== cases.length)
    throw new Error(`${way.name}: ${runs.length} of ${cases.length} cases ran\n${shell.stderr}`);
  return runs;
}

const COLOURS = { 0: '', 1: 'bold', 2: 'dim', 32: 'green', 33: 'yellow', '1;31': 'red' };
/** Colours as words: {green}off{}. @param {string} text */
const coloured = text =>
  text.replaceAll(/\x1b\[([\d;]*)m/g, (_, code) => `{${COLOURS[code] ?? code}}`);

/** @param {string} text */
function pretty(text) {
  try {
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  } catch {
    return text;
  }
}

/**
 * A case as it is stored. Ways that show the same stand together.
 * @param {{ command: string, args: string[] }} one
 * @param {{ way: Way, run: Run }[]} seen
 */
function block({ command, args }, seen) {
  /** @type {Map<string, string[]>} */
  const same = new Map();
  for (const { way, run } of seen) {
    const said = run.said.replaceAll(/^(?=.)/gm, '! ');
    const status = run.status === '0' ? '' : `[ends with ${run.status}]\n`;
    const text = `${run.shown}${said}${status}`.replaceAll(/[ \t]+$/gm, '');
    same.set(text, [...(same.get(text) ?? []), way.name]);
  }
  const line = ['$ optoutlog', command, ...args].join(' ');
  const parts = [...same].map(([text, names]) => `--- ${names.join(' | ')}\n${text}`);
  return `${line}\n${parts.join('')}`;
}
