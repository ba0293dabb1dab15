// What the engine works with: what one look finds, what lasts from look to look, what is told.
// Nothing of this is shipped code.
export {};

// ---- One look at one control
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

// ---- From look to look
declare global {
  /** What a verdict is made of (decide.js). */
  interface Facts extends Looked {
    granted: boolean;
    misses: number;
    locked: boolean;
    blocked: boolean;
    kept: Kept | null;
    waitedOut: boolean;
    timedOut: boolean;
    before: Verdict | null;
    reads: number;
    held: number;
    needReads: number;
    needHeld: number;
    unitLost?: boolean;
    onMeans: RuleControl['onMeans'];
    proves?: RuleControl['proves'];
    grade?: Grade;
  }
  interface Verdict {
    training: Training;
    why: Why;
    sure: Sure;
    row: number;
    raw: string;
    how?: How | null;
    again?: Again | null;
  }
  /**
   * why: of an unknown, '' with how; again: why this document gives no new reading; stay: what was
   * said stands (kept.js).
   */
  interface Kept {
    how: How | null;
    atMost: 'sure' | 'likely';
    why: Doubt;
    again: Again | null;
    stay: boolean;
  }
  interface KeptFacts {
    touched: boolean;
    moved: boolean;
    acted: boolean;
    stray: boolean | 'perhaps';
    alone: boolean;
    doubt: Doubt;
    told: boolean;
    restored: boolean;
    posted: boolean;
    old: boolean;
    doubtful: boolean;
    blocked: boolean;
    renewed: 'no' | 'perhaps' | 'likely' | 'yes';
    held: number;
    steady: number;
    hold: number;
    quiet: number;
    slowest: number;
  }

  /**
   * An input as the browser gives it; as it is heard, which may be of before the engine was there
   * (boot.js).
   */
  interface Input extends Event {
    key?: string;
  }
  interface Heard {
    type: string;
    key?: string;
    target?: EventTarget | null;
    composedPath?: () => EventTarget[];
  }
  /** A text on the page: the last element that has it, and how many have. */
  interface Word {
    el: Element;
    times: number;
  }
  /** A person's hand on a control (changes.js). Times: ms of performance.now. */
  interface Hand {
    first: number;
    at: number;
    acted: number;
    span: number;
    before: string;
    words: Map<string, Word>;
    sleepers: Set<Element>;
    asleep: Set<string>;
    pressed: number;
    answered: number;
    flipped: number;
    questioned: boolean;
    refused: boolean;
    down: boolean;
    asides: Set<string>;
    troubled: boolean;
    offline: boolean;
    jumped: boolean;
    moved: boolean;
  }
  /** What lasts of a control from look to look (weigh.js). */
  interface State {
    account: string | null;
    unit: string | null;
    reads: number;
    since: number;
    key: string;
    pulse: string | null;
    element: Element | null;
    raw: string;
    look: string;
    touch: Hand | null;
    alone: boolean;
    told: boolean;
    toldAt: number;
    toldChange: boolean;
    last: Verdict | null;
    flippedAt: number;
    blockedAt: number;
    seenAt: number;
    alerts: Set<string> | null;
    statuses: Set<string> | null;
    spoke: boolean;
    trouble: boolean;
    words: Map<string, Word> | null;
    from: {
      element: Element;
      look: string;
      raw: string;
      at: number;
      by: 'nothing' | 'redraw' | 'answer';
    } | null;
    weighed?: Weighed | null;
    drawnAt?: number;
    said?: { heard: string; at: string };
  }
  /** A state whose control a person has used. */
  type Touched = State & { touch: Hand; element: Element };
  /** What may cast doubt on a person's change. */
  interface DoubtContext {
    saveKey: Phrases;
    requests: Requests;
    isState: (value: string) => boolean;
  }
  /** One control on one page at one look. */
  interface Weighed {
    verdict: Verdict | null;
    there: boolean;
    facts: Looked;
    st: State;
    entry: RuleControl;
    page: Page;
    unit: string | null;
    route: string;
  }
  interface Time {
    out: boolean;
    long: boolean;
    limit: number;
  }
  interface Birth {
    fetched: number;
    restored: boolean;
    early: number;
    witnessed: boolean;
  }
  /**
   * The page's own requests. last: when the newest one ended; slowest: ms that the longest answer
   * took; refused: answered with an error.
   */
  interface Requests {
    last: () => number;
    slowest: () => number;
    failedSince: (at: number) => boolean;
    answeredSince: (at: number) => boolean;
    across: (at: number) => boolean;
    refusedSince: (at: number) => boolean;
    refusedAcross: (at: number) => boolean;
    stop: () => void;
  }

  /**
   * What stood on the page when a form was sent: paragraphs and names of buttons, normalised
   * (form-place.js).
   */
  interface Rest {
    words: Set<string>;
    names: Set<string>;
    fields: Set<Element>;
  }
  /**
   * What stands there now and did not then: paragraphs and what alerts say, raw; buttons with new
   * names; fields; what is asked for.
   */
  interface News {
    words: string[];
    loud: string[];
    buttons: number;
    fields: number;
    password: boolean;
    invalid: boolean;
    busy: boolean;
  }
  /** The watch on one form (form.js). look: is a next step still awaited? */
  interface FormWatch {
    look: (here: Here) => boolean;
    input: (event: Input) => void;
  }

  /** The run on one settings page (run.js). */
  interface Session {
    rule: Rule;
    env: RunOptions;
    compiled: Page[];
    here: Page[];
    strings: Strings;
    gone: AbortController;
    timer: number;
    send: (message: Message) => void;
    trusted: (event: Event) => boolean;
    cost: { attempts: number; ms: number };
    costs: number[];
    birth: Birth;
    requests: Requests;
    restored: boolean;
    root: Element;
    controls: Map<string, State>;
    saids: Map<string, { heard: string; href: string }>;
    spoke: boolean;
    touchedAt: number;
    clickedAt: number;
    inputAt: number;
    hidden: number;
    hiddenAt: number;
    past: Map<string, State>;
    early: Heard[];
    href: string;
    visit: string;
    forms: FormWatch[];
    began: number;
    open: boolean;
    present: Set<string>;
    failed: number;
    leaving: boolean;
  }
  interface RunOptions {
    send?: (message: Message) => void;
    trusted?: (event: Event) => boolean;
    misses?: number;
  }
  /** What is decided of one control. entry: of a combination. */
  interface Decided {
    verdict: Verdict | null;
    from: Weighed;
    entry?: ControlEntry;
  }

  /** What the background is told (background/border.js checks it). */
  type Message =
    | { type: 'settling' | 'left'; v: 1; platform: string }
    | {
        type: 'reading';
        v: 1;
        platform: string;
        rev: number;
        page: string;
        wait?: boolean;
        repeat?: boolean;
        reading: Reading;
      }
    | {
        type: 'form';
        v: 1;
        platform: string;
        rev: number;
        page: string;
        step: FormStep;
        control: string;
        route: string;
        lang: string | null;
        at: string;
      };
  interface Reading {
    control: string;
    training: Training;
    why: Why;
    sure: Sure;
    raw: string;
    basis: 'seen';
    how: How | null;
    again: Again | null;
    doubt?: boolean;
    visit: string;
    loadedAt: string;
    by: Located[];
    label: string | null;
    lang: string | null;
    account: string | null;
    unit: string | null;
    route: string;
    actor: 'user' | 'none';
    at: string;
    detail: Detail;
  }
  interface Detail {
    kind: Kind;
    locked: boolean;
    shown: string | null;
    row: number;
    report: LookReport;
  }
  /** How it was looked at: no text of the page. */
  interface LookReport {
    tried: { by: Located; found: number }[];
    readers: ReaderSaid[];
    meant: string | null;
    deep: boolean;
    element: { tag: string; role: string | null; attributes: string[] } | null;
    lang: string;
    cost: { attempts: number; ms: number };
  }
}
