// What does On mean? The pure core: words in, meaning out. Every language that the lexicon knows
// has its turned labels.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { namespace } from './lib/namespace.mjs';

const { text, lexicon, meaning } = namespace([
  'text.js',
  'patterns.js',
  'lexicon-turns.js',
  'lexicon-states.js',
  'lexicon-lines.js',
  'languages.js',
  'lexicon.js',
  'phrases.js',
  'label.js',
  'meaning.js',
]);
const LABEL = 'Use my data for training AI models';
const strings = text.compile({
  train: {
    en: [LABEL],
    de: ['Meine Daten zum Trainieren von KI-Modellen verwenden'],
    '*': ['AI training 1'],
  },
  block: { en: ['Do not train on my content'] },
  state: { en: ['On', 'Off'] },
  row: { en: [{ starts: LABEL, then: ['@state'] }] },
  setting: { en: [{ words: ['keep activity', 'setting'] }] },
});
const run = (value, more = {}) => ({
  parts: [value].flat(),
  where: 'row',
  own: false,
  press: false,
  heading: false,
  ...more,
});
const speech = (more = {}) => ({
  labels: [strings.get('@train')],
  known: value =>
    [...strings.values()].some(list => text.match(list, value, 'en')?.loose === false),
  lang: 'en',
  speaks: true,
  translated: false,
  spoken: false,
  units: [],
  raw: 'on',
  byWords: false,
  onMeans: 'training',
  ...more,
});
/** @param {any[]} runs @param {any} [more] of the speech @param {any} [words] */
const means = (runs, more = {}, words = {}) =>
  meaning.means(
    {
      names: [],
      runs: runs.map(one => (one.parts ? one : run(one))),
      lines: [],
      greyed: false,
      ...words,
    },
    speech(more),
  );
const is = (got, why, atMost = 'sure', locked = false) =>
  assert.deepEqual(
    { why: got.why, atMost: got.atMost, locked: got.locked },
    { why, atMost, locked },
    got.because,
  );

test('the label and nothing against it', () => {
  is(means([LABEL]), 'ok');
  is(
    means([LABEL, 'Applies to models that write, draw or speak. We do not use private messages.']),
    'ok',
  );
  is(means([LABEL], {}, { names: [LABEL] }), 'ok');
  is(means([LABEL, 'Learn more about how you can opt out of other things, too.']), 'ok');
});

test('typography is no other word', () => {
  const odd = 'Use my\u00a0da\u00adta for train\u200bing AI\u202f\u200fmodels.';
  is(means([odd], {}, { names: [LABEL.toUpperCase()] }), 'ok');
  is(means([run(['Use my', '\u00a0', 'data for ', 'train', 'ing AI', ' models'])]), 'ok');
  is(means(['Meine Daten zum Trainieren von KI\u2011Modellen verwenden'], { lang: 'de' }), 'ok');
});

test('letters that only look alike are other letters', () => {
  for (const value of [
    LABEL.replace('a', '\u0430'),
    LABEL.replace('o', '\u03bf'),
    LABEL.replace('d', '\u0501'),
  ])
    is(means([value]), 'layout-changed');
});

test('a reworded label in a language of the rule, whatever the hook says', () => {
  for (const value of [
    'Keep my data out of training',
    'Opt out of training AI models with my data',
    'Use my data for ads',
    'Ne pas utiliser mes données',
  ]) {
    is(means([value], { spoken: true }), 'layout-changed');
    is(means([value], { spoken: true }, { names: [value] }), 'layout-changed');
  }
  is(means(['Use my data'], { spoken: true, lang: '' }), 'layout-changed');
});

test('a label that goes on says something else', () => {
  is(means([run([LABEL, ' for advertising'])]), 'layout-changed');
  is(means([run([LABEL, ': opt-out'])]), 'layout-changed');
  is(means([LABEL, 'for partners only']), 'layout-changed');
  is(means([run([LABEL, ' ', 'On'])]), 'ok');
  is(means([run([LABEL, ' ', 'New'])]), 'ok');
  is(means([run(['Opt out: ', LABEL])]), 'layout-changed');
});

