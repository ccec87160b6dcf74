import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Mark } from '../../components/Mark';
import { FailureNotice } from '../../components/Notice';
import { useFreshRecoveryKey } from '../../components/use-fresh-recovery-key';
import { useVault } from '../../components/use-vault';
import { say } from '../../components/words';
import { ClockPanel } from './ClockPanel';
import { SectionList } from './SectionList';
import { SECTIONS } from './sections';
import { usePlace } from './use-place';

/** One section at a time, by the address; what is wrong with the clock stands above any of them. */
export function App() {
  const { snapshot, failure } = useVault(null);
  const { section, within } = usePlace();
  const fresh = useFreshRecoveryKey(snapshot?.status);
  const { title, parts } = SECTIONS[section];
  const shown = useRef<HTMLElement>(null);
  const shownBefore = useRef(section);

  useEffect(() => {
    document.title = say('section_page_title', say(title), say('options_title'));
  }, [title]);

  // Who chose a section reads on in it, at its beginning; the first one shown takes no focus from anybody.
  useEffect(() => {
    if (shownBefore.current === section) return;
    shownBefore.current = section;
    scrollTo(0, 0);
    shown.current?.focus({ preventScroll: true });
  }, [section]);

  return (
    <div class="settings">
      <header class="settings-head">
        <Mark size={24} locked={snapshot?.status === 'locked'} />
        <h1 class="page-name">{say('options_title')}</h1>
      </header>
      <SectionList current={section} />
      <main class="settings-main">
        {snapshot && <ClockPanel clock={snapshot.clock} />}
        {!snapshot && <FailureNotice failure={failure} />}
        {snapshot && (
          <section
            key={section}
            class="settings-section"
            id={section}
            ref={shown}
            tabIndex={-1}
            aria-label={say(title)}
          >
            {parts.map((Part, place) => (
              <Part key={place} snapshot={snapshot} within={within} fresh={fresh} />
            ))}
          </section>
        )}
      </main>
      <footer class="page-foot">{say('version', browser.runtime.getManifest().version)}</footer>
    </div>
  );
}
