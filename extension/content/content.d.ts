// Types of the content scripts alone. Nothing of this is shipped code.
export {};

declare global {
  /** The one namespace of the content scripts. Each file adds its part; run.js freezes it. */
  var OptOutLog: Engine;
  /** Set by content/routes/<platform>.js. */
  var optoutlogRoutes: { platform: string; pages: { id: string; url: string[] }[] } | undefined;
  var optoutlogBoot: {
    look: () => void; listen: () => void; early: boolean;
    ear: ((event: Loose) => void) | null; heard: Heard[];
  } | undefined;
  var navigation: EventTarget | undefined;
  var browser: any;
  var chrome: any;

  class URLPattern {
    constructor(pattern: string);
    test(url: string): boolean;
    exec(url: string): any;
  }

  // A content script meets elements of every kind and asks before it uses what only some have.
  interface Document { prerendering?: boolean; wasDiscarded?: boolean }
  interface AnimationEffect { target?: Element | null }
  interface EventTarget { closest?: any; localName?: any; value?: any }
  interface Node { host?: any; defaultView?: any; getElementById?: any; firstElementChild?: any; createTreeWalker?: any; body?: any }
  interface Element {
    openOrClosedShadowRoot?: ShadowRoot | null;
    contentDocument?: any; options?: any; labels?: any; hidden?: any; disabled?: any; value?: any; checked?: any; defaultChecked?: any;
    indeterminate?: any; selectedOptions?: any; form?: any; noValidate?: any;
  }
}

