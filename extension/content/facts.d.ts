// What lasts from look to look, and what is decided by it. Nothing of this is shipped code.
export {};

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
    /** It was pressed for a person who asked for it: once in a document. */
    operated?: boolean;
    /** The last press was that one. */
    assisted?: boolean;
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
  /** One of several entries of a control. `there`: some locator points at something. */
  interface Alternative {
    verdict: Verdict | null;
    there: boolean;
    /** Found where the user pointed, since the rule did not fit any more. */
    mended?: boolean;
  }
  interface Weighed extends Alternative {
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
    /** We came by a click, soon after the page's own scripts. */
    late: boolean;
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
  /** One sending of the form (form.js). */
  interface Press {
    at: number;
    form: Element;
    /** What stood there (form-place.js). */
    rest: Rest;
    /** The mailed code was sent with it. */
    code: boolean;
    needsCode: boolean;
    /** The rule's words stood there before. */
    known: boolean;
    /** Looks in a row that showed a sign of refusal. */
    doubts: number;
    /** For how long (ms) a receipt has been seen to stand there; -1: none does. */
    stood: number;
    /** When that was last looked at. */
    seen: number;
    /** A request of the page had ended before the receipt came. */
    answered: boolean;
    /** Nothing but the rule's words can make it a step any more. */
    void: boolean;
  }
  /** words: what the page said at the last look; acted: when a person last acted in the form. */
  interface Watch {
    step: '' | FormStep;
    seen: number;
    press: Press | null;
    codeSeen: boolean;
    calm: number;
    words: string;
    acted: number;
  }
  /** The watch on one form (form.js). look: is a next step still awaited? */
  interface FormWatch {
    look: (here: Here) => boolean;
    input: (event: Input) => void;
  }
}
