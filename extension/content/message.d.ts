// What the engine tells the background. Nothing of this is shipped code.
export {};

declare global {
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
    /** The page offers to be operated; it was (operate.js). */
    operable?: boolean;
    assisted?: boolean;
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
