/** What stands beside readings as evidence: time-stamps and pictures. */

/** Of the log: `count` entries stood as they are at `time`, by a token of `url`. */
export interface Stamp {
  seq: number;
  count: number;
  time: string;
  url: string;
}

/** `certificates`: where its root comes from, `system` or an address. Name null: an own address. */
export interface StampAuthority {
  name: string | null;
  title?: string;
  url: string;
  terms: string | null;
  certificates: string | null;
}

/**
 * Kept in storage.local under `stamping`: who time-stamps the log by itself, the root certificate
 * that the person gave (PEM; null: this computer's), when it is due (ms), and what the last try
 * failed of.
 */
export interface Stamping {
  authority: string;
  ca: string | null;
  next: number;
  failed: { error: string; at: string } | null;
}

/** The line whose reading a picture is kept with. */
export interface PictureOf {
  platform: string;
  control: string;
  account: string | null;
  unit: string | null;
}

/** What was on the screen, as a data: address, and when. */
export interface PictureTaken {
  image: string;
  at: string;
  of: PictureOf;
}
