// The page and the browser as a content script meets them: what TypeScript's own lib does not know,
// and members that only some elements have. Nothing of this is shipped code.
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
        addListener?: (listener: (message: { type?: string } | null | undefined) => void) => void;
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
}