// ---- The shapes of the engine. `Loose` is the one place where a value has no type: parts of the page's DOM that only some
// elements have, and parts of the namespace that are not described yet.
declare global {
  type Loose = any;

  type Training = 'allowed' | 'denied' | 'unknown';
  type How = 'loaded' | 'changed';
  type Again = 'old' | 'touched' | 'restored';
  type Doubt = '' | 'unsaved' | 'unsettled';
  type Why = 'ok' | 'other-page' | 'not-found' | 'ambiguous' | 'conflict' | 'layout-changed' | 'signed-out' | 'not-offered'
    | 'locked' | 'mixed' | 'unsaved' | 'unsettled' | 'no-access';

  /** One compiled phrase of a rule's strings (text.js). */
  interface Phrase { lang: string; kind: 'exact' | 'starts' | 'words'; text: string; words: string[]; not: string[]; grade?: string; then?: Loose[] }
  type Strings = Map<string, Phrase[]>;

  /** A rule (rules/schema.json), as far as the engine reads it. */
  interface Rule {
    id: string; rev: number; kind: string; grade: string; hosts: string[];
    strings: Record<string, Record<string, Loose[]>>;
    pages: RulePage[]; controls?: RuleControl[]; forms?: Loose[]; decoys: Loose[]; account?: Loose;
  }
  interface RulePage {
    id: string; url: string[]; open?: string; overlay?: boolean | 'control'; neighbours?: string[];
    signature?: Loose; signedOut?: Loose; notOffered?: Loose;
    settle?: { reads?: number; gapMs?: number; holdMs?: number; timeoutMs?: number };
  }
  /** With its addresses compiled. */
  interface Page extends RulePage { patterns: URLPattern[] }
  interface RuleControl {
    id: string; page: string | string[]; kind?: string; grade?: string; labelGrade?: string;
    onMeans: 'training' | 'opted-out' | 'other'; proves?: 'allowed' | 'denied'; disabled?: 'state'; part?: boolean; combine?: string[];
    locate: Loose[]; read: Loose[]; locked?: Loose; detail?: Loose[];
    save?: { button: string; clean?: 'disabled'; maybe?: true; compare?: 'default'; done?: Loose };
    unit?: { is?: string; needed?: boolean; shown?: Loose[] };
  }

  /** One locator's result: the controls that it points at, by number. */
  interface Hit { by: string; class?: string; ids: number[] }
  /** What one look at one control found (page.js). */
  interface Looked {
    place?: 'known' | 'overlay' | 'none'; signature: boolean; signedOut: boolean; notOffered: boolean;
    hits: Hit[]; raw: string; disabled: boolean; busy: boolean; dirty: boolean; lockedText: boolean; behind?: boolean;
    readers: { from: string; value: string | null }[]; deep: boolean; element: Element | null;
    label: string | null; labelLang: string | null; labelGrade: string | null; langKnown: boolean; there: boolean; detail: string | null;
    translated?: boolean; meant?: { why: Why; atMost: 'sure' | 'likely'; locked: boolean; because: string } | null;
  }
  /** What a verdict is made of (decide.js). */
  interface Facts extends Looked {
    granted: boolean; misses: number; locked: boolean; blocked: boolean; kept: Kept | null; waitedOut: boolean; timedOut: boolean;
    before: Verdict | null; reads: number; held: number; needReads: number; needHeld: number; unitLost?: boolean;
    onMeans: RuleControl['onMeans']; proves?: RuleControl['proves']; grade?: string;
  }
  interface Verdict { training: Training; why: Why; sure: 'sure' | 'likely' | 'none'; row: number; raw: string; how?: How | null; again?: Again | null }
  interface Kept { how: How | null; atMost: 'sure' | 'likely'; why: Doubt; again: Again | null; stay: boolean }
  interface KeptFacts {
    touched: boolean; moved: boolean; alone: boolean; doubt: Doubt; told: boolean; restored: boolean; old: boolean; doubtful: boolean;
    blocked: boolean; renewed: boolean; held: number; steady: number; hold: number; quiet: number; slowest: number;
  }

  /** A person's hand on a control (changes.js). Times: ms of performance.now. */
  interface Hand {
    first: number; at: number; before: string; words: Map<string, Element>; sleepers: Set<Element>; pressed: number; flipped: number;
    questioned: boolean; refused: boolean; offline: boolean; jumped: boolean; moved: boolean;
  }
  /** What lasts of a control from look to look (weigh.js). */
  interface State {
    account: string | null; unit: string | null; reads: number; since: number; key: string; pulse: string | null; element: Element | null;
    raw: string; look: string; touch: Hand | null; alone: boolean; told: boolean; toldChange: boolean; last: Verdict | null;
    flippedAt: number; blockedAt: number; alerts: Set<string> | null; statuses: Set<string> | null;
    from: { element: Element; look: string } | null; weighed?: Weighed | null; drawnAt?: number; said?: { heard: string; at: string };
  }
  /** A state whose control a person has used. */
  type Touched = State & { touch: Hand; element: Element };
  /** One control on one page at one look. */
  interface Weighed {
    verdict: Verdict | null; there: boolean; facts: Looked; st: State; entry: RuleControl; page: Page; unit: string | null; route: string;
  }
  interface Time { out: boolean; long: boolean; limit: number }
  interface Birth { fetched: number; restored: boolean; early: number; witnessed: boolean }
  interface Requests { last: () => number; slowest: () => number; failedSince: (at: number) => boolean; refusedSince: (at: number) => boolean; stop: () => void }
  /** An input as boot.js hears it. */
  interface Heard { type: string; key?: string; target?: Loose; composedPath?: () => Loose[] }

  /** The run on one settings page (run.js). */
  interface Session {
    rule: Rule; env: RunOptions; compiled: Page[]; here: Page[]; strings: Strings; gone: AbortController; timer: Loose;
    send: (message: Message) => void; trusted: (event: Event) => boolean; cost: { attempts: number; ms: number }; costs: number[];
    birth: Birth; requests: Requests; restored: boolean; root: Element; controls: Map<string, State>;
    saids: Map<string, { heard: string; href: string }>; spoke: boolean; touchedAt: number; clickedAt: number; early: Heard[];
    href: string; visit: string; forms: Loose[]; began: number; open: boolean; present: Set<string>; failed: number; leaving: boolean;
  }
  interface RunOptions { send?: (message: Message) => void; trusted?: (event: Event) => boolean; misses?: number }

  /** What the background is told (background/border.js checks it). */
  type Message =
    | { type: 'settling' | 'left'; v: 1; platform: string }
    | { type: 'reading'; v: 1; platform: string; rev: number; page: string; wait?: boolean; repeat?: boolean; reading: Reading }
    | { type: 'form'; v: 1; platform: string; rev: number; page: string; step: string; control: string; route: string; lang: string | null; at: string };
  interface Reading {
    control: string; training: Training; why: Why; sure: Verdict['sure']; raw: string; basis: 'seen'; how: How | null; again: Again | null;
    doubt?: boolean; visit: string; loadedAt: string; by: string[]; label: string | null; lang: string | null; account: string | null;
    unit: string | null; route: string; actor: 'user' | 'none'; at: string; detail: Loose;
  }

  interface Engine {
    api: Loose; version: number;
    text: Loose; dom: Loose; safe: Loose; shown: Loose; place: Loose; locate: Loose; words: Loose; lexicon: Loose; meaning: Loose;
    account: { read: (rule: Rule, here: Loose) => { name: string | null; expected: boolean }; decoded: (part: string) => string };
    formPlace: Loose; receipt: Loose; receiptWords: Loose; form: { watch: (form: Loose, session: Session) => Loose };
    read: { read: Loose; pulse: (control: Element) => string; faces: Loose; twoSided: Loose; agree: Loose; normalise: Loose };
    page: {
      context: (strings: Strings, decoys: Loose[]) => Loose; holds: Loose; shown: (places: Loose[] | undefined) => string | null;
      look: (control: RuleControl, page: Page, here: Loose) => Looked;
    };
    senses: {
      OLD_MS: number; EARLY_MS: number; birth: () => Birth; maybeRestored: (element: Element) => boolean; requests: () => Requests;
      regionOf: (element: Element) => Element; busy: (element: Element) => boolean; question: (element: Element | null) => Element | null;
      alerts: () => Set<string>; statuses: (element: Element) => Set<string>;
    };
    kept: { STEADY_MS: number; QUIET_MS: number; kept: (facts: KeptFacts) => Kept | null };
    changes: {
      BY_HAND_MS: number; begin: (st: State) => void; hear: (event: Heard, st: State, saveKey: Phrase[] | null | undefined) => boolean;
      waiting: (element: Element, saveKey: Phrase[] | null | undefined) => boolean;
      doubt: (st: Touched, context: { saveKey: Phrase[] | null | undefined; requests: Requests; isState: (value: string) => boolean }) => Doubt;
    };
    decide: {
      CLASS: Record<string, string>; pick: (hits: Hit[]) => { control: number | null; ambiguous: boolean; classes: Set<string> };
      sureness: (classes: Set<string>, langKnown: boolean) => Verdict['sure']; decide: (facts: Facts) => Verdict | null;
      combine: (parts: (Verdict | null)[]) => Verdict | null; choose: (list: { verdict: Verdict | null; there: boolean }[]) => Verdict | null;
    };
    weigh: { weigh: (s: Session, entry: RuleControl, page: Page, here: Loose, account: { name: string | null; expected: boolean }, time: Time) => Weighed };
    say: { say: (s: Session, id: string, verdict: Verdict, from: Weighed, wait: boolean) => void; kindOf: (s: Session, from: Weighed) => string };
    run: { start: (rule: Rule, env?: RunOptions) => void; stop: () => void };
  }
}
