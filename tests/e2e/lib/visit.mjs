// One tab on a page of a platform, and what the product says about it in each of its places.
import { until } from './until.mjs';

export class Visit {
  constructor(world, page, tabId) {
    this.world = world;
    this.page = page;
    this.tabId = tabId;
  }

  /** What the background knows of this tab (null: nothing). */
  state() {
    return this.world.stored('session', `tab:${this.tabId}`);
  }

  /** The reading of a control, or the only one; undefined while there is none. */
  async reading(control) {
    const readings = (await this.state())?.readings ?? [];
    return control ? readings.find(reading => reading.control === control) : readings[0];
  }

  /** Waits until the page's control is read as `training` and nothing is being settled. */
  async becomes(training, control) {
    return until(
      `${this.page.url()} to be read as ${training}`,
      async () => {
        const state = await this.state();
        const reading = await this.reading(control);
        return state && !state.settling && reading?.training === training ? reading : null;
      },
      { seen: () => this.account() },
    );
  }

  /**
   * The tab's verdict badge. The button's own mark ("!", something waits for the user) shows
   * wherever a tab has none.
   */
  async badge() {
    const text = await this.world.probe.evaluate(
      tabId => (globalThis.browser ?? globalThis.chrome).action.getBadgeText({ tabId }),
      this.tabId,
    );
    return text === '!' ? '' : text;
  }

  title() {
    return this.world.probe.evaluate(
      tabId => (globalThis.browser ?? globalThis.chrome).action.getTitle({ tabId }),
      this.tabId,
    );
  }

  /** Everything known, for messages of failed tests. */
  async account() {
    return {
      url: this.page.url(),
      state: await this.state(),
      badge: await this.badge(),
      heard: (await this.world.heard()).slice(-6),
    };
  }

  /** Messages that this tab's content scripts sent. */
  async said() {
    return (await this.world.heard(this.tabId)).map(item => item.message);
  }

  close() {
    return this.world.oneByOne(() => this.page.close());
  }
}
