// What the popup asks of a page that is in front (docs/own-rules.md). The answers cross to the
// background, which checks them (background/own/check.js).
export {};

declare global {
  /** A control that was listed. */
  interface Seen {
    kind: 'switch' | 'pressed' | 'choice' | 'list';
    control: Element;
  }
  /** The same as the popup shows it: texts alone. */
  interface Pointed {
    ref: string;
    kind: Seen['kind'];
    name: string;
    section: string | null;
    state: 'on' | 'off' | 'mixed' | 'neither' | null;
    values: { text: string; chosen: boolean }[] | null;
    /** 2: its words speak of AI, training or data; 1: those of its section do. */
    about: number;
  }
  /** The parts of a rule that the page gives. `open`: the address without its query. */
  interface Draft {
    kind: 'toggle' | 'choice';
    label: string;
    strings: Record<string, Record<string, string[]>>;
    page: { url: string[]; signature: Conditions; neighbours?: Key[] };
    control: { onMeans: 'training' | 'opted-out'; locate: Locator[]; read: Reader[] };
    open: string;
  }
  interface Point {
    ROLES: Record<Seen['kind'], string[]>;
    list: () => { controls: Pointed[]; more: number; host: string; title: string };
    show: (ref: string) => boolean;
    isAbout: (value: string) => boolean;
    seen: (ref: string) => Seen | null;
    nameOf: (control: Element) => { text: string; from: 'name' | 'row' } | null;
    sectionOf: (control: Element, roots: Root[]) => Element | null;
    valuesOf: (seen: Seen) => { text: string; chosen: boolean }[] | null;
    draft: (
      ref: string,
      answer: { onMeans: 'training' | 'opted-out'; allows: string | null },
    ) => Draft | { refused: 'gone' | 'nameless' | 'values' | 'place' };
  }
  // eslint-disable-next-line no-var
  var optoutlogPoint: Point | undefined;
}
