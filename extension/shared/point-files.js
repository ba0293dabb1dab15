// What is brought into the tab in front when a person points at a switch: the engine, and the files
// that list controls and make a rule of one (docs/own-rules.md).
import { ENGINE_FILES } from './engine-files.js';

export const POINT_FILES = Object.freeze([
  ...ENGINE_FILES,
  'content/point/list.js',
  'content/point/draft.js',
]);

/** What is brought when a person makes a sample of the page (docs/samples.md). */
export const SAMPLE_FILES = Object.freeze([
  ...POINT_FILES,
  'content/sample/words.js',
  'content/sample/filler.js',
  'content/sample/attrs.js',
  'content/sample/tree.js',
  'content/sample/make.js',
]);
