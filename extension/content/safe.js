// Reads the DOM as the browser made it. A page can hide what belongs to a node behind a name of its
// own: a field called parentElement shadows the form's parent, an image called body the document's
// body. Only forms and documents can be shadowed so, but any ancestor may be a form: whatever is
// asked of a node that may be one is asked through here.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  /**
   * @template T
   * @template {keyof T & string} K
   * @param {{prototype: T}} type an interface
   * @param {K} name
   * @returns {(node: T) => T[K]}
   */
  function reader(type, name) {
    const get = /** @type {((this: T) => T[K])|undefined} */ (
      Object.getOwnPropertyDescriptor(type.prototype, name)?.get
    );
    return node => /** @type {T[K]} */ (get ? get.call(node) : undefined);
  }

  /**
   * @template T
   * @template {keyof T} K
   * @param {{prototype: T}} type
   * @param {K} name
   * @returns {Method<T, K>}
   */
  function method(type, name) {
    const run = /** @type {(...args: unknown[]) => unknown} */ (type.prototype[name]);
    return /** @type {Method<T, K>} */ (
      (/** @type {T} */ node, /** @type {unknown[]} */ ...args) => run.apply(node, args)
    );
  }

  const typeOf = reader(Node, 'nodeType');
  const ELEMENT = 1;
  const DOCUMENT = 9;

  /**
   * A method that elements, documents and shadow roots have each of their own.
   * @template {'querySelector'|'querySelectorAll'} K
   * @param {K} name
   * @returns {(node: Tree, selector: string) => ReturnType<ParentNode[K]>}
   */
  function shared(name) {
    const element = method(Element, name);
    const page = method(Document, name);
    const part = method(DocumentFragment, name);
    return (node, ...args) => {
      const type = typeOf(node);
      return /** @type {(node: Tree, selector: string) => ReturnType<ParentNode[K]>} */ (
        type === ELEMENT ? element : type === DOCUMENT ? page : part
      )(node, ...args);
    };
  }

  const all = shared('querySelectorAll');
  const idOf = method(Element, 'getAttribute');
  const byIdPage = method(Document, 'getElementById');
  const byIdPart = method(DocumentFragment, 'getElementById');
  const rootOf = /** @type {(node: Node) => Tree} */ (method(Node, 'getRootNode'));
  const hostOf = reader(ShadowRoot, 'host');
  const viewOf = reader(Document, 'defaultView');
  const LABELLED = Object.freeze({
    input: HTMLInputElement,
    button: HTMLButtonElement,
    select: HTMLSelectElement,
    textarea: HTMLTextAreaElement,
  });
  const labelsOf = Object.fromEntries(
    Object.entries(LABELLED).map(([name, type]) => [
      name,
      reader(/** @type {{prototype: HTMLInputElement}} */ (type), 'labels'),
    ]),
  );
  const controlOf = reader(HTMLLabelElement, 'control');
  const pageAt = method(Document, 'elementFromPoint');
  const partAt = method(ShadowRoot, 'elementFromPoint');
  const checkVisibility = method(Element, 'checkVisibility');
  const frameElement = reader(HTMLIFrameElement, 'contentDocument');
  const nameOf = reader(Element, 'localName');

  ns.safe = Object.freeze({
    typeOf,
    nameOf,
    rootOf,
    parent: reader(Node, 'parentElement'),
    text: reader(Node, 'textContent'),
    nodes: reader(Node, 'childNodes'),
    owner: /** @type {(element: Element) => Document} */ (reader(Node, 'ownerDocument')),
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
    /** @param {Tree} node @param {string} selector @returns {Element[]} in document order */
    all: (node, selector) => [...all(node, selector)],
    /** @param {Element} element @returns {string} */
    id: element => idOf(element, 'id') ?? '',
    /**
     * @param {Node} root a document or a shadow root; anything else holds no ids
     * @param {string} id
     */
    byId: (root, id) =>
      typeOf(root) === DOCUMENT
        ? byIdPage(/** @type {Document} */ (root), id)
        : hostAt(root)
          ? byIdPart(/** @type {ShadowRoot} */ (root), id)
          : null,
    /** @param {Element} element @returns {Element[]} the label elements of a native control */
    labels: element => [
      ...(labelsOf[nameOf(element)]?.(/** @type {HTMLInputElement} */ (element)) ?? []),
    ],
    /** @param {Element} label @returns {Element|null} what a label is for */
    control: label => controlOf(/** @type {HTMLLabelElement} */ (label)),
    /** The shadow host of a tree, or null. */
    host: hostAt,
    /**
     * @param {Node} root
     * @returns {Element|null} the frame that shows this document, where it may be seen
     */
    frame(root) {
      if (typeOf(root) !== DOCUMENT) return null;
      try {
        return viewOf(/** @type {Document} */ (root))?.frameElement ?? null;
      } catch {
        return null; // another company's page around this one
      }
    },
    /**
     * @param {Element} element a frame
     * @returns {Document|null} its document, where it may be read
     */
    frameDocument(element) {
      try {
        return nameOf(element) === 'iframe'
          ? frameElement(/** @type {HTMLIFrameElement} */ (element))
          : (/** @type {HTMLFrameElement} */ (element).contentDocument ?? null);
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
    /** @param {Document | ShadowRoot} root @param {number} x @param {number} y */
    at: (root, x, y) =>
      typeOf(root) === DOCUMENT
        ? pageAt(/** @type {Document} */ (root), x, y)
        : partAt(/** @type {ShadowRoot} */ (root), x, y),
    /** @returns {string} the language that the page names, '' if none */
    lang: () => idOf(reader(Document, 'documentElement')(document), 'lang') ?? '',
  });

  /** @param {Node} root @returns {Element|null} */
  function hostAt(root) {
    return rootIsShadow(root) ? hostOf(/** @type {ShadowRoot} */ (root)) : null;
  }

  /**
   * Asked by reading: a shadow root of another document is no instance of this one's interface.
   * @param {Node} root
   */
  function rootIsShadow(root) {
    if (typeOf(root) !== 11) return false;
    try {
      return !!hostOf(/** @type {ShadowRoot} */ (root));
    } catch {
      return false;
    }
  }
})();
