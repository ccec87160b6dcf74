import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import { say } from '../../components/words';
import type { Moment } from './portal-words';

type Words = typeof import('./portal-words');

interface Properties {
  /** Where the account is used or about to be, as `hostOf` gives it; null where that is not known. */
  readonly host: string | null;
  readonly issuer: string;
  readonly moment: Moment;
}

/** Kept once it is there: the next notes are drawn at once. */
let loaded: Words | null = null;

/**
 * What the portal's own help says, where the catalogue knows it. It comes after the first paint: put it where nothing that
 * can be pressed moves when it does. On a card about to be saved there is nothing to press in it.
 */
export function PortalNotes({ host, issuer, moment }: Properties) {
  const [words, setWords] = useState(loaded);
  useEffect(() => {
    if (words) return;
    import('./portal-words').then((module) => {
      loaded = module;
      setWords(module);
    });
  }, [words]);

  const said = words?.portalWords(host, issuer, moment);
  if (!said) return null;
  if (said.care !== null) return <Notice tone="warn">{said.care}</Notice>;
  return (
    <section class="portal-notes" aria-label={say('portal_title', said.name)}>
      {moment === 'account' && <h2 class="part">{say('portal_title', said.name)}</h2>}
      <ul>
        {said.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {moment === 'account' && (
        <>
          <p class="small muted">{say('portal_read', said.day)}</p>
          <ul class="small" aria-label={say('portal_sources')}>
            {said.pages.map((page) => (
              <li key={page}>
                <a href={page} target="_blank" rel="noreferrer">
                  {new URL(page).host}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
