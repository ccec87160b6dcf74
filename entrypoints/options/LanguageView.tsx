import { useEffect, useId } from 'preact/hooks';
import { browserLanguage, chosenLanguage, keepChosenLanguage } from '../../components/language';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { isLanguage, LANGUAGES, type Language } from '../../utils/languages';
import { ask } from '../../utils/messaging/client';
import { readSettings } from '../../utils/platform/settings';

/** The browser's language, or another one; each by its own name, so that everybody finds theirs. */
export function LanguageView() {
  const id = useId();
  const { busy, failure, attempt } = useAttempt();
  useEffect(() => {
    void readSettings().then(({ language }) => language !== chosenLanguage() && show(language));
  }, []);

  const choose = async (language: Language | null) => {
    await ask('words/choose', { language });
    show(language);
  };
  return (
    <section class="panel">
      <h2>{say('section_language')}</h2>
      <div class="setting setting-choice">
        <label for={id}>{say('language_label')}</label>
        <select
          id={id}
          class="field-input"
          disabled={busy}
          value={chosenLanguage() ?? ''}
          onChange={({ currentTarget: { value } }) => attempt(choose(isLanguage(value) ? value : null))}
        >
          <option value="">{say('language_browser', ownName(browserLanguage()))}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {ownName(language)}
            </option>
          ))}
        </select>
      </div>
      <p class="muted">{say('language_note')}</p>
      <FailureNotice failure={failure} />
    </section>
  );
}

/** Every page reads the choice when it is opened. A browser that cleans up may have taken it from the pages. */
function show(language: Language | null): void {
  keepChosenLanguage(language);
  location.reload();
}

/** As its speakers write it, with a capital at the head of a line. */
function ownName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
