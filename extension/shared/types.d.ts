// The shapes that cross a boundary: between content scripts and background, background and pages, extension and
// host. Field names and meanings are those of host/PROTOCOL.md; times are ISO 8601 UTC with milliseconds.

export type Training = 'allowed' | 'denied' | 'unknown';
export type Sure = 'sure' | 'likely' | 'none';
export type Actor = 'user' | 'none';
export type Basis = 'seen' | 'declared' | 'form';
export type FormStep = 'reached' | 'submitted' | 'confirmed';
export type Why =
  | 'ok' | 'other-page' | 'not-found' | 'ambiguous' | 'conflict' | 'layout-changed' | 'signed-out'
  | 'not-offered' | 'locked' | 'mixed' | 'unsaved' | 'unsettled' | 'no-access';

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
  actor: Actor;
  at: string;
  report: string | null;
  /** A look-alike with another purpose: shown under its own name, never counted as training. */
  other: boolean;
  /** The page lets nobody change it at the moment. */
  locked: boolean;
  /** What the page shows beside the state, for example the chosen companies. */
  shown: string | null;
}

/** Messages of content scripts, after the border has checked them. */
export type ContentMessage =
  | { type: 'page'; platform: string }
  | { type: 'left'; platform: string }
  | { type: 'settling'; platform: string }
  /** wait: it is denied, and another switch of the page is still to be read before that can be said of the page */
  | { type: 'reading'; platform: string; rev: number; page: string; reading: Reading; wait?: boolean }
  | { type: 'form'; platform: string; rev: number; page: string; control: string; step: FormStep; route: string | null; lang: string | null; at: string };

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
  evidence: Evidence | null;
  browser: string;
  /** When the user says that it happened (YYYY-MM-DD), and the user's own words; basis declared and form only. */
  date?: string;
  note?: string | null;
}

/** One line of the host's `status`, or the same worked out from entries that still wait in the queue. */
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
  returned: boolean;
  answer?: 'not-me' | null;
  /** What later entries are compared with: the time of the entry that decides, what the newest known reading said, the time of the newest denied one. */
  decided?: string | null;
  known?: Training;
  denied?: string | null;
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
  /** A: the platform's own words; B: seen by a tool; C: reported by third parties, and told so to the user. */
  grade: string;
  controls: ControlInfo[];
  rev: number;
  seen: string;
  regions?: Region[];
  /** Whom the setting is about; without it the platform itself. */
  trainers?: 'others';
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

/** A rule that has not fitted its page for several visits (background/health.js). `report`: no text of the page. */
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
  place: string;
  settling: boolean;
  rev: number;
  readings: Reading[];
  form: { step: FormStep; at: string; control: string } | null;
}

export type HostKind =
  | 'unknown' | 'on' | 'not-allowed' | 'not-found' | 'forbidden' | 'start-failed' | 'exited' | 'protocol' | 'record';

/** How the log program was last met. `detail` is for "Details" only: raw text or a dotted error name. */
export interface HostState {
  kind: HostKind;
  detail: string;
  at: string;
  version?: string;
  entries?: number;
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
    line: Line | null;
    /** The page belongs to a platform without a control. */
    without: Without | null;
    /** Set while the platform's rule no longer fits. */
    health: Health | null;
  };
  returned: (Line & { name: string; open: string })[];
  counts: { denied: number; allowed: number; unknown: number; unchecked: number };
  look: LookRow[];
  host: HostState;
  queued: number;
  dropped: { confirmations: number; changes: number; since: string | null };
  refused: number;
  anyGranted: boolean;
}

export interface LookRow {
  platform: string;
  name: string;
  open: string;
  hosts: string[];
  account: string | null;
  unit: string | null;
  control: string;
  state: 'allowed' | 'stale' | 'no-access';
  /** The state is no more than probable. */
  likely: boolean;
  seen: string | null;
}

/** What became of one visit of a round of checks (background/round.js). */
export type RoundOutcome =
  | 'waiting' | 'open' | 'allowed' | 'denied' | 'unknown'
  /** The page was recognised and never settled; the address showed something else; the user or the browser closed the tab. */
  | 'timeout' | 'elsewhere' | 'closed' | 'skipped' | 'failed';

export interface RoundStep { platform: string; name: string; url: string; outcome: RoundOutcome; why: Why | null; likely?: boolean }

/** A followed platform that a round cannot visit. */
export interface RoundOther { platform: string; name: string; open: string; reason: 'no-access' | 'form' | 'no-address' }

/**
 * Kept in storage.session under `round`. `at` is the present step, `tab` its tab, `since` when that was opened (ms),
 * `taken` whether the user has turned to it; `theirs` the user's own tabs that showed its page before.
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
}

/** Kept in storage.local under `reminders`: the choice, what was notified, and what rests until when (ms). */
export interface ReminderSetting { days: number; since: string | null; told: string[]; resting: Record<string, number> }

/** Something that is due. `key` is `round`, or the key of the line. */
export interface Reminder { kind: 'round' | 'answer'; key: string; due: string; asked?: string | null; line?: Line; name?: string; open?: string }
