// The shapes that cross a boundary: between content scripts and background, background and pages,
// extension and host. Field names and meanings are those of host/PROTOCOL.md; times are ISO 8601
// UTC with milliseconds.

export type Training = 'allowed' | 'denied' | 'unknown';
export type Sure = 'sure' | 'likely' | 'none';
export type Actor = 'user' | 'none';
export type Basis = 'seen' | 'declared' | 'form';
/**
 * How a state was seen: as the server gave it, or as a person has just made it (docs/verdict.md,
 * "Kept").
 */
export type How = 'loaded' | 'changed';
/**
 * Why this document gives no new `loaded` reading: too old, somebody touched the control, it is not
 * the server's word.
 */
export type Again = 'old' | 'touched' | 'restored';
export type FormStep = 'reached' | 'submitted' | 'confirmed';
export type Why =
  | 'ok'
  | 'other-page'
  | 'not-found'
  | 'ambiguous'
  | 'conflict'
  | 'layout-changed'
  | 'signed-out'
  | 'not-offered'
  | 'locked'
  | 'mixed'
  | 'unsaved'
  | 'unsettled'
  | 'no-access';

/** What the engine read of one control on one page. */
export interface Reading {
  control: string;
  training: Training;
  why: Why;
  sure: Sure;
  raw: string | null;
  by: string[];
  label: string | null;
  lang: string | null;
  account: string | null;
  unit: string | null;
  route: string | null;
  /** `user` only where it was changed. */
  actor: Actor;
  at: string;
  /** Null: an unknown, or a state that is shown and is no new reading (`again` says why). */
  how: How | null;
  /** One document under one address. */
  visit: string | null;
  /** When the document was fetched. */
  loadedAt: string | null;
  again: Again | null;
  /**
   * Something casts doubt on a change that was heard before: what was told of it does not stand any
   * more.
   */
  doubt: boolean;
  report: string | null;
  /** A look-alike with another purpose: shown under its own name, never counted as training. */
  other: boolean;
  /** The page lets nobody change it at the moment. */
  locked: boolean;
  /** What the page shows beside the state, for example the chosen companies. */
  shown: string | null;
  /** Found where the user pointed, on this day, since the rule did not fit any more. */
  mended?: string | null;
}

/**
 * A reading as it is kept of a tab. `changedAt`: when a person changed it in this document, until
 * it is loaded anew.
 */
export interface TabReading extends Reading {
  changedAt: string | null;
}

/** Messages of content scripts, after the border has checked them. */
export type ContentMessage =
  /** prerendered: nobody sees it yet */
  | { type: 'page'; platform: string; prerendered?: boolean }
  | { type: 'left'; platform: string }
  | { type: 'settling'; platform: string }
  /** A boot script without addresses asks for those of its host. */
  | { type: 'routes'; platform: string }
  /**
   * wait: it is denied, and another switch of the page is still to be read before that can be said
   * of the page
   */
  | {
      type: 'reading';
      platform: string;
      rev: number;
      page: string;
      reading: Reading;
      wait?: boolean;
    }
  | {
      type: 'form';
      platform: string;
      rev: number;
      page: string;
      control: string;
      step: FormStep;
      route: string | null;
      lang: string | null;
      at: string;
    };

export interface Evidence {
  label: string | null;
  lang: string | null;
  route: string | null;
  by: string[];
  rule: string;
  rev: number;
}

/** One entry as the host takes it. */
export interface Entry {
  id: string;
  at: string;
  platform: string;
  control: string;
  account: string | null;
  unit: string | null;
  basis: Basis;
  training: Training;
  why: Why;
  sure: Sure;
  actor: Actor;
  raw: string | null;
  /** With basis `seen` and a known training only; a log program that does not know it drops it. */
  how?: How | null;
  /** Id of an earlier entry of the same visit, read before the page named the account. */
  joins?: string | null;
  evidence: Evidence | null;
  browser: string;
  /**
   * When the user says that it happened (YYYY-MM-DD), and the user's own words; basis declared and
   * form only.
   */
  date?: string;
  note?: string | null;
}

/**
 * An unbroken run of readings that say the same: its first and its last one, and how many there
 * were.
 */
export interface Run {
  training: Training;
  first: string;
  last: string;
  times: number;
}

/** What the user said about a line, newest; `date` is the day that the user named. */
export interface Declared {
  training: Training;
  at: string;
  date: string | null;
  note?: string | null;
}

/**
 * One line of the host's `status`: the host alone works a state out. Members that only newer log
 * programs tell are optional.
 */
