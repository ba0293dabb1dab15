// What does On mean? The lines of the row beside the label: what On does, words of state, who
// decides, and what makes the switch void.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { is, LABEL, lexicon, means, run, strings } from './lib/meaning.mjs';

/** Language -> a description that turns the switch round, and one that does not. */
const CONDITIONS = {
  en: [
    [
      'Turning this on keeps your data out of training.',
      'On: your data stays private.',
      'When this is on we stop using your Pins.',
      'If you switch it on, we will exclude your Pins from training.',
      'Choose what we should leave alone.',
      'You are opting your chats out of the things that you tick.',
      'Switch on what we must leave out.',
    ],
    [
      'When this is on, we use your Pins, but not your messages.',
      'You can turn this on or off. We never sell data.',
      'Applies to models. We do not use messages.',
    ],
  ],
  de: [
    [
      'Wenn dies aktiviert ist, werden Ihre Daten nicht verwendet.',
      'Aktiviert: Ihre Daten bleiben außen vor und werden nicht genutzt.',
    ],
    ['Wenn dies aktiviert ist, nutzen wir Ihre Daten.'],
  ],
  fr: [
    ['Activer cette option empêche l’utilisation de vos données.'],
    ['Activer cette option nous aide.'],
  ],
  es: [
    ['Al activar esta opción, no usaremos tus datos.'],
    ['Al activar esta opción, usaremos tus datos.'],
  ],
  ru: [
    ['Если включено, ваши данные не используются.'],
    ['Если включено, ваши данные используются.'],
  ],
  ja: [
    ['オンにすると、データは学習に使用されません。'],
    ['オンにすると、データが学習に使用されます。'],
  ],
  zh: [['开启后，我们不会使用您的数据。'], ['开启后，我们会使用您的数据。']],
  ko: [['켜면 데이터가 사용되지 않습니다.'], ['켜면 데이터가 사용됩니다.']],
};
test('a sentence that says what On does, with a word that refuses, turns the switch', () => {
  for (const [lang, [turned, straight]] of Object.entries(CONDITIONS)) {
    for (const line of turned) {
      assert.equal(lexicon.states(line, [lang]), 'turned', line);
      is(means([LABEL], { lang }, { lines: [line] }), 'conflict');
    }
    for (const line of straight) assert.equal(lexicon.states(line, [lang]), null, line);
  }
});

test('a short line of the row that says the opposite of the switch', () => {
  const lines = [
    'You have opted out.',
    'Opted out',
    'Paused',
    'Training paused until 3 May',
    'Currently off for your region',
    'Off for everyone at Acme',
    'Your data is not used.',
    'It is off now.',
  ];
  for (const line of lines) assert.notEqual(means([LABEL, line]).why, 'ok', line);
  const elsewhere = {
    de: 'Derzeit ausgeschaltet',
    fr: 'Désactivé pour votre région',
    es: 'Desactivado en tu región',
    it: 'Disattivato per ora',
    nl: 'Nu uitgeschakeld',
    pl: 'Wyłączone w regionie',
    sv: 'Avstängt tills vidare',
    ru: 'Сейчас выключено',
    tr: 'Şu anda kapalı',
    ar: 'متوقف في منطقتك',
    he: 'כבוי כרגע',
    ja: '現在オフです',
    ko: '현재 꺼져 있음',
    zh: '您所在地区已关闭',
    th: 'ปิดอยู่ในขณะนี้',
    vi: 'Đang tắt ở khu vực của bạn',
    hi: 'अभी बंद है',
  };
  for (const [lang, line] of Object.entries(elsewhere))
    assert.notEqual(means([LABEL, line], { lang }).why, 'ok', line);
  for (const line of [
    'You have opted out.',
    'Currently off for your region',
    'Your data is not used.',
  ])
    is(means([LABEL, line], { raw: 'off' }), 'ok');
  assert.notEqual(means([LABEL, 'Currently on for your region'], { raw: 'off' }).why, 'ok');
  for (const line of [
    'You can turn this off anytime.',
    'We never use your private messages.',
    'Off or on, chats are kept.',
  ])
    is(means([LABEL, line]), 'ok');
});

test('a line that says whom to ask, who alone may, or that a policy decides', () => {
  for (const line of [
    'Contact your administrator to change this setting.',
    'Only admins can change this.',
    'Enforced by policy',
    'This setting is managed centrally.',
    'Wenden Sie sich an Ihren Administrator.',
    'Zentral verwaltet',
    'Contactez votre administrateur.',
    'Solo los administradores pueden cambiarlo.',
    'Apenas administradores podem alterar.',
    'Rivolgiti al tuo amministratore.',
    'Neem contact op met je beheerder.',
    'Skontaktuj się z administratorem.',
    'Endast administratörer kan ändra detta.',
    'Обратитесь к администратору.',
    'Yalnızca yöneticiler değiştirebilir.',
    '管理者にお問い合わせください。',
    '请联系管理员。',
    '관리자에게 문의하세요.',
    'اتصل بالمسؤول',
    'पहुंच के लिए व्यवस्थापक से संपर्क करें',
    'ติดต่อผู้ดูแล',
    'Liên hệ quản trị viên',
    'Hubungi administrator Anda',
  ]) {
    assert.equal(lexicon.states(line), 'others', line);
    is(means([LABEL], {}, { lines: [line] }), 'ok', 'sure', true);
  }
  for (const line of [
    'Contact our support team.',
    'Only you can see this.',
    'Read our privacy policy',
  ])
    assert.equal(lexicon.states(line), null, line);
});

