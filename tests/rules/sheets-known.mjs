// Where a rule differs from its sheet and is to: rule → how the test’s line begins → why.
export const KNOWN = {
  chatgpt: {
    'row/en “Improve the model for everyone On”':
      'the sheet gives the name as label and state word, with Off as its example',
  },
  dropbox: { '“Use artificial intelligence from': 'the rule has it with what stands in brackets' },
  grok: { '“helper sentence opens': 'a description, no name of the control' },
  linkedin: {
    'train/en “Use my data': 'held to C: the older toggle’s name is a hidden text',
    'title/en “Data for Generative': 'held to C: the older toggle’s name is a hidden text',
    'nothing was seen later than 2026-08-22': 'the later readings are of another settings page',
  },
  'openai-portal': { '“Improve the model for everyone”': 'the switch is the rule of ChatGPT' },
  perplexity: {
    '“capitals AI Data Retention”': 'capitals make no difference',
    '“begins “AI Data Retention allows Perplexity': 'the rule has its two halves',
  },
  roblox: {
    '“エクスペリエンスの公開時に共有データを':
      'it reads like a machine translation of the documentation, and the interface may differ',
  },
  whatsapp: {
    'nothing was seen later than 2026-08-22': 'the later readings are of Facebook’s form',
  },
  x: {
    '“old wording still in the help page': 'history of the label, not a label',
    '“personalisation box added between': 'history of the page, not a label',
  },
  youtube: {
    'section/en “Third-party training” is A here': 'the help page names the section too (A)',
    '“Selected third-party companies only': 'the choice of companies is not read',
    '“All third-party companies”': 'the choice of companies is not read',
  },
};