export interface Line {
  platform: string;
  control: string;
  account: string | null;
  unit: string | null;
  training: Training;
  basis: Basis;
  why: Why;
  sure?: Sure | null;
  since: string;
  /** Newest reading whose training is known; null: the page was never read successfully. */
  seen: string | null;
  /** Newest reading of any outcome. */
  tried: string | null;
  /** `perhaps`: the same where no account is known; told with its doubt, and no alarm. */
  returned: boolean | 'perhaps';
  answer?: 'not-me' | null;
  /**
   * `confirmed`: loaded so. `pending`: changed, and not loaded since. `not-kept`: changed to
   * denied, then loaded as allowed. Null: said, unknown, or known from old entries only.
   */
  kept?: 'confirmed' | 'pending' | 'not-kept' | null;
  /** The readings that say the present training, and those before them. */
  run?: Run | null;
  before?: Run | null;
  declared?: Declared | null;
  stale: boolean;
  form?: { step: string; at: string; asked?: string | null; due?: string | null } | null;
}

/** One platform of rules/index.json. */
export interface Platform {
  id: string;
  name: string;
  hosts: string[];
  open: string;
  kind: string;
  /**
   * A: the platform's own words; B: seen by a tool; C: reported by third parties, and told so to
   * the user.
   */
  grade: string;
  controls: ControlInfo[];
  rev: number;
  seen: string;
  regions?: Region[];
  /** Whom the setting is about; without it the platform itself. */
  trainers?: 'others';
  /** A site whose switch the user pointed at; controls whose two states were both read. */
  own?: { pointed: string; proven: string[] };
  /** Control -> the day on which the user pointed it out anew. */
  mended?: Record<string, string>;
}

/** What the user made by pointing (docs/own-rules.md), as storage.local keeps it. */
export interface OwnRules {
  rules: OwnRule[];
  mends: Mend[];
}
export interface OwnRule {
  id: string;
  host: string;
  /** As the user calls the site. */
  name: string;
  /** YYYY-MM-DD */
  pointed: string;
  open: string;
  /** Switched off: not read, and still there. */
  off: boolean;
  /** Control -> when each of its states was last read as loaded. */
  read: Record<string, { on?: string; off?: string }>;
  rule: {
    rev: number;
    strings: Record<string, Record<string, string[]>>;
    pages: OwnPage[];
    controls: OwnControl[];
  };
}
export interface OwnPage {
  id: string;
  url: string[];
  signature: { any: { text?: string; heading?: string }[] };
  neighbours?: string[];
  open: string;
}
export interface OwnControl {
  id: string;
  /** The words that were pointed at. */
  name: string;
  kind: 'toggle' | 'choice';
  page: string;
  onMeans: 'training' | 'opted-out';
  unit: { is: string; named?: string };
  locate: Record<string, unknown>[];
  read: Record<string, unknown>[];
}
/** A two-sided control of the page in front (content/point/list.js). */
export interface PointedControl {
  ref: string;
  kind: 'switch' | 'pressed' | 'choice' | 'list';
  name: string;
  section: string | null;
  state: 'on' | 'off' | 'mixed' | 'neither' | null;
  values: { text: string; chosen: boolean }[] | null;
  about: boolean;
}
/** A further entry of a packaged rule's control. `rev`: of the rule that failed. */
export interface Mend {
  platform: string;
  control: string;
  host: string;
  rev: number;
  pointed: string;
  strings: OwnRule['rule']['strings'];
  page: OwnPage;
  entry: OwnControl;
}

/** Where a control is offered, and where not. `regions`: ISO 3166 codes, EEA, EU or world. */
export interface Region extends Fact {
  regions: string[];
  offered: boolean;
}

/** A platform that has no control to read: `without` of rules/index.json. */
export interface Without {
  id: string;
  name: string;
  domains: string[];
  kind: 'none' | 'app-only' | 'cannot-read';
  trains: string;
  sentence: { text: string; key?: string };
  source: string;
  seen: string;
  grade: string;
}

/**
 * A rule that has not fitted its page for several visits (background/tab/misses.js). `report`: no
 * text of the page.
 */
export interface Health {
  control: string;
  rev: number;
  visits: number;
  since: string;
  last: string;
  report: string | null;
}

/** A sentence with its source; `key` is its message where it was translated. */
export interface Fact {
  text: string;
  key?: string;
  source: string;
  seen: string;
  grade: string;
}

export interface ControlInfo {
  id: string;
  name: string;
  kind: string;
  grade: string;
  /** account, blog, site, channel, publication, team, organisation or item */
  unit?: string;
  scope?: { covers?: Fact[]; not?: Fact[] };
}

/** What is known of one tab. Kept in storage.session under `tab:<id>`. */
export interface TabState {
  platform: string;
  /** Origin and path. */
  place: string;
  /** The browser's name of the document, where it has one. */
  document?: string | null;
  /** The engine was brought into it. */
  injected?: boolean;
  settling: boolean;
  rev: number;
  readings: TabReading[];
  /** What a person changed in this document and was not loaded anew since, a control each. */
  changes?: Record<string, { visit: string | null; at: string }>;
  form: { step: FormStep; at: string; control: string } | null;
}

export type HostKind =
  | 'unknown'
  | 'on'
  | 'not-allowed'
  | 'not-found'
  | 'forbidden'
  | 'start-failed'
  | 'exited'
  | 'protocol'
  | 'record';

