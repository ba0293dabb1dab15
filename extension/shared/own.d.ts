// Rules that the user made by pointing at a switch (docs/own-rules.md).

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
  /** YYYY-MM-DD */
  pointed: string;
  /** It was taken from a file on that day: another person may have pointed at it. */
  file: boolean;
  /** The rule's revision that gave it its meaning. */
  since: number;
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
  about: number;
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
  /** Never more than probable. */
  entry: OwnControl & { grade: 'C' };
}
