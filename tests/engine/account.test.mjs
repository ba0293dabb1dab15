// Whose settings a page shows: for every rule that knows the place, and for the frame of a page
// where none does.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readRules } from '../../scripts/lib-rules.mjs';
import { openPage } from './lib/page.mjs';

const rules = readRules().map(({ rule }) => rule);
const NONE = { id: 'none', name: 'Acme' };

/**
 * @param {any} rule
 * @param {string} body
 * @param {(page: any, read: () => any) => any} [act]
 * @param {string} [url]
 */
async function read(rule, body, act, url = 'https://acme.test/settings') {
  const page = await openPage({
    html: `<!doctype html><html lang="en"><body>${body}</body></html>`,
    url,
  });
  try {
    page.inject();
    const look = () => page.window.OptOutLog.account.read(rule);
    return act ? await act(page, look) : look().name;
  } finally {
    page.close();
  }
}

/** platform -> its place with a name in it, and what the name is read as */
const PLACES = {
  chatgpt: name => [
    '<nav><div role="button" data-testid="accounts-profile-button"><div ' +
      `class="truncate">${name}</div><div class="truncate">Free</div></div></nav>`,
    name,
  ],
  gemini: name => [
    '<header><a role="button" href="https://accounts.google.com/SignOutOptions?hl=en" ' +
      `aria-label="Google Account: ${name} (she/her) ` +
      `(${name.split(' ')[0].toLowerCase()}@example.org)">A</a></header>`,
    `${name.split(' ')[0].toLowerCase()}@example.org`,
  ],
  github: name => [
    `<meta name="user-login" content="${name.split(' ')[0].toLowerCase()}-l">`,
    `${name.split(' ')[0].toLowerCase()}-l`,
  ],
  x: name => [
    `<header role="banner"><a href="/${name.split(' ')[0].toLowerCase()}_t" ` +
      'data-testid="AppTabBar_Profile_Link">Profile</a></header>',
    `${name.split(' ')[0].toLowerCase()}_t`,
  ],
};

test('every rule with an account has its place here', () => {
  assert.deepEqual(
    rules
      .filter(rule => rule.account)
      .map(rule => rule.id)
      .sort(),
    Object.keys(PLACES).sort(),
  );
});

for (const [id, place] of Object.entries(PLACES)) {
  const rule = rules.find(entry => entry.id === id);
  const [first, ada] = place('Ada Lovelace');
  const [second, grace] = place('Grace Hopper');
  test(`${id}: the named account is read`, async () => assert.equal(await read(rule, first), ada));
  test(`${id}: while no name is there, one is expected`, async () => {
    await read(rule, '<main>Loading</main>', (_page, look) =>
      assert.deepEqual({ ...look() }, { name: null, expected: true }),
    );
  });
  test(`${id}: a late name is read at the next look, a swapped one at the one after`, async () => {
    await read(rule, '<div id="slot"></div>', (page, look) => {
      const slot = page.window.document.getElementById('slot');
      const seen = [];
      for (const inner of ['', first, second]) {
        slot.innerHTML = inner;
        seen.push(look().name);
      }
      assert.deepEqual(seen, [null, ada, grace]);
    });
  });
}

for (const rule of rules.filter(entry => !entry.account && entry.controls)) {
  const name = `${rule.id}: knows no place, waits for none, and takes what the frame says`;
  test(`${name}: late, swapped`, async () => {
    await read(rule, '<header id="slot"></header><main>Settings</main>', (page, look) => {
      const slot = page.window.document.getElementById('slot');
      const seen = [];
      for (const inner of [
        '',
        '<button>Me: Ada Lovelace</button>',
        '<button>Me: Grace Hopper</button>',
      ]) {
        slot.innerHTML = inner;
        seen.push(look());
      }
      assert.deepEqual(
        seen.map(({ name, expected }) => [name, expected]),
        [
          [null, false],
          ['Ada Lovelace', false],
          ['Grace Hopper', false],
        ],
      );
    });
  });
}