test('a negation beside the label, before it, or above it', () => {
  is(means([run('Opt out of:', { where: 'lead' }), LABEL]), 'layout-changed');
  is(means([run('Do not', { where: 'lead', heading: true }), LABEL]), 'layout-changed');
  is(means(['Exclude me', LABEL]), 'layout-changed');
  is(means([run('Data for AI', { where: 'lead', heading: true }), LABEL]), 'ok');
  is(means([run('Do not train on my content', { where: 'lead', heading: true }), LABEL]), 'ok');
  is(means([LABEL, run('Opt out of emails', { press: true })]), 'ok');
});

test('name and shown words that differ are a conflict; more of the same row is not', () => {
  is(means(['Keep my chats out of training'], {}, { names: [LABEL] }), 'conflict');
  is(means([LABEL], {}, { names: ['Use my data for ads'] }), 'conflict');
  is(means([LABEL], {}, { names: ['Keep my data out of training'] }), 'conflict');
  is(means([LABEL], {}, { names: [`${LABEL}, not`] }), 'conflict');
  for (const name of [
    'Toggle',
    'On',
    'Switch setting',
    `${LABEL} On`,
    `Toggle: ${LABEL}`,
    `${LABEL} Helps us.`,
  ])
    is(means([LABEL, 'Helps us.'], {}, { names: [name] }), 'ok');
});

test('a control with a label of its own, beside the words of the rule, is another', () => {
  is(means([LABEL, 'Deals Program'], {}, { names: ['Deals Program'] }), 'not-found');
  is(
    means([LABEL, 'I would like to opt out'], {}, { names: ['I would like to opt out'] }),
    'not-found',
  );
});

test('a hook that says "opt out" stands beside words that refuse, once', () => {
  const german = { lang: 'de', speaks: false, spoken: true, onMeans: 'opted-out' };
  is(means(['Weitergabe an Dritte verhindern'], german), 'ok', 'likely');
  is(
    means(
      [run('Lesen', { where: 'lead', heading: true }), 'Weitergabe an Dritte verhindern'],
      german,
    ),
    'ok',
    'likely',
  );
  is(means(['Weitergabe an Dritte erlauben'], german), 'layout-changed');
  is(means(['Weitergabe an Dritte nicht verhindern'], german), 'layout-changed');
});

test('the name alone, without shown words: likely at most', () => {
  is(means([], {}, { names: [LABEL] }), 'ok', 'likely');
  is(means(['On'], {}, { names: [LABEL] }), 'ok', 'likely');
  is(means(['Off'], {}, { names: [LABEL] }), 'conflict', 'likely');
});

test('another language: a hook that says the direction, likely at most; without one unknown', () => {
  const arabic = 'استخدام بياناتي لتدريب نماذج الذكاء الاصطناعي';
  is(means([arabic], { lang: 'ar', speaks: false, spoken: true }), 'ok', 'likely');
  is(
    means([arabic], { lang: 'ar', speaks: false, spoken: true }, { names: [arabic] }),
    'ok',
    'likely',
  );
  is(means([arabic], { lang: 'ar', speaks: false }), 'not-found');
  is(means(['عدم استخدام بياناتي'], { lang: 'ar', speaks: false, spoken: true }), 'layout-changed');
  is(means(['Use my data'], { lang: 'ar', speaks: false, spoken: true }), 'not-found');
  is(means([arabic], { lang: 'qya', speaks: false, spoken: true }), 'not-found');
  is(
    means(['نص آخر'], { lang: 'ar', speaks: false, spoken: true }, { names: [arabic] }),
    'conflict',
  );
});

