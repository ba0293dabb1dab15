// The engine's namespace: each file of content/ adds the part that is named after it. Nothing of
// this is shipped code.
export {};

declare global {
  /** The one namespace of the content scripts. Each file adds its part; run.js freezes it. */
  var OptOutLog: Engine;
  /** Set by content/routes/<platform>.js. */
  var optoutlogRoutes: Routes | undefined;
  var optoutlogBoot: Boot | undefined;
  /** ms for which the document was there before us, where no boot script is registered. */
  var optoutlogAge: number | undefined;
  /** `asked`: they are still to come (own-routes.js). */
  interface Routes {
    platform: string;
    pages: { id: string; url: string[] }[];
    asked?: boolean;
  }
  /** early: there before the page; ear: the engine's; heard: input before that was there. */
  interface Boot {
    look: () => void;
    listen: () => void;
    /** The addresses have come, or others have. */
    know: () => void;
    early: boolean;
    ear: ((event: Input) => void) | null;
    heard: Heard[];
  }

  interface Engine extends Tongues {
    api: ExtensionApi;
    version: number;
    text: {
      normalise: (text: string) => string;
      compile: (strings: RuleStrings) => Strings;
      match: (
        list: Phrases,
        text: string,
        lang: string,
        only?: boolean,
        units?: string[],
      ) => Matched | null;
      within: (list: Phrases, plain: string) => boolean;
      speaks: (list: Phrases, lang: string | undefined) => boolean;
      sameLanguage: (a: string, b: string) => boolean;
    };
    safe: Safe;
    shown: {
      visible: (el: Element) => boolean;
      seen: (el: Element) => boolean;
      behind: (el: Element) => boolean;
      inFront: () => Element | null;
    };
    dom: {
      HEADINGS: Selector;
      MAX_TEXT: number;
      roleOf: (el: Element) => string;
      selectorFor: (roles: string[]) => Selector;
      shadowOf: (el: Element) => ShadowRoot | null;
      trees: (start: Root) => Root[];
      up: (node: Node) => Element | null;
      hostOf: (node: Node) => Element | null;
      hostsOf: (el: Element) => Element[];
      holds: (outer: Element, inner: Element) => boolean;
      around: (el: Element, selector: Selector) => Element | null;
      textsOf: (el: Element) => string[];
      named: (el: Element, attr: string) => Element[];
      labelsOf: (el: Element) => Element[];
      nameOf: (el: Element) => { texts: string[]; from: Element[] };
      namesOf: (el: Element) => string[];
      rowOf: (control: Element) => Element;
      visible: (el: Element) => boolean;
      shown: (el: Element) => boolean;
    };
    written: {
      DIALOG: Selector;
      WRITTEN: Selector;
      written: (el: Element) => boolean;
      picksItem: (el: Element) => boolean;
    };
    place: {
      addressed: (page: RulePage) => boolean;
      placeOf: (el: Element, page: RulePage, control: RuleControl, here: Here) => Place;
      labelled: (page: RulePage, control: RuleControl, here: Here) => boolean;
    };
    survey: {
      survey: (roots: Root[], roles: string[], grouped: boolean) => Survey;
      controls: (survey: Survey, elements: Element[], locator: Locator) => Set<Element>;
      inside: (survey: Survey, area: Element) => Element[];
    };
    beside: {
      labelOf: (survey: Survey, el: Element, locator: LabelLocator, here: Here) => Beside | null;
      witness: (
        survey: Survey,
        control: Element,
        locator: LabelLocator,
        here: Here,
      ) => 'name' | 'row' | 'alone';
      rival: (survey: Survey, control: Element) => Element | null;
    };
    locate: {
      locate: (
        control: RuleControl,
        here: Here,
        stands: (el: Element) => boolean,
      ) => { hits: Found[]; deep: boolean };
    };
    stretches: {
      SETTINGS: Selector;
      PANE: Selector;
      ROOT: RegExp;
      runsOf: (area: Element, control: Element) => Stretch[];
      plain: (runs: Stretch[]) => string;
    };
    lead: {
      before: (
        control: Element,
        row: Element,
        faces: Element[],
        isLabel: (run: Stretch) => boolean,
      ) => Run[];
    };
    words: {
      gather: (
        control: Element,
        faces: Element[],
        isLabel: (run: Stretch) => boolean,
        langs: string[],
      ) => Words;
      isTranslated: (page: Document) => boolean;
    };
    phrases: {
      joined: (parts: string[]) => string;
      letters: (value: string) => boolean;
      goesOn: (value: string) => boolean;
      abuts: (value: string) => boolean;
      likeLabel: (value: string) => boolean;
      find: (run: Stretch, speech: Speech) => Label | null;
      saysLabel: (value: string, speech: Speech) => { lang: string; loose: boolean } | null;
      turns: (value: string, langs: string[]) => boolean;
    };
    label: {
      meaning: (why: Meaning['why'], because: string, more?: Partial<Meaning>) => Meaning;
      label: (words: Words, speech: Speech, row: Run[], found: Labelled | undefined) => Meaning;
    };
    meaning: { means: (words: Words, speech: Speech) => Meaning };
    account: { read: (rule: Rule) => Account; decoded: (part: string) => string };
    read: {
      read: (control: RuleControl, element: Element, here: Here) => Read;
      pulse: (control: Element) => string;
      faces: (control: Element) => Element[];
      twoSided: (on: boolean, off: boolean) => Raw;
      agree: (values: (Raw | null)[]) => Raw;
      normalise: (text: string) => string;
    };
    conditions: {
      wordsOf: (tree: Node | null) => string;
      holds: (conditions: Conditions | undefined, here: Here, deep?: boolean) => boolean;
      shown: (places: ShownName[] | undefined) => string | null;
    };
    here: { context: (strings: Strings, decoys: Decoy[]) => Here };
    page: { look: (control: RuleControl, page: Page, here: Here) => Looked };
    lines: {
      words: () => Map<string, Word>;
      news: (before: Map<string, Word>) => (readonly [string, Element])[];
      asides: () => Set<string>;
      troubled: (element: Element) => boolean;
    };
    trouble: { isTrouble: (value: string) => boolean; isDraft: (value: string) => boolean };
    requests: { requests: () => Requests };
    senses: {
      OLD_MS: number;
      EARLY_MS: number;
      birth: () => Birth;
      posted: (element: Element) => 'yes' | 'perhaps' | 'no';
      maybeRestored: (element: Element) => boolean;
      regionOf: (element: Element) => Element;
      busy: (element: Element) => boolean;
      question: (element: Element | null) => Element | null;
      alerts: () => Set<string>;
      statuses: (element: Element, near?: boolean) => Set<string>;
    };
    kept: { STEADY_MS: number; QUIET_MS: number; kept: (facts: KeptFacts) => Kept | null };
    buttons: {
      ACTIONS: Selector;
      asleep: (el: Element) => boolean;
      actions: () => Element[];
      callsOf: (el: Element) => string[];
      isCancel: (name: string) => boolean;
      saves: (el: Element, element: Element, saveKey: Phrases, scope: Element | null) => boolean;
      scopeOf: (element: Element, saveKey: Phrases, anywhere: boolean) => Element | null;
      awake: (element: Element, saveKey: Phrases) => Element[];
    };
    changes: {
      ELSEWHERE_MS: number;
      begin: (st: State) => void;
      hear: (event: Heard, st: State, saveKey: Phrases) => boolean;
      doubt: (st: Touched, context: DoubtContext) => Doubt;
    };
    decide: {
      CLASS: Record<Locator['by'] | 'order', Witness>;
      pick: (hits: Hit[]) => { control: number | null; ambiguous: boolean; classes: Set<Witness> };
      sureness: (classes: Set<Witness>, langKnown: boolean) => Sure;
      decide: (facts: Facts) => Verdict | null;
      combine: (parts: (Verdict | null)[]) => Verdict | null;
      choose: (list: { verdict: Verdict | null; there: boolean }[]) => Verdict | null;
    };
    state: {
      stateOf: (s: Session, slot: string, account: string | null, unit: string | null) => State;
      note: (s: Session, st: State, facts: Looked, now: number, blocked: boolean) => void;
      inFrame: (st: State) => boolean;
    };
    evidence: {
      keptOf: (
        s: Session,
        st: State,
        entry: RuleControl,
        page: Page,
        facts: Looked,
        at: { blocked: boolean; held: number; now: number },
      ) => Kept | null;
    };
    weigh: {
      weigh: (
        s: Session,
        entry: RuleControl,
        page: Page,
        here: Here,
        account: Account,
        time: Time,
      ) => Weighed;
    };
    say: {
      say: (s: Session, id: string, verdict: Verdict, from: Weighed, wait: boolean) => void;
      kindOf: (s: Session, from: Weighed) => Kind;
    };
    session: {
      begun: (
        rule: Rule,
        env: RunOptions,
        before: Session | null,
        send: Session['send'],
      ) => Session;
      used: (s: Session, event: Heard) => void;
    };
    asked: { listen: (s: Session, run: Hands & { stop: () => void; runs: () => boolean }) => void };
    pace: {
      gap: (s: Session) => number;
      isThere: (s: Session) => boolean;
      glimpse: (s: Session) => boolean;
    };
    verdicts: {
      lookAll: (s: Session, time: Time) => boolean;
      forgetSaid: (s: Session) => void;
      sayNow: (s: Session, weighed: Weighed | null | undefined) => void;
    };
    formPlace: {
      BUTTONS: Selector;
      fields: (root: Tree) => Element[];
      holder: (rule: FormRule, here: Here, code: boolean) => Element | null;
      sends: (button: Element, form: Element, phrases: Phrases) => boolean;
      remember: (here: Here) => Rest;
      since: (here: Here, rest: Rest) => News;
    };
    receipt: {
      judge: (blocks: string[]) => 'taken' | 'refused' | 'unclear';
      languages: readonly string[];
    };
    formSent: {
      ACT_MS: number;
      taken: (st: Watch, press: Press, here: Here, requests: Requests) => number;
      isSending: (
        event: Input,
        target: EventTarget | null,
        form: Element,
        acted: number,
        phrases: Phrases,
      ) => boolean;
      isChosen: (form: Element, list: Phrases) => boolean;
      acts: (event: Input) => boolean;
      valid: (form: Element) => boolean;
    };
    form: { watch: (rule: FormRule, session: Session) => FormWatch };
    reveal: { reveal: (control: Element) => boolean };
    press: PressParts;
    operate: OperateParts;
    run: { start: (rule: Rule, env?: RunOptions) => void; stop: () => void };
  }
}
