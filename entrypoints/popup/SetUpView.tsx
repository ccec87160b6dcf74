import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Mark } from '../../components/Mark';
import { Notice } from '../../components/Notice';
import { leaveFor } from '../../components/open-page';
import { failureSentence, say } from '../../components/words';

/** There is no vault yet. */
export function SetUpView() {
  const main = useRef<HTMLElement>(null);
  // There is one thing to do here, so Enter does it.
  useEffect(() => main.current?.querySelector('button')?.focus(), []);
  return (
    <main class="alone" ref={main}>
      <Mark size={48} />
      <h1 class="alone-title">{say('extension_name')}</h1>
      <p class="alone-line">{say('setup_line')}</p>
      <Button look="primary" onPress={() => leaveFor('welcome.html')}>
        {say('setup_button')}
      </Button>
    </main>
  );
}

/** There is one, and no copy of it can be read. Nothing here can make that worse. */
export function DamagedView() {
  return (
    <main class="alone">
      <Mark size={48} locked />
      <h1 class="unseen">{say('extension_name')}</h1>
      <Notice tone="bad">{failureSentence({ code: 'damaged', values: [] })}</Notice>
      <Button look="primary" onPress={() => leaveFor('welcome.html#rescue')}>
        {say('rescue_open')}
      </Button>
    </main>
  );
}
