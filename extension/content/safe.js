// Reads the DOM as the browser made it. A page can hide what belongs to a node behind a name of its own: a field called
// parentElement shadows the form's parent, an image called body the document's body. Only forms and documents can be
// shadowed so, but any ancestor may be a form: whatever is asked of a node that may be one is asked through here.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  /** @param {any} type an interface @param {string} name @returns {(node: any) => any} */
  function reader(type, name) {
    const get = Object.getOwnPropertyDescriptor(type.prototype, name)?.get;
    return (node) => (get ? get.call(node) : undefined);
  }

  /** @param {any} type @param {string} name @returns {(node: any, ...args: any[]) => any} */
  function method(type, name) {
    const run = type.prototype[name];
    return (node, ...args) => run.apply(node, args);
  }

  const typeOf = reader(Node, 'nodeType');
  const ELEMENT = 1;
  const DOCUMENT = 9;

  /** A method that elements, documents and shadow roots have each of their own. @param {string} name */
  function shared(name) {
    const element = method(Element, name);
    const page = method(Document, name);
    const part = method(DocumentFragment, name);
    return (node, ...args) => {
      const type = typeOf(node);
      return (type === ELEMENT ? element : type === DOCUMENT ? page : part)(node, ...args);
    };
  }

  const all = shared('querySelectorAll');
  const idOf = method(Element, 'getAttribute');
  const byIdPage = method(Document, 'getElementById');
  const byIdPart = method(DocumentFragment, 'getElementById');
  const rootOf = method(Node, 'getRootNode');
  const hostOf = reader(ShadowRoot, 'host');
  const viewOf = reader(Document, 'defaultView');
  const LABELLED = Object.freeze({
    input: HTMLInputElement, button: HTMLButtonElement, select: HTMLSelectElement, textarea: HTMLTextAreaElement,
  });
  const labelsOf = Object.fromEntries(Object.entries(LABELLED).map(([name, type]) => [name, reader(type, 'labels')]));
  const checkVisibility = method(Element, 'checkVisibility');
  const frameElement = reader(HTMLIFrameElement, 'contentDocument');
  const nameOf = reader(Element, 'localName');

  ns.safe = Object.freeze({
    typeOf, nameOf, rootOf,
    parent: reader(Node, 'parentElement'),
    text: reader(Node, 'textContent'),
    nodes: reader(Node, 'childNodes'),
    owner: reader(Node, 'ownerDocument'),
    connected: reader(Node, 'isConnected'),
    contains: method(Node, 'contains'),
    position: method(Node, 'compareDocumentPosition'),
    next: reader(Element, 'nextElementSibling'),
    previous: reader(Element, 'previousElementSibling'),
    first: reader(Element, 'firstElementChild'),
    children: reader(Element, 'children'),
    shadow: reader(Element, 'shadowRoot'),
    attr: idOf,
    has: method(Element, 'hasAttribute'),
    attrNames: method(Element, 'getAttributeNames'),
    matches: method(Element, 'matches'),
    closest: method(Element, 'closest'),
    rect: method(Element, 'getBoundingClientRect'),
    one: shared('querySelector'),
    /** @param {any} node @param {string} selector @returns {any[]} in document order */
    all: (node, selector) => [...all(node, selector)],
    /** @param {any} element @returns {string} */
    id: (element) => idOf(element, 'id') ?? '',
    /** @param {any} root a document or a shadow root; anything else holds no ids @param {string} id */
    byId: (root, id) => (typeOf(root) === DOCUMENT ? byIdPage(root, id) : hostAt(root) ? byIdPart(root, id) : null),
    /** @param {any} element @returns {any[]} the label elements of a native control */
    labels: (element) => [...labelsOf[nameOf(element)]?.(element) ?? []],
    /** The shadow host of a tree, or null. */
    host: hostAt,
    /** @param {any} root @returns {any} the frame that shows this document, where it may be seen */
    frame(root) {
      if (typeOf(root) !== DOCUMENT) return null;
      try {
        return viewOf(root)?.frameElement ?? null;
      } catch {
        return null; // another company's page around this one
      }
    },
    /** @param {any} element a frame @returns {any} its document, where it may be read */
    frameDocument(element) {
      try {
        return nameOf(element) === 'iframe' ? frameElement(element) : element.contentDocument ?? null;
      } catch {
        return null;
      }
    },
    view: viewOf,
    body: reader(Document, 'body'),
    top: reader(Document, 'documentElement'),
    readyState: reader(Document, 'readyState'),
    visibilityState: reader(Document, 'visibilityState'),
    walker: method(Document, 'createTreeWalker'),
    range: method(Document, 'createRange'),
    listen: method(EventTarget, 'addEventListener'),
    checkVisibility,
    /** @returns {string} the language that the page names, '' if none */
    lang: () => idOf(reader(Document, 'documentElement')(document), 'lang') ?? '',
  });

  /** @param {any} root */
  function hostAt(root) {
    return rootIsShadow(root) ? hostOf(root) : null;
  }

  /** Asked by reading: a shadow root of another document is no instance of this one's interface. @param {any} root */
  function rootIsShadow(root) {
    if (typeOf(root) !== 11) return false;
    try {
      return !!hostOf(root);
    } catch {
      return false;
    }
  }
})();
