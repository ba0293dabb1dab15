// The one click on the welcome page, as a person makes it (Firefox: the question itself is answered by a preference).
import { until } from './until.mjs';

export async function grantAll(_world) {
  throw new Error('no welcome page yet');
}
export { until };