/** Language -> a label as LinkedIn might write it, and the same turned round. */
const TURNED = {
  en: [
    'Use my data for training',
    [
      'Do not use my data for training',
      "Don't use my data",
      'Opt out of training',
      'Exclude my data from training',
      'Keep my data out of training',
      'Stop training on my data',
      'Prevent training',
      'Object to training',
      'Training without my data',
    ],
  ],
  de: [
    'Meine Daten zum Trainieren verwenden',
    [
      'Meine Daten nicht zum Trainieren verwenden',
      'Keine Daten zum Trainieren',
      'Training ohne meine Daten',
      'Meine Daten vom Training ausschließen',
      'Dem Training widersprechen',
      'Training ablehnen',
    ],
  ],
  fr: [
    'Utiliser mes données pour entraîner',
    [
      'Ne pas utiliser mes données',
      'N’utilisez pas mes données',
      'Entraîner sans mes données',
      'Refuser l’entraînement',
      'S’opposer à l’entraînement',
      'Exclure mes données',
    ],
  ],
  es: [
    'Usar mis datos para entrenar',
    [
      'No usar mis datos para entrenar',
      'Entrenar sin mis datos',
      'Excluir mis datos',
      'Oponerme al entrenamiento',
      'Rechazar el entrenamiento',
    ],
  ],
  pt: [
    'Usar meus dados para treinar',
    [
      'Não usar meus dados para treinar',
      'Treinar sem meus dados',
      'Excluir meus dados',
      'Recusar o treinamento',
    ],
  ],
  it: [
    'Usa i miei dati per addestrare',
    [
      'Non usare i miei dati per addestrare',
      'Addestra senza i miei dati',
      'Escludi i miei dati',
      'Rifiuta l’addestramento',
    ],
  ],
  nl: [
    'Mijn gegevens gebruiken voor training',
    [
      'Mijn gegevens niet gebruiken voor training',
      'Geen training met mijn gegevens',
      'Mijn gegevens uitsluiten',
      'Training weigeren',
      'Bezwaar maken tegen training',
    ],
  ],
  pl: [
    'Użyj moich danych do trenowania',
    [
      'Nie używaj moich danych do trenowania',
      'Wyklucz moje dane',
      'Trenuj bez moich danych',
      'Sprzeciw wobec trenowania',
    ],
  ],
  sv: [
    'Använd mina data för att träna',
    ['Använd inte mina data för att träna', 'Uteslut mina data', 'Träna utan mina data'],
  ],
  da: ['Brug mine data til at træne', ['Brug ikke mine data til at træne', 'Udeluk mine data']],
  nb: [
    'Bruk dataene mine til å trene',
    ['Ikke bruk dataene mine til å trene', 'Reserver deg mot trening'],
  ],
  fi: [
    'Käytä tietojani mallien kouluttamiseen',
    ['Älä käytä tietojani', 'Tietojani ei käytetä', 'Estä tietojeni käyttö'],
  ],
  cs: [
    'Používat moje data k trénování',
    ['Nepoužívat moje data k trénování', 'Vyloučit moje data'],
  ],
  sk: ['Použiť moje údaje na trénovanie', ['Nepoužívať moje údaje', 'Vylúčiť moje údaje']],
  hu: [
    'Adataim felhasználása a betanításhoz',
    ['Ne használja fel az adataimat', 'Adataim kizárása'],
  ],
  ro: ['Folosește datele mele pentru antrenare', ['Nu folosi datele mele', 'Exclude datele mele']],
  bg: [
    'Използване на моите данни за обучение',
    ['Не използвайте моите данни', 'Изключване на моите данни'],
  ],
  ru: [
    'Использовать мои данные для обучения',
    [
      'Не использовать мои данные для обучения',
      'Запретить использование моих данных',
      'Исключить мои данные',
    ],
  ],
  uk: [
    'Використовувати мої дані для навчання',
    ['Не використовувати мої дані', 'Заборонити використання'],
  ],
  el: [
    'Χρήση των δεδομένων μου για εκπαίδευση',
    ['Να μην χρησιμοποιούνται τα δεδομένα μου', 'Εξαίρεση των δεδομένων μου'],
  ],
  hr: ['Koristi moje podatke za obuku', ['Ne koristi moje podatke', 'Isključi moje podatke']],
  ca: [
    'Utilitza les meves dades per entrenar',
    ['No utilitzis les meves dades', 'Exclou les meves dades'],
  ],
  tr: [
    'Verilerimi eğitim için kullan',
    [
      'Verilerimi eğitim için kullanma',
      'Verilerimin kullanılmasına izin verme',
      'Verilerimi hariç tut',
      'Verilerim kullanılmasın değil',
    ],
  ],
  ar: [
    'استخدام بياناتي لتدريب النماذج',
    ['عدم استخدام بياناتي لتدريب النماذج', 'لا تستخدم بياناتي', 'رفض استخدام بياناتي'],
  ],
  he: ['שימוש בנתונים שלי לאימון', ['לא להשתמש בנתונים שלי', 'אל תשתמשו בנתונים שלי']],
  fa: [
    'استفاده از داده‌های من برای آموزش',
    ['عدم استفاده از داده‌های من', 'از داده‌های من استفاده نکنید'],
  ],
  hi: ['मेरे डेटा का उपयोग करें', ['मेरे डेटा का उपयोग न करें', 'मेरे डेटा का उपयोग नहीं करें', 'मेरे डेटा के बिना']],
  bn: ['আমার ডেটা ব্যবহার করুন', ['আমার ডেটা ব্যবহার করবেন না']],
  mr: ['माझा डेटा वापरा', ['माझा डेटा वापरू नका']],
  gu: ['મારા ડેટાનો ઉપયોગ કરો', ['મારા ડેટાનો ઉપયોગ કરશો નહીં']],
  ta: ['எனது தரவைப் பயன்படுத்து', ['எனது தரவைப் பயன்படுத்தாதே', 'எனது தரவைப் பயன்படுத்த வேண்டாம்']],
  kn: ['ನನ್ನ ಡೇಟಾವನ್ನು ಬಳಸಿ', ['ನನ್ನ ಡೇಟಾವನ್ನು ಬಳಸಬೇಡಿ']],
  th: ['ใช้ข้อมูลของฉันเพื่อฝึก', ['ไม่ใช้ข้อมูลของฉันเพื่อฝึก', 'ห้ามใช้ข้อมูลของฉัน']],
  vi: [
    'Sử dụng dữ liệu của tôi để huấn luyện',
    ['Không sử dụng dữ liệu của tôi', 'Từ chối huấn luyện'],
  ],
  id: [
    'Gunakan data saya untuk melatih',
    ['Jangan gunakan data saya', 'Data saya tidak digunakan', 'Menolak pelatihan'],
  ],
  ms: ['Gunakan data saya untuk latihan', ['Jangan gunakan data saya']],
  fil: ['Gamitin ang data ko sa pagsasanay', ['Huwag gamitin ang data ko']],
  zh: [
    '使用我的数据训练模型',
    ['不使用我的数据训练模型', '禁止使用我的数据', '拒绝训练', '拒絕訓練', '退出訓練'],
  ],
  ja: [
    '私のデータをトレーニングに使用する',
    [
      '私のデータをトレーニングに使用しない',
      'データを使用しません',
      '学習を拒否する',
      'トレーニングから除外する',
      'オプトアウトする',
    ],
  ],
  ko: [
    '내 데이터를 학습에 사용',
    ['내 데이터를 학습에 사용하지 않음', '내 데이터 사용 안 함', '학습 거부', '학습에서 제외'],
  ],
};