/**
 * How the log program was last met. `detail` is for "Details" only: raw text or a dotted error
 * name.
 */
export interface HostState {
  kind: HostKind;
  detail: string;
  at: string;
  version?: string;
  entries?: number;
  /** What it can do beside the first protocol: `how`, `joins`, `drop`. */
  capabilities?: string[];
}

/**
 * What waits for the log program. It is shown beside the program's own word, marked as waiting, and
 * alarms nobody.
 */
export interface WaitingRow {
  platform: string;
  name: string;
  control: string;
  account: string | null;
  unit: string | null;
  basis: Basis;
  training: Training;
  why: Why;
  sure: Sure;
  how: How | null;
  raw: string | null;
  at: string;
}

/** A line that is told as returned, or as perhaps returned. */
export type ReturnedLine = Line & { name: string; open: string; trainers?: 'others' };

/**
 * One count a platform; what is sure, what is probable and what waits for its confirmation are
 * never one number.
 */
export interface Counts {
  allowed: number;
  likelyAllowed: number;
  denied: number;
  likelyDenied: number;
  /** Somebody changed it, and no page loaded since has shown that it was kept. */
  changed: number;
  unknown: number;
  unchecked: number;
}

export interface QueueState {
  rows: Entry[];
  dropped: { confirmations: number; changes: number; since: string | null };
  refused: { entry: Entry; error: string }[];
}

/** Answer to `popup-state`. */
export interface PopupState {
  tab: {
    id: number;
    platform: Platform | null;
    granted: boolean;
    state: TabState | null;
    /**
     * The user may point at a switch here. `name`: of the site; `controls`: of a platform whose rule
     * that mends; `control`: the one that was not found.
     */
    point?: {
      name: string;
      controls: { id: string; name: string }[];
      control: string | null;
    } | null;
    /** The line that speaks for the platform away from its page, and all of its lines. */
    line: Line | null;
    lines: Line[];
    /** The page belongs to a platform without a control. */
    without: Without | null;
    /** Set while the platform's rule no longer fits. */
    health: Health | null;
  };
  returned: ReturnedLine[];
  perhaps: ReturnedLine[];
  counts: Counts;
  look: LookRow[];
  host: HostState;
  /** Newest first. `queued` counts them. */
  waiting: WaitingRow[];
  queued: number;
  dropped: { confirmations: number; changes: number; since: string | null };
  refused: number;
  anyGranted: boolean;
}

/** Answer to `dashboard-state`. `waiting`: the entries themselves, oldest first. */
export interface DashboardState {
  platforms: Platform[];
  granted: string[];
  followed: string[];
  lines: Line[];
  host: HostState;
  waiting: Entry[];
  returned: ReturnedLine[];
  perhaps: ReturnedLine[];
}

export interface LookRow {
  platform: string;
  name: string;
  open: string;
  hosts: string[];
  account: string | null;
  unit: string | null;
  control: string;
  /** `changed` waits for its confirmation. */
  state: 'allowed' | 'not-kept' | 'changed' | 'stale' | 'no-access';
  /** The state is no more than probable. */
  likely: boolean;
  seen: string | null;
}

/** What became of one visit of a round of checks (background/round/round.js). */
export type RoundOutcome =
  | 'waiting'
  | 'open'
  | 'allowed'
  | 'denied'
  | 'unknown'
  /**
   * The page was recognised and never settled; the address showed something else; the user or the
   * browser closed the tab.
   */
  | 'timeout'
  | 'elsewhere'
  | 'closed'
  | 'skipped'
  | 'failed';

export interface RoundStep {
  platform: string;
  name: string;
  url: string;
  outcome: RoundOutcome;
  why: Why | null;
  likely?: boolean;
}

/** A followed platform that a round cannot visit. */
export interface RoundOther {
  platform: string;
  name: string;
  open: string;
  reason: 'no-access' | 'form' | 'no-address';
}

/**
 * Kept in storage.session under `round`. `at` is the present step, `tab` its tab, `since` when that
 * was opened (ms), `taken` whether the user has turned to it; `theirs` the user's own tabs that
 * showed its page before.
 */
export interface Round {
  state: 'running' | 'done' | 'stopped';
  started: string;
  steps: RoundStep[];
  others: RoundOther[];
  at: number;
  tab: number | null;
  since: number;
  taken?: boolean;
  theirs?: number[];
  /** The window that the round opened; the tab of the step before, until the next one is there. */
  window?: number | null;
  closing?: number | null;
}

/**
 * Kept in storage.local under `reminders`: the choice, what was notified, and what rests until when
 * (ms).
 */
export interface ReminderSetting {
  days: number;
  since: string | null;
  told: string[];
  resting: Record<string, number>;
}

/** Something that is due. `key` is `round`, or the key of the line. */
export interface Reminder {
  kind: 'round' | 'answer';
  key: string;
  due: string;
  asked?: string | null;
  line?: Line;
  name?: string;
  open?: string;
}
