// Lists of words in many languages, and the parts of the engine's namespace that hold them. Nothing
// of this is shipped code.
export {};

declare global {
  /** Language -> words that turn a text: whole ones, and parts that stand anywhere. */
  type Turns = Record<string, { words?: string; parts?: string }>;
  /** Words of the lines around a switch (lexicon-lines.js); lists: who, and what they do. */
  type Lines = Record<'OTHERS' | 'OTHER_PARTS', readonly string[][]> &
    Record<
      | 'OTHERS_EN'
      | 'ON_IF'
      | 'CONDITIONAL'
      | 'CONDITIONAL_PARTS'
      | 'VOID'
      | 'VOID_PARTS'
      | 'PERMITS'
      | 'PERMIT_PARTS'
      | 'GUARDS'
      | 'GUARD_PARTS'
      | 'SCOPE'
      | 'SCOPE_PARTS',
      string
    >;
  /** How pages write whose settings these are (account-words.js). */
  interface AccountWords {
    EMAIL: RegExp;
    HANDLE: RegExp;
    OFFICE: RegExp;
    PROFILE_PATH: RegExp;
    RESERVED: RegExp;
    SIGNED_IN: string[];
    SELF: RegExp;
    OF: RegExp[];
    NO_NAME: RegExp;
  }
  /** One language's words of receipts, for regular expressions (receipt-words.js): person's
   * own matter; that it came; what else may stand in that sentence. */
  interface Tongue {
    own: string;
    verb: string;
    also: string;
  }
  /** What voids a text (receipt-doubts.js): in any language; in the receipt's own, and there but
   * for calm sentences. */
  interface Doubts {
    refused: string;
    no: string;
    calm: string;
  }

  /** The parts of the engine's namespace that hold them or ask them as they are. */
  interface Tongues {
    patterns: {
      grouped: (list: string) => string;
      pattern: (words?: string, parts?: string) => RegExp;
      once: (name: string, make: () => RegExp) => RegExp;
    };
    lexiconTurns: { TURNS: Turns; ANYWHERE: string };
    lexiconStates: {
      STATES: Record<string, string[]>;
      OFFERS: Record<'on' | 'off' | 'onParts' | 'offParts', string>;
      NEUTRAL: string;
      STATUS: string;
      STATUS_PARTS: string;
      NO_STATUS: string;
      NO_STATUS_PARTS: string;
    };
    lexiconLines: Lines;
    languages: {
      languageOf: (tag: string) => string;
      languagesOf: (tags: string[]) => string[];
      byScript: (plain: string) => string[];
    };
    lexicon: {
      TURNS: Turns;
      STATES: Record<string, string[]>;
      negates: (value: string, langs: string[], broad?: boolean) => boolean;
      turnings: (value: string, lang: string) => number;
      stateWord: (value: string, langs: string[]) => 'on' | 'off' | null;
      offers: (value: string) => 'on' | 'off' | null;
      withoutOffer: (value: string) => string;
      neutral: (value: string) => boolean;
      states: (value: string, langs?: string[]) => 'others' | 'void' | 'turned' | null;
      status: (value: string, langs: string[]) => 'on' | 'off' | null;
      permits: (value: string) => boolean;
      ofOthers: (value: string) => boolean;
      knows: (lang: string) => boolean;
    };
    accountWords: AccountWords;
    receiptWords: Record<string, Tongue>;
    receiptDoubts: Record<string, Doubts>;
  }
}
