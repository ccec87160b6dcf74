import { Notice } from '../../components/Notice';
import { say } from '../../components/words';

/** On a shared PC: the site under the popup was just told to remember this browser. */
export function ToldToRemember() {
  return <Notice tone="warn">{say('shared_remembered')}</Notice>;
}
