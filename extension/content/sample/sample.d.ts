// A sample of the page in front (docs/samples.md), before the person has looked at it. It crosses
// to the popup, which makes the file of it (pages/popup/sample-file.js).
export {};

declare global {
  /** What a packaged rule says of its pages (shared/sample-known.js): no text of any page. */
  interface SampleKnown {
    /** Whole texts, as the rule writes them. */
    texts: string[];
    /** Texts that go on; `unit`: with the name of a blog, a site. */
    starts: { text: string; unit: boolean }[];
    /** Attribute and value, as the rule looks for them. */
    hooks: [string, string][];
    /** Names of custom elements. */
    elements: string[];
  }
  /** A text or a name of the page. `kept`: the rule's own words, or a plain word of state. */
  interface SampleText {
    kind: 'text' | 'hook';
    text: string;
    filler: string;
    kept: boolean;
    /** It stands in the row of a switch. */
    near: boolean;
  }
  /** A number is a place in the list of texts; parts are joined by a blank. */
  type SampleValue = true | (string | number)[];
  type SampleKid = SampleNode | number | ' ';
  interface SampleNode {
    el: string;
    attrs?: Record<string, SampleValue>;
    kids?: SampleKid[];
    /** Of a shadow root. */
    shadow?: SampleKid[];
    /** Of a frame of the same origin. */
    frame?: SampleKid[];
  }
  interface SampleDraft {
    tree: SampleKid[];
    texts: SampleText[];
    lang: string | null;
    dir: 'rtl' | null;
  }
  interface SampleTexts {
    /** A text of the page, or the name of a hook, as a place in the list. */
    text: (value: string, at: SampleAt) => number;
    hook: (value: string, near: boolean) => string | number;
    /** The name under which a custom element stands. */
    element: (name: string) => string;
    isKnown: (value: string) => boolean;
    has: (attr: string, value: string) => boolean;
    list: SampleText[];
  }
  /** Where a text stands. `whole`: in an element whose text is one of the rule's. */
  interface SampleAt {
    near: boolean;
    whole: boolean;
  }
  interface SampleParts {
    isTechnical: (value: string) => boolean;
    clean: (value: string) => string;
    fillerOf: (value: string) => string;
    textsOf: (known: SampleKnown, langs: string[]) => SampleTexts;
    attrsOf: (el: Element, texts: SampleTexts, near: boolean) => Record<string, SampleValue>;
    build: (region: Element, texts: SampleTexts) => SampleKid[] | null;
    regions: (texts: SampleTexts) => { regions: Element[]; heads: Element[] };
    make: (known: SampleKnown) => SampleDraft | { refused: 'large' | 'empty' };
  }
  // eslint-disable-next-line no-var
  var optoutlogSample: Partial<SampleParts> | undefined;
}
