// What the background remembers and shows: tabs, the log program, the popup, the dashboard, rounds
// of checks, reminders. Times are ISO 8601 UTC with milliseconds where nothing else is said.

import type { PictureOf } from './proof.d.ts';
import type {
  Entry,
  FormStep,
  How,
  Line,
  Basis,
  Sure,
  TabReading,
  Training,
  Why,
} from './record.d.ts';
import type { Card, Health, MenuPath, Platform, Without } from './platform.d.ts';

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
    /** Its site is not granted, and the popup's click is enough to read this page. */
    readable?: boolean;
    /** Its site is not granted: it is read for as long as the popup's click allows. */
    once?: boolean;
    state: TabState | null;
    /**
     * The user may point at a switch here. `name`: of the site; `controls`: of a platform whose
     * rule that mends; `control`: the one that was not found.
     */
    point?: {
      name: string;
      controls: { id: string; name: string }[];
      control: string | null;
    } | null;
    /** A picture of this page can be kept, with the reading of this line. */
    picture?: PictureOf | null;
    /** The line that speaks for the platform away from its page, and all of its lines. */
    line: Line | null;
    lines: Line[];
    /** The page belongs to a platform without a control. */
    without: Without | null;
    /** What is known of this very page, which no rule reads. */
    card?: Card | null;
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
  /** What the browser's storage refuses, in its words; null: nothing. */
  storage?: string | null;
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
  path?: MenuPath;
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

/**
 * What became of one visit of a round of checks, or of turning off (background/round/round.js).
 */
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
  | 'failed'
  /**
   * Of turning off: pressed, and a page that was loaded anew shows it; it was off; the page shows
   * it on again; no page could show it; it ended otherwise, `ended` says why.
   */
  | 'off'
  | 'off-already'
  | 'not-kept'
  | 'unconfirmed'
  | 'yourself';

export interface RoundStep {
  platform: string;
  name: string;
  url: string;
  outcome: RoundOutcome;
  why: Why | null;
  likely?: boolean;
  /** Of a check: controls that can be turned off there. */
  operable?: string[];
  /** Of turning off: which control, how far it is, since when (time), why it ended. */
  control?: string;
  phase?: 'press' | 'confirm';
  asked?: string;
  /** Account and unit that were pressed, as one text. */
  whose?: string;
  ended?: string;
}

/** A control that was read as allowed and can be turned off. */
export interface RoundOffer {
  platform: string;
  name: string;
  url: string;
  control: string;
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
  /** A round of turning off, and what was not chosen for it. */
  offers?: RoundOffer[];
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
