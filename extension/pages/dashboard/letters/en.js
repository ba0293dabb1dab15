/**
 * Words of the letters in English; letter.js says which goes where. `{…}` is filled in, `[…]` is
 * left to the user.
 */
export const en = {
  name: '[Your name]',
  address: '[Your postal or e-mail address]',
  to: 'To: {company}, data protection officer',
  company: 'Company responsible: {company}',
  unknownCompany:
    '[name and address of the company responsible for your data, from the privacy policy ' +
    'of {platform}]',
  toAuthority: 'To: {authority}',
  greeting: 'To whom it may concern,',
  closing: 'Yours faithfully',
  noAccount: '[your account name]',
  eu: {
    object: 'Article 21(1) of the General Data Protection Regulation (Regulation (EU) 2016/679)',
    answer: 'Article 12(3) GDPR',
    refuse: 'Article 12(4) GDPR',
    complain: 'Article 77 GDPR',
    authority: '[the data protection authority of your country]',
  },
  uk: {
    object: 'Article 21(1) of the UK GDPR',
    answer: 'Article 12(3) of the UK GDPR',
    refuse: 'Article 12(4) of the UK GDPR',
    complain: 'Article 77 of the UK GDPR',
    authority:
      'Information Commissioner’s Office (or the Information Commission that takes its place)',
  },
  ch: {
    object: 'Article 30(2)(b) and Article 32 of the Swiss Federal Act on Data Protection (FADP)',
    answer: '',
    refuse: '',
    complain: 'Article 49 FADP',
    authority: 'Federal Data Protection and Information Commissioner (FDPIC)',
  },
  objection: {
    subject: 'Objection to the use of my data for training AI',
    body:
      'Under {object} I object to the processing of my personal data by {platform} for ' +
      'developing, training or improving AI models. This covers my account {account}, what I ' +
      'have posted, and data about me in what others post.\n\nMy reasons, from my particular ' +
      'situation: [your reasons]',
    asks: [
      'Please stop this processing of my data, and do not begin it anew.',
      'Please confirm this in writing within one month{answer}.',
      'If you refuse, please tell me your reasons and my ways to complain{refuse}.',
    ],
  },
  complaint: {
    subject: 'Complaint about {platform}: use of my data for training AI',
    body:
      'Under {complain} I turn to you about {platform}, which, as far as I can see, processes ' +
      'my personal data (account {account}) for developing or training AI models. I am of the ' +
      'opinion that this goes against my objection or my setting.\n\nWhat I have done with the ' +
      'company so far, and its answers: [letters, dates, copies attached]',
    asks: [
      'Please examine whether this processing is lawful.',
      'Please order the company to respect my objection.',
      'Please tell me the outcome.',
    ],
  },
  chronology: 'What my record shows:',
  events: {
    denied: 'the setting “{control}” was seen: training not allowed',
    allowed: 'the setting “{control}” was seen: training allowed',
    returned:
      'the setting “{control}” was seen: training allowed again; no action of mine was seen',
    deniedByMe: 'I switched the setting “{control}” to: training not allowed',
    allowedByMe: 'I switched the setting “{control}” to: training allowed',
    unknown: 'the setting “{control}” could not be read',
    said: 'by my own account, I opted out ({control})',
    reached: 'the objection form was opened',
    submitted: 'the objection form was seen to be sent',
    confirmed: 'a confirmation was seen',
    saidSubmitted: 'by my own account, I sent an objection',
    saidConfirmed: 'by my own account, receipt was confirmed',
    yes: 'by my own account, the objection was accepted',
    no: 'by my own account, the objection was refused',
    answerMe: 'by my own account, the change was mine',
    answerNotMe: 'by my own account, the change was not mine',
  },
  probably: 'probably',
  left: '({count} entries in between are in the attached statement.)',
  nothing: 'nothing yet',
  attach:
    'I attach the statement exported from my record; it says how it can be verified, and ' +
    'what it proves and what not.',
  addressFrom:
    'Address of {company} as named in {source}, version of {date}. Please check that it ' +
    'still holds.',
  addressBlank:
    'No address of {platform} is known here from its own policy for this law: please fill ' +
    'it in above.',
  foot: 'Draft made by Opt-Out Log from my own record. No legal advice.',
};
