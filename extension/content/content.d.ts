// Types of the content scripts alone. Nothing of this is shipped code.
export {};

declare global {
  /** Text, decide: no DOM. Frozen by run.js. */
  var OptOutLog: any;
  /** Set by content/routes/<platform>.js. */
  var optoutlogRoutes: { platform: string; pages: { id: string; url: string[] }[] } | undefined;
  var optoutlogBoot: {
    look: () => void; listen: () => void; early: boolean;
    ear: ((event: any) => void) | null; heard: any[];
  } | undefined;
  var navigation: EventTarget | undefined;
  var browser: any;
  var chrome: any;

  class URLPattern {
    constructor(pattern: string);
    test(url: string): boolean;
    exec(url: string): any;
  }

  // A content script meets elements of every kind and asks before it uses what only some have.
  interface Document { prerendering?: boolean; wasDiscarded?: boolean }
  interface AnimationEffect { target?: Element | null }
  interface EventTarget { closest?: any; localName?: any; value?: any }
  interface Node { host?: any; defaultView?: any; getElementById?: any; firstElementChild?: any; createTreeWalker?: any; body?: any }
  interface Element {
    openOrClosedShadowRoot?: ShadowRoot | null;
    contentDocument?: any; options?: any; labels?: any; hidden?: any; disabled?: any; value?: any; checked?: any; defaultChecked?: any;
    indeterminate?: any; selectedOptions?: any; form?: any; noValidate?: any;
  }
}
