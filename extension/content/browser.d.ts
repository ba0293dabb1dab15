// The page and the browser as a content script meets them: what TypeScript's own lib does not know,
// members that only some elements have, and the DOM as the browser made it. Nothing of this is
// shipped code.
export {};

declare global {
  /**
   * What Firefox and Chromium call the extension's API, as far as content scripts have and use it.
   */
  interface ExtensionApi {
    /** Without an id: an orphan of an updated or removed extension. */
    runtime?: {
      id?: string;
      sendMessage: (message: object) => unknown;
      onMessage?: {
        addListener?: (
          listener: (
            message: { type?: string; control?: string } | null | undefined,
            sender: unknown,
            respond: (answer: unknown) => void,
          ) => void,
        ) => void;
      };
    };
    dom?: { openOrClosedShadowRoot?: (host: Element) => ShadowRoot | null };
  }
  var browser: ExtensionApi | undefined;
  /** Where there is no browser: one of the two is always there. */
  var chrome: ExtensionApi;
  /** Of Firefox alone. */
  var InstallTrigger: unknown;
  var navigation: EventTarget | undefined;

  class URLPattern {
    constructor(pattern: string);
    test(url: string): boolean;
    exec(url: string): URLPatternFound | null;
  }
  type URLPatternFound = Record<
    'protocol' | 'hostname' | 'pathname' | 'search' | 'hash',
    { input: string; groups: Record<string, string | undefined> }
  >;

  interface Document {
    prerendering?: boolean;
    wasDiscarded?: boolean;
  }
  interface AnimationEffect {
    target?: Element | null;
  }
  interface PerformanceNavigationTiming {
    activationStart?: number;
    deliveryType?: string;
  }

  /** Of buttons and fields alone; asked before it is known which element it is. */
  interface Element {
    /** Of Firefox alone. */
    openOrClosedShadowRoot?: ShadowRoot | null;
    checked?: boolean;
    defaultChecked?: boolean;
    indeterminate?: boolean;
    disabled?: boolean;
    value?: string | number;
    form?: HTMLFormElement | null;
  }

  /** filter(Boolean) leaves what is something. */
  interface Array<T> {
    filter(is: BooleanConstructor): Exclude<T, null | undefined | false | '' | 0>[];
  }

  /** A method that is given its object. */
  type Method<T, K extends keyof T> = T[K] extends (...args: infer A) => infer R
    ? (node: T, ...args: A) => R
    : never;
  /** The DOM as the browser made it (safe.js). */
  interface Safe {
    typeOf: (node: Node) => number;
    nameOf: (el: Element) => string;
    rootOf: (node: Node) => Tree;
    parent: (node: Node) => Element | null;
    text: (node: Node) => string | null;
    nodes: (node: Node) => Iterable<Node>;
    owner: (el: Element) => Document;
    connected: (node: Node) => boolean;
    contains: (outer: Node, inner: Node | null) => boolean;
    position: (node: Node, other: Node) => number;
    next: (el: Element) => Element | null;
    previous: (el: Element) => Element | null;
    first: (el: Element) => Element | null;
    children: (el: Element) => HTMLCollection;
    shadow: (el: Element) => ShadowRoot | null;
    attr: (el: Element, name: string) => string | null;
    has: (el: Element, name: string) => boolean;
    attrNames: (el: Element) => string[];
    matches: (el: Element, selector: Selector) => boolean;
    closest: (el: Element, selector: Selector) => Element | null;
    rect: (el: Element) => DOMRect;
    one: (node: Tree, selector: Selector) => Element | null;
    all: (node: Tree, selector: Selector) => Element[];
    id: (el: Element) => string;
    byId: (root: Node, id: string) => Element | null;
    labels: (el: Element) => Element[];
    control: (label: Element) => Element | null;
    host: (root: Node) => Element | null;
    frame: (root: Node) => Element | null;
    frameDocument: (frame: Element) => Document | null;
    view: (page: Document) => (Window & typeof globalThis) | null;
    body: (page: Document) => HTMLElement;
    top: (page: Document) => HTMLElement;
    readyState: (page: Document) => DocumentReadyState;
    visibilityState: (page: Document) => DocumentVisibilityState;
    walker: (page: Document, root: Node, what?: number, filter?: NodeFilter | null) => TreeWalker;
    range: (page: Document) => Range;
    listen: (
      target: EventTarget,
      type: string,
      hear: EventListener,
      options?: AddEventListenerOptions,
    ) => void;
    at: (root: Document | ShadowRoot, x: number, y: number) => Element | null;
    checkVisibility: (el: Element, options?: CheckVisibilityOptions) => boolean;
    lang: () => string;
  }
}
