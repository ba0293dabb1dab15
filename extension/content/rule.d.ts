// What a rule is (rules/schema.json), as far as the engine reads it. Nothing of this is shipped
// code.
export {};

declare global {
  /** Of alternatives: each may be asked for what only another has, and has it not. */
  type OneOf<T, K extends PropertyKey = T extends unknown ? keyof T : never> = T extends unknown
    ? T & { [P in Exclude<K, keyof T>]?: undefined }
    : never;

  /** Names an entry of the rule's strings. */
  type Key = `@${string}`;
  /** A CSS selector. */
  type Selector = string;
  /** Literal values, or @key for a phrase. */
  type Match = string[];
  type Grade = 'A' | 'B' | 'C';
  type Kind = 'toggle' | 'choice' | 'dropdown' | 'chip' | 'text' | 'form' | 'not-training';

  interface Rule {
    id: string;
    rev: number;
    name: string;
    kind: Kind;
    grade: Grade;
    hosts: string[];
    account?: ShownName[];
    strings: RuleStrings;
    pages: RulePage[];
    controls?: ControlEntry[];
    forms?: FormRule[];
    decoys: Decoy[];
  }

  /** Key without its @ -> language (BCP-47 or *) -> phrases. */
  type RuleStrings = Record<string, Record<string, StringEntry[]>>;
  interface TextEntry {
    text: string;
    since?: string;
    until?: string;
    source?: string;
    grade?: Grade;
  }
  interface WordsEntry {
    words: string[];
    not?: string[];
  }
  interface StartsEntry {
    starts: string;
    then: 'unit' | 'sentence' | Key[];
    source?: string;
    grade?: Grade;
  }
  type LongEntry = OneOf<TextEntry | WordsEntry | StartsEntry>;
  type StringEntry = string | LongEntry;

  interface RulePage {
    id: string;
    url: string[];
    open?: string;
    /** Told in the popup, not used on the page. */
    path?: { steps: string[]; source: string; seen: string; grade: Grade };
    overlay?: boolean | 'control' | 'addressed';
    neighbours?: Key[];
    signature?: Conditions;
    signedOut?: Conditions;
    notOffered?: Conditions;
    settle?: Settle;
  }
  interface Settle {
    reads?: number;
    gapMs?: number;
    holdMs?: number;
    timeoutMs?: number;
  }

  type Conditions = { all?: Condition[]; any?: Condition[]; none?: Condition[] };
  type Condition = OneOf<
    { heading: Key } | { text: Key; in?: Selector } | { css: Selector; visible?: boolean }
  >;

  /** An entry of controls: one that is read, or one that others make up together. */
  type ControlEntry = OneOf<RuleControl | CombinedControl>;
  interface CombinedControl {
    id: string;
    kind?: Kind;
    grade?: Grade;
    combine: string[];
    part?: boolean;
    unit?: Unit;
  }
  interface Unit {
    is: 'account' | 'blog' | 'site' | 'channel' | 'publication' | 'team' | 'organisation' | 'item';
    needed?: true;
    shown?: ShownName[];
    /** As the user named it who pointed at the control. */
    named?: string;
  }
  interface RuleControl {
    id: string;
    kind?: Kind;
    grade?: Grade;
    labelGrade?: 'C';
    page: string | string[];
    onMeans: 'training' | 'opted-out' | 'other';
    proves?: 'allowed' | 'denied';
    unit?: Unit;
    locate: Locator[];
    read: Reader[];
    save?: Save;
    operate?: Operate;
    locked?: Conditions;
    disabled?: 'locked' | 'state';
    detail?: ShownName[];
    part?: boolean;
  }
  /** How it may be turned off for a person (operate.js). confirm: a question that may come. */
  interface Operate {
    by: 'press' | 'choose';
    confirm?: Confirm;
  }
  interface Confirm {
    says: Key;
    button: Key;
  }
  interface Save {
    button: Key;
    clean?: 'disabled';
    maybe?: true;
    compare?: 'default';
    done?: Conditions;
  }

  /** How a control is found. */
  type Locator = OneOf<
    | RoleLocator
    | LabelLocator
    | SectionLocator
    | TestidLocator
    | NthLocator
    | AttrLocator
    | CssLocator
  >;
  type LocatorBy<K extends Locator['by']> = Extract<Locator, { by: K }>;
  interface Roles {
    role: string[];
    through?: Through[];
  }
  interface RoleLocator extends Roles {
    by: 'role';
    name: Key;
    has?: Selector;
  }
  interface LabelLocator extends Roles {
    by: 'label';
    text: Key;
    hops?: number;
    has?: Selector;
  }
  interface SectionLocator extends Roles {
    by: 'section';
    heading: Key;
    has?: Selector;
  }
  interface TestidLocator extends Roles {
    by: 'testid';
    attr?: string;
    value: string;
    says?: true;
  }
  /** The n-th in a marked container that holds so many. */
  interface NthLocator extends TestidLocator {
    nth: number;
    of: number[];
  }
  interface AttrLocator extends Roles {
    by: 'attr';
    value: string;
    says?: true;
    attr:
      | 'id'
      | 'name'
      | 'href'
      | 'value'
      | 'for'
      | 'aria-labelledby'
      | 'aria-describedby'
      | 'aria-controls';
  }
  interface CssLocator extends Roles {
    by: 'css';
    selector: Selector;
  }
  type Through = OneOf<{ shadow: Selector } | { frame: Selector }>;

  /** How its state is read. */
  type Reader = OneOf<
    BoxReader | AttrReader | StateReader | TextReader | ChoiceReader | PairReader
  >;
  interface BoxReader {
    from: 'checked' | 'aria-checked' | 'aria-pressed' | 'aria-selected';
  }
  interface AttrReader {
    from: 'attr';
    attr: string;
    on: Match;
    off: Match;
  }
  interface StateReader {
    from: 'state';
    on: Match;
    off: Match;
  }
  interface TextReader {
    from: 'text';
    of: 'control' | 'row' | 'description' | 'name';
    on: Key;
    off: Key;
  }
  interface ChoiceReader {
    from: 'choice';
    on: Match;
    off: Match;
  }
  interface PairReader {
    from: 'pair';
    on: Selector;
    off: Selector;
  }

  /** Where the page shows a name: of the account, of a unit. */
  type ShownName = OneOf<{ from: 'text' } | { from: 'attr'; attr: string }> & {
    css: Selector;
    after?: string;
    take?: 'account';
  };
  /** What looks like the control and is not. */
  interface Decoy {
    id: string;
    url?: string[];
    label?: Key;
    why: string;
  }

  /** An objection form. */
  interface FormRule {
    id: string;
    grade?: Grade;
    page: string | string[];
    form: Conditions;
    submit?: Key;
    code?: Conditions;
    codeFlow?: Conditions;
    chosen?: Key;
    confirmed?: Conditions;
  }
}
