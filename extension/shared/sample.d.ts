// A sample of a page (docs/samples.md): what the page gives, and the file that is made of it.

/** What a packaged rule knows of its pages (sample-known.js). */
export interface SampleKnown {
  texts: string[];
  starts: { text: string; unit: boolean }[];
  hooks: [string, string][];
  elements: string[];
}
/** A text, or a hook, of the page. `kept`: the rule's own words, or a plain word of state. */
export interface SampleText {
  kind: 'text' | 'hook';
  text: string;
  filler: string;
  kept: boolean;
  near: boolean;
}
/** As the content scripts give it: numbers are places in the list of texts. */
export interface DraftNode {
  el: string;
  attrs?: Record<string, true | (string | number)[]>;
  kids?: (DraftNode | number | ' ')[];
  shadow?: (DraftNode | number | ' ')[];
  frame?: (DraftNode | number | ' ')[];
}
/** Answer to `sample-make`. */
export interface SampleMade {
  tree: (DraftNode | number | ' ')[];
  texts: SampleText[];
  lang: string | null;
  dir: 'rtl' | null;
  platform: string | null;
  site: string | null;
  rev: number | null;
  page: string | null;
  address: string;
  browser: string;
  made: string;
  known: SampleKnown;
}
/** What the person says: of a switch on or off, of a choice whether they may train. */
export type Sees = 'on' | 'off' | 'may' | 'may-not' | 'unclear';

export interface SampleNode {
  el: string;
  attrs?: Record<string, string | true>;
  kids?: (SampleNode | string)[];
  shadow?: (SampleNode | string)[];
  frame?: (SampleNode | string)[];
}
/** The file. */
export interface SampleFile {
  format: 'opt-out-log-sample/1';
  made: string;
  platform: string | null;
  site: string | null;
  rev: number | null;
  control: string | null;
  page: string | null;
  address: string;
  sees: Sees;
  lang: string | null;
  dir: 'rtl' | null;
  browser: string;
  tree: (SampleNode | string)[];
}
