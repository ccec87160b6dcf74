import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, IconButton } from '../../components/Button';
import { Field } from '../../components/Field';
import { leaveFor } from '../../components/open-page';
import { say } from '../../components/words';
import type { EnrolmentSteps } from './use-enrolment';

interface Properties {
  readonly steps: EnrolmentSteps;
  readonly dock: ComponentChildren;
  readonly onBack: () => void;
}

/** The ways in: the page, a picture or a link on the clipboard, the key typed by hand. */
export function AddView({ steps, dock, onBack }: Properties) {
  const [key, setKey] = useState('');
  const [issuer, setIssuer] = useState('');
  const [account, setAccount] = useState('');

  const paste = (event: ClipboardEvent) => {
    const image = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    const text = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (image) steps.take((reader) => reader.readImage(image));
    else if (/^[a-z-]+:\/\//i.test(text)) steps.take((reader) => reader.readTexts([text]));
    else return;
    event.preventDefault();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (key.trim() === '') return;
    if (/^\s*otpauth-migration:/i.test(key)) steps.take((reader) => reader.readTexts([key]));
    else steps.take((reader) => reader.readTyped(key, issuer, account));
  };
  return (
    <div class="view" onPaste={paste}>
      <header class="bar">
        <IconButton escapes icon="back" label={say('back')} onPress={onBack} />
        <h1 class="bar-title">{say('add_title')}</h1>
      </header>
      <main class="scroll page">
        <div class="add-page">
          <p>{say('add_page_line')}</p>
          <Button onPress={steps.look} disabled={steps.enrolment.step === 'looking'}>
            {say('look_on_page')}
          </Button>
        </div>
        <div class="add-page">
          <p>{say('add_elsewhere_line')}</p>
          <Button onPress={() => leaveFor('scan.html')}>{say('add_elsewhere')}</Button>
        </div>
        <form class="form" onSubmit={submit}>
          <Field
            label={say('key')}
            value={key}
            onInput={setKey}
            hasFocus
            tall
            placeholder={say('key_placeholder')}
            note={say('key_note')}
          />
          <div class="pair">
            <Field
              label={say('issuer')}
              value={issuer}
              onInput={setIssuer}
              placeholder={say('issuer_placeholder')}
            />
            <Field label={say('account')} value={account} onInput={setAccount} />
          </div>
          <div class="buttons">
            <Button submits look="primary">
              {say('next_step')}
            </Button>
          </div>
        </form>
      </main>
      {dock}
    </div>
  );
}
