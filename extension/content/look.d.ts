// What one look at one control finds. Nothing of this is shipped code.
export {};

declare global {
  type Training = import('../shared/types.d.ts').Training;
  type Sure = import('../shared/types.d.ts').Sure;
  type Why = import('../shared/types.d.ts').Why;
  type How = import('../shared/types.d.ts').How;
  type Again = import('../shared/types.d.ts').Again;
  type FormStep = import('../shared/types.d.ts').FormStep;
  type Doubt = '' | 'unsaved' | 'unsettled';
  type Raw = 'on' | 'off' | 'both' | 'neither' | 'mixed';

  /**
   * One compiled phrase of a rule's strings (text.js). then: what may follow a text that goes on.
   */
  interface Phrase {
    lang: string;
    kind: 'exact' | 'starts' | 'words';
    text: string;
    words: string[];
    not: string[];
    grade?: Grade;
    follows: string[];
    then: (string | Phrase[])[];
  }
  /**
   * rest: what follows a text that goes on, normalised; loose: its words were found, whatever
   * stands between them.
   */
  interface Matched {
    lang: string;
    rest: string;
    grade?: Grade;
    loose: boolean;
  }
  type Phrases = Phrase[] | null | undefined;
  type Strings = Map<string, Phrase[]>;

  type Root = Document | ShadowRoot;
  /** What holds elements. */
  type Tree = Element | Document | DocumentFragment;

  /** With its addresses compiled. */
  interface Page extends RulePage {
    patterns: URLPattern[];
  }
  /** known: by its address. overlay: by its neighbours. none: nothing may be said (place.js). */
  type Place = 'known' | 'overlay' | 'none';
  interface Account {
    name: string | null;
    expected: boolean;
  }

  /** What one look shares (page.js). */
  interface Here {
    strings: Strings;
    lang: string;
    translated: boolean;
    units: string[];
    labelKeys: Key[];
    stateKeys: string[];
    /**
     * The first locator's word; whether a hook whose own name says the direction points at the
     * control.
     */
    matched: Said | null;
    spoken: boolean;
    /** Keys found in an area (place.js); pages of which some control was found where it belongs. */
    signs?: Map<Element, Map<string, Set<Key>>>;
    settings?: Set<string>;
    roots: (deep: boolean) => Root[];
    says: (list: Phrases, texts: string[]) => Said | null;
    saysState: (list: Phrases, value: string) => boolean;
    isState: (value: string) => boolean;
    known: (value: string) => boolean;
    labelRests: (value: string) => string[];
    decoy: (control: Element) => boolean;
    body: () => string;
  }
  interface Said {
    label: string;
    lang: string;
    grade?: Grade;
  }

  /**
   * What is on the page for one set of roles (locate.js). canon: element -> its control; holder: an
   * area -> the one control in it.
   */
  interface Survey {
    roots: Root[];
    all: Set<Element>;
    canon: Map<Element, Element>;
    holder: Map<Element, Element | null>;
    isShown: (control: Element) => boolean;
  }
  /**
   * The text beside a control that says its label (beside.js). row: the part of the page that holds
   * both and no other control.
   */
  interface Beside {
    text: Element;
    row: Element | null;
  }
  type Witness = 'name' | 'row' | 'alone' | 'hook' | 'order' | 'css';
  type Located = Locator['by'] | 'order' | 'row';
  interface Found {
    by: Located;
    class: Witness;
    controls: Element[];
    says: boolean;
  }
  /** One locator's result: the controls that it points at, by number. */
  interface Hit {
    by: Located;
    class?: Witness;
    ids: number[];
  }

  /** A stretch of text that is read as one: what stands between two edges of blocks (words.js). */
  interface Stretch {
    el: Element;
    /** Its text nodes in order, as they are. */
    parts: string[];
    /** Inside the control; inside another thing that can be pressed; inside a heading. */
    own: boolean;
    press: boolean;
    heading: boolean;
  }
  interface Run extends Stretch {
    /**
     * row: the smallest area with the label and this control alone; around: what belongs to it
     * outside of that; lead: what stands directly before, and the heading above.
     */
    where: 'row' | 'around' | 'lead';
    /** A heading above the nearest one. */
    outer?: boolean;
    /** Which of the areas around the control, from the inside, is the first that holds it. */
    depth?: number;
  }
  /**
   * The words at a control: ways to write its name, what can be seen, other lines of the section.
   * greyed: drawn as not usable.
   */
  interface Words {
    names: string[];
    runs: Run[];
    lines: string[];
    greyed: boolean;
  }
  /** What the rule and the page are, for one control (meaning.js). */
  interface Speech {
    /** What may name the control; is this text one of the rule's own, whatever it names? */
    labels: Phrase[][];
    known: (value: string) => boolean;
    /**
     * Of the page, '' if it does not say; the rule has labels in it; the browser translated the
     * page.
     */
    lang: string;
    speaks: boolean;
    translated: boolean;
    /**
     * A hook whose own name says the direction points at the control; names that a phrase may end
     * in.
     */
    spoken: boolean;
    units: string[];
    /** byWords: the state is read from words, not from a box. */
    raw: Raw;
    byWords: boolean;
    onMeans: RuleControl['onMeans'];
  }
  /** Where in a run the label stands. */
  interface Label {
    lang: string;
    before: string;
    after: string;
    text: string;
  }
  interface Labelled {
    run: Run;
    at: Label;
  }
  interface Meaning {
    /** ok: On means what the rule says. */
    why: 'ok' | 'conflict' | 'layout-changed' | 'not-found' | 'mixed';
    /**
     * locked: a line says that somebody else decided. because: for the report, which row of the
     * table it was.
     */
    atMost: 'sure' | 'likely';
    locked: boolean;
    because: string;
  }

  /** What one reader said; null: it does not apply. */
  interface ReaderSaid {
    from: Reader['from'];
    value: Raw | null;
  }
  /** How each reader asks: an element, and all its faces. */
  type Asks<R> = (reader: R, control: Element, all: Element[], here: Here) => Raw | null;
  interface Ask extends Record<BoxReader['from'], Asks<BoxReader>> {
    attr: Asks<AttrReader>;
    state: Asks<StateReader>;
    text: Asks<TextReader>;
    choice: Asks<ChoiceReader>;
    pair: Asks<PairReader>;
  }
  /** What the readers found (read.js). */
  interface Read {
    raw: Raw;
    meant: Meaning;
    disabled: boolean;
    busy: boolean;
    dirty: boolean;
    readers: ReaderSaid[];
  }
  /** What one look at one control found (page.js). */
  interface Looked {
    place: Place;
    behind: boolean;
    signature: boolean;
    signedOut: boolean;
    notOffered: boolean;
    hits: Hit[];
    raw: Raw;
    disabled: boolean;
    busy: boolean;
    dirty: boolean;
    lockedText: boolean;
    readers: ReaderSaid[];
    deep: boolean;
    element: Element | null;
    label: string | null;
    labelLang: string | null;
    labelGrade: Grade | null;
    langKnown: boolean;
    there: boolean;
    detail: string | null;
    translated: boolean;
    meant: Meaning | null;
  }
}
