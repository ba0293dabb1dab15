// What restricts the use of data, in every language of the lexicon.

/**
 * Language -> what restricts, as a lead; then labels that keep the data out with no word of
 * refusal.
 */
export const SOFT = {
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
