import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findPrompt } from '../utils/autofill/prompt';
import { READER, type WithReader } from '../utils/autofill/reader';

/** For the content script, beside it. */
export default defineUnlistedScript(() => {
  (globalThis as WithReader)[READER] = findPrompt;
});
