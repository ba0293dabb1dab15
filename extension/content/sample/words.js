// Names that belong to no person: the words of which interfaces make their ids, classes and hooks
// for tests. A list of what may pass, never of what may not; a first name is not in it, nor is a
// word that is one (mark, page, grant, chase, max). What is not in it is left out or renamed.
(() => {
  if (globalThis.optoutlogSample || !globalThis.OptOutLog?.read) return;

  const WORDS = new Set(
    `accept access account accordion action actions active activity add admin advanced agree ai
    alert allow allowed analytics app application apply area aria article aside auto back
    background badge banner bar base beta block blocked body border bottom box btn button buttons
    cancel caption category cell center chat check checkbox checked choice choices clear click
    close closed code col collapse collapsed collect collection column columns component confirm
    consent container content contents control controls conversation conversations copy core
    create creation custom dark dashboard data default delete deny desc description desktop detail
    details developer dialog disable disabled disallow display divider done download drawer
    dropdown edit editor element email empty enable enabled end error expand expanded experience
    export external false feature features feedback field fieldset file filter first fixed flex
    focus footer for form frame full general generation generative global grid group handle has
    header heading help helper hidden hide history home horizontal hover icon icons image improve
    improvement index info information inline inner input inputs inset is item items key keyboard
    knob label labels large last layout learn learning left legal legend level light line link
    links list listbox listitem load loaded loading locale lock locked machine main manage media
    medium menu menuitem message messages meta mobile modal mode model models module more my name
    nav navigation new next no none not note notice notification notifications number of off ok on
    only open opt optin option options optout or order out outer outline overlay owner padding
    panel para parent partner partners password permission permissions personal personalization
    picker placeholder pop popover popup post posts preference preferences primary privacy private
    product profile prompt prompts public quality radio radiogroup read readonly region remove
    required research reset responsive review right role row rows save saved screen script scroll
    search secondary section sections security select selected send separator service services set
    setting settings share shared sharing sheet show sidebar site size slider slot small sort
    space spacer span spinner start state status step sticky style sub submit subtitle summary
    support surface svg switch switcher sync system tab table tabs tag tags term terms test text
    theme third thumb title to toggle toggles tool toolbar tooltip top track tracking train
    trained training trigger true type ui unchecked update upload usage use user users value
    variant vertical view visible warning web widget width window with without work wrap wrapper
    write yes you your`.split(/\s+/),
  );
  const LONGEST = 60;
  const PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]+/g;

  /**
   * Is every part of a name a word of the trade? One number of two digits may be among them.
   * @param {string} value
   */
  function isTechnical(value) {
    if (value.length > LONGEST || !/^[A-Za-z][A-Za-z\d]*(?:[-_]{1,2}[A-Za-z\d]+)*$/.test(value))
      return false;
    const parts = (value.match(PARTS) ?? []).filter(part => /[A-Za-z\d]/.test(part));
    const numbers = parts.filter(part => /\d/.test(part));
    return (
      numbers.length <= 1 &&
      numbers.every(part => part.length <= 2) &&
      parts.every(part => /\d/.test(part) || WORDS.has(part.toLowerCase()))
    );
  }

  globalThis.optoutlogSample = { isTechnical };
})();