const NAMED = {
  'a dialog that says who is signed in': [
    '<div role="dialog"><h2>Data</h2><p>Signed in as Ada Lovelace</p></div>',
    'Ada Lovelace',
  ],
  'the same with the name in an element of its own': [
    '<header><p>Signed in as <b>Ada Lovelace</b>. <a href="/out">Sign out</a></p></header>',
    'Ada Lovelace',
  ],
  'the same in German, in a footer': [
    '<footer>Angemeldet als ada@example.org</footer>',
    'ada@example.org',
  ],
  'the same in French': ['<nav>Connecté en tant que Ada Lovelace</nav>', 'Ada Lovelace'],
  'an account button with an address': [
    '<header><button aria-haspopup="menu" aria-label="Account menu for ' +
      'ada@example.org"></button></header>',
    'ada@example.org',
  ],
  'an address and a name: the address': [
    '<header><a href="https://accounts.acme.test/out" aria-label="Konto: Ada (sie) ' +
      '(ada@example.org)">A</a><button>Me: Ada</button></header>',
    'ada@example.org',
  ],
  'a menu button with a handle': [
    '<header><button aria-haspopup="menu"><span>Ada Lovelace</span> ' +
      '<span>@ada_l</span></button></header>',
    'ada_l',
  ],
  'the link to the own profile': ['<nav><a href="/@ada_l">Profile</a></nav>', 'ada_l'],
  'the same with a bad % in it': ['<nav><a href="/@ada%E0%A4%A">Profile</a></nav>', 'ada%E0%A4%A'],
  'a portrait in the button that says me': [
    '<header><button><img alt="Ada Lovelace" src="data:,"> Me</button></header>',
    'Ada Lovelace',
  ],
  'a portrait that says of whom': [
    '<header><button aria-haspopup="menu"><img alt="Ada Lovelace’s profile picture" ' +
      'src="data:,"></button></header>',
    'Ada Lovelace',
  ],
  'the same in Spanish': [
    '<header><button><img alt="Foto de perfil de Ada Lovelace" src="data:,"></button></header>',
    'Ada Lovelace',
  ],
  'the same in Japanese': [
    '<header><button><img alt="Ada Lovelaceのアバター" src="data:,"></button></header>',
    'Ada Lovelace',
  ],
  'two accounts whose names share a word in parentheses, the first': [
    '<header><button>Account: Ada Lovelace (she/her)</button></header>',
    'Ada Lovelace (she/her)',
  ],
  'a name longer than a hundred characters is cut': [
    `<header><button>Me: ${'Ada '.repeat(40)}</button></header>`,
    `${'Ada '.repeat(25).trim()}`,
  ],
};
for (const [what, [body, name]] of Object.entries(NAMED)) {
  test(`the frame names the account: ${what}`, async () =>
    assert.equal(await read(NONE, body), name));
}

const UNNAMED = {
  nobody: '<header><a href="/">Home</a></header><main>Settings</main>',
  'two addresses':
    '<header><button>ada@example.org</button><button>grace@example.org</button></header>',
  'two handles':
    '<nav><button aria-haspopup="menu">@ada_l</button><button ' +
    'aria-haspopup="menu">@grace_h</button></nav>',
  'two people signed in':
    '<header>Signed in as Ada</header><div role="dialog"><p>Signed in as Grace</p></div>',
  'a chat that quotes the words': '<main><p>Signed in as Ada Lovelace</p></main>',
  'an article in a dialog':
    '<div role="dialog"><article><p>Signed in as Ada Lovelace</p></article></div>',
  'a sentence that goes on': '<header>Signed in assembly</header>',
  'an address that people wrote': '<main><header><button>ada@example.org</button></header></main>',
  'an address to write to': '<header><a href="mailto:ada@example.org">ada@example.org</a></header>',
  'an address of an office': '<header><a href="/contact">support@acme.test</a></header>',
  'a row of contacts': '<nav><div role="listitem"><button>grace@example.org</button></div></nav>',
  'words that stand for a name':
    '<header><button aria-haspopup="menu" aria-label="Account: your profile"><img ' +
    'alt="Profile picture" src="data:,"></button></header>',
  'the same in German':
    '<header><button aria-haspopup="menu"><img alt="Profilbild" src="data:,"> ' +
    'Profil</button></header>',
  'the same in Japanese':
    '<header><button aria-haspopup="menu"><img alt="プロフィール画像" src="data:,"> ' +
    'プロフィール</button></header>',
  'a picture of the platform':
    '<header><a href="/"><img alt="Acme’s avatar" src="data:,"></a></header>',
  'a profile without a name in its address':
    '<nav><a href="/profile">Profile</a> <a href="/in/me">Profile</a></nav>',
  'the profile of somebody else': '<nav><a href="/@grace_h">Grace Hopper</a></nav>',
  'a profile on another host': '<nav><a href="https://elsewhere.test/@ada_l">Profile</a></nav>',
  'a name that is not shown': '<header><button hidden>Me: Ada Lovelace</button></header>',
};
for (const [what, body] of Object.entries(UNNAMED)) {
  test(`the frame names nobody: ${what}`, async () => assert.equal(await read(NONE, body), null));
}

test('names that share a word in parentheses are two accounts', async () => {
  const gemini = rules.find(rule => rule.id === 'gemini');
  const page = label =>
    `<header><a href="https://accounts.google.com/SignOutOptions" aria-label="${label}" ` +
    'role="button">A</a></header>';
  assert.equal(
    await read(gemini, page('Google Account: Mira Tolv (she/her) (mira@example.org)')),
    'mira@example.org',
  );
  assert.equal(await read(gemini, page('Compte Google : Runa Ek (she/her)')), 'Runa Ek (she/her)');
});

test('a bad % in an address does not end the look', async () => {
  const x = rules.find(rule => rule.id === 'x');
  assert.equal(
    await read(
      x,
      '<a href="/ada%E0%A4%A" data-testid="AppTabBar_Profile_Link">Profile</a>',
      undefined,
      'https://x.com/settings/grok_settings',
    ),
    'ada%E0%A4%A',
  );
});
