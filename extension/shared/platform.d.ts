// What rules/index.json says of a platform, and of one that has no control to read.

/**
 * Of a control that was pointed at. `states`: how many of its two were read; `proven`: both, and it
 * is surely the same one; `since`: the revision
 * that gave it its meaning, of which no older reading speaks; `file`: another person may have
 * pointed at it.
 */
export interface OwnFact {
  pointed: string;
  states: number;
  proven: boolean;
  since: number;
  file: boolean;
}

/** One platform of rules/index.json. */
export interface Platform {
  id: string;
  name: string;
  hosts: string[];
  open: string;
  path?: MenuPath;
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
  /** Pages that are known and not read. */
  cards?: Card[];
  /** Whom the setting is about; without it the platform itself. */
  trainers?: 'others';
  /** A site on which a switch was pointed at: control -> what is known of that. */
  own?: Record<string, OwnFact>;
  /** Control -> the day on which the user pointed it out anew. */
  mended?: Record<string, string>;
}

/** The way through the platform's own menus, in the words that it shows. */
export interface MenuPath {
  steps: string[];
  source: string;
  seen: string;
  grade: string;
}

/** What is known of a page that is not read. `url`: one whole address. */
export interface Card extends Fact {
  id: string;
  url: string;
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
  /** Where a person can look for themselves. */
  open?: string;
  path?: MenuPath;
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
