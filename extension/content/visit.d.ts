// The run on one settings page, and what is done there for a person. Nothing of this is shipped
// code.
export {};

declare global {
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
    /** Why turning a control off ended; null while it is under way. */
    ends: Map<string, Operated | null>;
    /** We press for a person, and nobody else does meanwhile. */
    operating?: boolean;
    /** Messages of the background are heard. */
    asked?: boolean;
    /** What the last look decided, a control each. */
    decided: Map<string, Decided>;
    /** Fields and buttons that a person used (the newest fifty). */
    used: Element[];
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

  /** What operate.js may do on a page. */
  interface Hands {
    look: () => void;
    hear: (event: Heard) => void;
  }
  /** Why it ended; '' where it was turned off (docs/operating.md). */
  type Operated =
    | ''
    | 'again'
    | 'changed'
    | 'covered'
    | 'drafts'
    | 'hand'
    | 'ignored'
    | 'lost'
    | 'old'
    | 'option'
    | 'question'
    | 'refused'
    | 'save';
  interface Job {
    s: Session;
    id: string;
    run: Hands;
    entry: RuleControl;
    /** What the control showed when it was read (press.js). */
    shown: string;
  }
  interface PressParts {
    target: (control: Element) => Element;
    reachable: (el: Element, row: Element) => boolean;
    press: (el: Element, hear: (event: Heard) => void, stands?: () => boolean) => void;
    shows: (control: Element) => string;
    choose: (
      list: HTMLSelectElement,
      option: HTMLOptionElement,
      hear: (event: Heard) => void,
    ) => void;
  }
  interface OperateParts {
    operable: (its: Decided | undefined) => its is Decided;
    turnOff: (s: Session, id: string, run: Hands) => Promise<Operated>;
  }
}