for (const [lang, [straight, turned]] of Object.entries(TURNED)) {
  test(`${lang}: a label is told from its opposite`, () => {
    assert.equal(lexicon.negates(straight, [lang]), false, straight);
    for (const value of turned) assert.equal(lexicon.negates(value, [lang]), true, value);
    is(means([straight], { lang, speaks: false, spoken: true }), 'ok', 'likely');
    for (const value of turned)
      assert.notEqual(means([value], { lang, speaks: false, spoken: true }).why, 'ok', value);
    // The same words before a label that the rule knows.
    const own = { labels: [text.compile({ train: { [lang]: [straight] } }).get('@train')], lang };
    is(means([straight], own), 'ok');
    for (const value of turned)
      assert.notEqual(
        means([run(value, { where: 'lead', heading: true }), straight], own).why,
        'ok',
        value,
      );
  });
}

/**
 * Language -> what restricts, as a lead; then labels that keep the data out with no word of
 * refusal.
 */
const SOFT = {
  en: [
    [
      'Limit the use of my data for',
      'Restrict',
      'Hide my data from',
      'Pause the following',
      'Private from',
      'Leave me out',
      'Skip my chats in',
      'Shield my chats from',
      'Say no to',
      'Reduce data use',
      'Minimize data sharing',
      'Data kept out',
      'Mute',
    ],
    [],
  ],
  de: [
    ['Einschränken:', 'Begrenzen', 'Pausieren', 'Verbergen vor', 'Minimieren', 'Schützen vor'],
    ['Meine Daten vom Training fernhalten', 'Schutz meiner Daten vor KI-Training'],
  ],
  fr: [
    ['Restreindre :', 'Limiter', 'Mettre en pause', 'Masquer', 'Réduire'],
    ['Protéger mes données de l’entraînement', 'Garder mes données en dehors de l’entraînement'],
  ],
  es: [
    ['Limitar:', 'Restringir', 'Pausar', 'Ocultar', 'Reducir'],
    ['Proteger mis datos del entrenamiento', 'Mantener mis datos fuera del entrenamiento'],
  ],
  pt: [
    ['Restringir:', 'Limitar', 'Pausar', 'Ocultar', 'Reduzir'],
    ['Proteger meus dados do treinamento', 'Manter meus dados fora do treinamento'],
  ],
  it: [
    ['Limita:', 'Sospendi', 'Nascondi', 'Riduci'],
    ['Proteggi i miei dati dall’addestramento', 'Tieni i miei dati fuori dall’addestramento'],
  ],
  nl: [
    ['Beperk:', 'Pauzeer', 'Verberg', 'Verminder'],
    ['Bescherm mijn gegevens tegen training', 'Houd mijn gegevens buiten training'],
  ],
  pl: [
    ['Ogranicz:', 'Wstrzymaj', 'Ukryj', 'Zmniejsz'],
    ['Chroń moje dane przed trenowaniem', 'Trzymaj moje dane z dala od trenowania'],
  ],
  sv: [
    ['Begränsa:', 'Pausa', 'Dölj', 'Minska'],
    ['Skydda mina uppgifter från AI-träning', 'Håll mina uppgifter utanför AI-träning'],
  ],
  da: [
    ['Begræns:', 'Skjul', 'Minimer'],
    ['Beskyt mine data mod AI-træning', 'Hold mine data ude af AI-træning'],
  ],
  nb: [
    ['Begrens:', 'Skjul', 'Reduser'],
    ['Beskytt dataene mine mot AI-trening', 'Hold dataene mine utenfor AI-trening'],
  ],
  fi: [
    ['Rajoita:', 'Keskeytä', 'Piilota', 'Vähennä'],
    ['Suojaa tietoni tekoälyn koulutukselta', 'Pidä tietoni poissa tekoälyn koulutuksesta'],
  ],
  cs: [
    ['Omezit:', 'Pozastavit', 'Skrýt', 'Snížit'],
    ['Chránit má data před trénováním AI', 'Vyjmout má data z trénování AI'],
  ],
  sk: [['Obmedziť:', 'Pozastaviť', 'Skryť', 'Znížiť'], ['Chrániť moje údaje pred trénovaním AI']],
  hu: [
    ['Korlátozás:', 'Szüneteltetés', 'Elrejtés', 'Csökkentés'],
    ['Adataim megóvása az MI-betanítástól', 'Adataim távol tartása'],
  ],
  ro: [
    ['Limitează:', 'Restricționează', 'Ascunde', 'Redu'],
    ['Protejează-mi datele de antrenarea AI', 'Ține-mi datele departe'],
  ],
  bg: [['Ограничаване:', 'Скриване', 'Намаляване'], ['Защита на данните ми от обучение на ИИ']],
  ru: [
    ['Ограничить:', 'Приостановить', 'Скрыть', 'Сократить'],
    ['Защитить мои данные от обучения ИИ', 'Держать мои данные подальше от обучения'],
  ],
  uk: [
    ['Обмежити:', 'Призупинити', 'Приховати', 'Зменшити'],
    ['Захистити мої дані від навчання ШІ'],
  ],
  el: [
    ['Περιορισμός:', 'Παύση', 'Απόκρυψη', 'Μείωση'],
    ['Προστασία των δεδομένων μου από την εκπαίδευση', 'Κράτα τα δεδομένα μου μακριά'],
  ],
  hr: [['Ograniči:', 'Sakrij', 'Smanji'], ['Zaštiti moje podatke od treniranja AI-ja']],
  sr: [['Ograniči:', 'Ограничи:', 'Сакриј'], ['Заштити моје податке']],
  ca: [
    ['Limita:', 'Restringeix', 'Amaga', 'Redueix'],
    ['Protegeix les meves dades de l’entrenament d’IA'],
  ],
  tr: [
    ['Şunları kısıtla:', 'Sınırla', 'Duraklat', 'Gizle', 'Azalt'],
    ['Verilerimi yapay zekâ eğitiminden koru', 'Verilerimi yapay zekâ eğitiminden uzak tut'],
  ],
  ar: [
    ['احظر ما يلي', 'تقييد ما يلي', 'إخفاء', 'تقليل'],
    ['حماية بياناتي من تدريب الذكاء الاصطناعي', 'إبقاء بياناتي خارج تدريب الذكاء الاصطناعي'],
  ],
  he: [['חסימה של', 'הגבלה של', 'הסתרה', 'הפחתה'], ['הגן על הנתונים שלי מפני אימון בינה מלאכותית']],
  fa: [['محدود کردن', 'پنهان کردن', 'کاهش'], ['محافظت از داده‌های من در برابر آموزش هوش مصنوعی']],
  hi: [
    ['सीमित करें:', 'छिपाएं', 'कम करें'],
    ['मेरे डेटा को AI प्रशिक्षण से सुरक्षित रखें', 'मेरे डेटा को दूर रखें'],
  ],
  mr: [['मर्यादित करा', 'लपवा'], ['माझा डेटा दूर ठेवा']],
  bn: [['সীমিত করুন', 'লুকান'], ['AI প্রশিক্ষণ থেকে আমার ডেটা সুরক্ষিত রাখুন']],
  gu: [['મર્યાદિત કરો', 'છુપાવો'], ['મારો ડેટા દૂર રાખો']],
  ta: [['கட்டுப்படுத்து', 'மறை'], ['எனது தரவைப் பாதுகா']],
  kn: [['ಮಿತಿಗೊಳಿಸಿ', 'ಮರೆಮಾಡಿ'], ['ನನ್ನ ಡೇಟಾವನ್ನು ರಕ್ಷಿಸಿ']],
  th: [['จำกัด', 'ซ่อน', 'ลด'], ['ปกป้องข้อมูลของฉันจากการฝึก AI']],
  vi: [['Hạn chế:', 'Ẩn', 'Giảm'], ['Bảo vệ dữ liệu của tôi khỏi việc đào tạo AI']],
  id: [
    ['Batasi:', 'Sembunyikan', 'Kurangi'],
    ['Lindungi data saya dari pelatihan AI', 'Jauhkan data saya dari pelatihan'],
  ],
  ms: [['Hadkan:', 'Sembunyikan', 'Kurangkan'], ['Lindungi data saya daripada latihan AI']],
  fil: [['Limitahan:', 'Itago', 'Bawasan'], ['Protektahan ang data ko']],
  zh: [
    ['限制以下操作', '暂停', '隐藏', '减少'],
    ['限制将我的数据用于AI训练', '將我的資料保留為私人，遠離AI訓練', '保护我的数据'],
  ],
  ja: [
    ['次を控える', '次を制限', '隠す', '減らす'],
    [
      '学習から自分のデータを守る',
      '生成AIの学習からデータを保護する',
      '学習へのデータ利用を控える',
    ],
  ],
  ko: [['다음을 제한', '숨기기', '줄이기'], ['AI 학습에서 내 데이터 보호']],
};
test('what restricts is known in every language: as a lead, as a heading, and as the label itself', () => {
  assert.deepEqual(Object.keys(SOFT).sort(), Object.keys(lexicon.TURNS).sort());
  for (const [lang, [leads, labels]] of Object.entries(SOFT)) {
    const straight = TURNED[lang]?.[0] ?? LABEL;
    const own = { labels: [text.compile({ train: { [lang]: [straight] } }).get('@train')], lang };
    for (const lead of leads) {
      for (const heading of [true, false]) {
        assert.equal(
          means([run(lead, { where: 'lead', heading }), straight], own).why,
          'layout-changed',
          `${lang} ${lead}`,
        );
      }
    }
    for (const label of labels) {
      assert.notEqual(
        means([label], { lang, speaks: false, spoken: true }).why,
        'ok',
        `${lang} ${label}`,
      );
    }
  }
});

