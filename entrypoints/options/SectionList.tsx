import { say } from '../../components/words';
import { formatPlace, SECTION_IDS, type SectionId } from './place';
import { SECTIONS } from './sections';

/** The sections by name: beside the page where there is room, above it where there is not. */
export function SectionList({ current }: { current: SectionId }) {
  const listed = SECTION_IDS.filter((id) => SECTIONS[id].parts.length > 0);
  return (
    <nav class="sections" aria-label={say('sections_label')}>
      <ul class="sections-list">
        {listed.map((id) => (
          <li key={id}>
            <a
              class="section-link"
              href={formatPlace({ section: id, within: '' })}
              aria-current={id === current ? 'page' : undefined}
            >
              {say(SECTIONS[id].title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
