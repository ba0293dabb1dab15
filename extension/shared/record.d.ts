// From a reading to a line of the log. Field names and meanings are those of host/PROTOCOL.md;
// times are ISO 8601 UTC with milliseconds.

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
  /** It may be turned off for the person who asks for it. */
  operable?: boolean;
  /** It was: the extension pressed for the person who asked. */
  assisted?: boolean;
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