test('a label in an unspoken language must permit by a word of its own', () => {
  is(means(['Meine Daten verwenden'], { lang: 'de', speaks: false, spoken: true }), 'ok', 'likely');
  for (const value of ['Meine Daten behüten', 'Daten im Tresor', 'KI-Training']) {
    is(means([value], { lang: 'de', speaks: false, spoken: true }), 'not-found');
  }
});

test('a beginning that the label finishes must be understood', () => {
  is(means([run('Fence my chats in against', { where: 'lead' }), LABEL]), 'layout-changed');
  for (const lead of ['Ward my chats from', 'Spare my posts in:'])
    is(means([run(lead, { where: 'lead' }), LABEL]), 'layout-changed');
  for (const lead of ['Use my chats for:', 'Allow the following', 'Data and privacy', 'AI:'])
    is(means([run(lead, { where: 'lead' }), LABEL]), 'ok');
});

test('a heading says whose settings they are', () => {
  for (const value of [
    'Default for new team members',
    'Team default',
    'Teen account: Lily',
    'Child accounts',
    'Jugendkonten',
    'Enfants',
    'Nuevos miembros',
    '子どものアカウント',
    '青少年模式',
    '자녀 계정',
    'Детский аккаунт',
  ]) {
    for (const outer of [false, true])
      is(means([run(value, { where: 'lead', heading: true, outer }), LABEL]), 'not-found');
  }
  for (const value of ['Your account', 'Teamwork', 'Privacy', 'Do not train on my content'])
    is(means([run(value, { where: 'lead', heading: true }), LABEL]), 'ok');
});

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

test('a page that the browser translated is no changed layout', () => {
  is(
    means(['Utilisez mes informations'], { lang: 'fr', translated: true, speaks: true }),
    'not-found',
  );
  is(
    means(['Utilisez mes informations'], {
      lang: 'fr',
      translated: true,
      speaks: true,
      spoken: true,
    }),
    'ok',
    'likely',
  );
  is(means([LABEL], { translated: true }), 'ok', 'likely');
});
