// What is brought into the tab in front when a person points at a switch: the engine, and the files
// that list controls and make a rule of one (docs/own-rules.md).
import { ENGINE_FILES } from './engine-files.js';

export const POINT_FILES = Object.freeze([
  ...ENGINE_FILES,
  'content/point/list.js',
  'content/point/draft.js',
]);