test('every language with negations has state words, and every state word is told', () => {
  for (const [lang, [on, off]] of Object.entries(lexicon.STATES)) {
    for (const word of on.split('|'))
      assert.equal(lexicon.stateWord(word, [lang]), 'on', `${lang} ${word}`);
    for (const word of off.split('|'))
      assert.equal(lexicon.stateWord(word, [lang]), 'off', `${lang} ${word}`);
  }
  for (const lang of Object.keys(lexicon.TURNS)) assert.ok(lexicon.STATES[lang], lang);
});

test('a state word of the row against the box', () => {
  is(means([LABEL, 'Off']), 'conflict');
  is(means([LABEL, 'On']), 'ok');
  is(means([LABEL, 'Off', 'On']), 'ok');
  is(means([run([LABEL, ' ', 'Off'])]), 'conflict');
  is(
    means(['Meine Daten zum Trainieren von KI-Modellen verwenden', 'Aus'], { lang: 'de' }),
    'conflict',
  );
  is(means([LABEL, 'Off'], { raw: 'off' }), 'ok');
  is(means([LABEL, run('Off', { where: 'around' })]), 'conflict');
});

test('a name that offers what is there already', () => {
  const gemini = { labels: [strings.get('@train'), strings.get('@setting')], byWords: true };
  is(
    means(
      [LABEL, run('Off', { own: true })],
      { ...gemini, raw: 'off' },
      { names: ['Turn off your Keep Activity setting'] },
    ),
    'conflict',
  );
  is(
    means([LABEL, run('On', { own: true })], gemini, {
      names: ['Turn off your Keep Activity setting'],
    }),
    'ok',
  );
  is(
    means(
      [LABEL, run('Off', { own: true })],
      { ...gemini, raw: 'off' },
      { names: ['Turn on your Keep Activity setting'] },
    ),
    'ok',
  );
  is(means([LABEL], gemini, { names: ['Do not keep activity setting'] }), 'conflict');
});

test('a line that says that somebody else decided, in many languages', () => {
  for (const line of [
    'Turned off by your organisation',
    'Managed by your organization',
    'Your administrator has turned this off',
    'Your workspace admin manages this setting',
    'This setting is controlled by your school',
    'Von Ihrer Organisation deaktiviert',
    'Désactivé par votre organisation',
    'Desactivado por tu organización',
    'Desativado pela sua organização',
    'Disattivato dalla tua organizzazione',
    'Uitgeschakeld door je organisatie',
    'Wyłączone przez Twoją organizację',
    '組織によって無効にされています',
    '由您的组织管理，已关闭',
    '조직에서 사용 중지했습니다',
    'Отключено вашей организацией',
    'Kuruluşunuz tarafından kapatıldı',
    'أوقفت مؤسستك هذا الإعداد',
  ]) {
    assert.equal(lexicon.states(line), 'others', line);
    is(means([LABEL], {}, { lines: [line] }), 'ok', 'sure', true);
  }
  for (const line of [
    'If your organization manages your account, you may not see this.',
    'Applies to models that write, draw or speak.',
    'Not offered for accounts managed by an organization.',
    'Data shared with our company is kept.',
  ])
    assert.equal(lexicon.states(line), null, line);
});

test('a line that makes the switch void, or turns it', () => {
  for (const line of [
    'This is off, so the settings below have no effect.',
    'Overridden by the setting above',
    'Die Einstellungen unten haben keine Wirkung',
    'この設定は効果がありません',
    'Les réglages ci-dessous n’ont aucun effet',
  ])
    is(means([LABEL], {}, { lines: [line] }), 'conflict');
  for (const line of [
    'Turn this on to opt out of training',
    'When this is on, your chats are not used.',
    'Check this box to exclude your data',
    'オンにすると、データは学習に使用されません',
  ]) {
    is(means([LABEL], {}, { lines: [line] }), 'conflict');
    is(means([LABEL], { onMeans: 'opted-out' }, { lines: [line] }), 'ok');
  }
  is(means([LABEL], {}, { greyed: true }), 'ok', 'sure', true);
});

test('two words of state in one area are captions; one farther out says what it says', () => {
  const at = (value, depth) => run(value, { depth });
  is(means([at(LABEL, 1), at('Off', 0), at('On', 0)]), 'ok');
  is(means([at(LABEL, 1), at('On', 0), at('Off', 1)]), 'conflict');
  is(means([at(LABEL, 1), at('On', 0), at('On', 1)]), 'ok');
  is(means([at(LABEL, 1), at('Off', 0), at('On', 1)], { raw: 'off' }), 'conflict');
});

test('a status with a colon says how it stands; a default and a description do not', () => {
  const told = {
    en: ['Status: Off', 'Current setting: Off', 'Currently: Off'],
    de: ['Aktueller Status: Aus'],
    fr: ['Statut : désactivé'],
    es: ['Estado: Desactivado'],
    ja: ['ステータス：オフ', '現在の設定：オフ'],
    zh: ['状态：关闭'],
  };
  for (const [lang, lines] of Object.entries(told))
    for (const line of lines) {
      assert.equal(lexicon.status(line, [lang]), 'off', line);
      assert.notEqual(means([LABEL, line], { lang }).why, 'ok', line);
    }
  for (const line of [
    'Default: Off',
    'Recommended setting: Off',
    'On: your data stays',
    'Ads: Off',
  ])
    assert.equal(lexicon.status(line, ['en']), null, line);
});
