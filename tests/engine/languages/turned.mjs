// Labels that permit, and the same turned round, in every language of the lexicon.

/** Language -> a label as LinkedIn might write it, and the same turned round. */
export const TURNED = {
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
  hi: [
    // prettier counts no vowel signs
    'मेरे डेटा का उपयोग करें',
    ['मेरे डेटा का उपयोग न करें', 'मेरे डेटा का उपयोग नहीं करें', 'मेरे डेटा के बिना'],
  ],
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
