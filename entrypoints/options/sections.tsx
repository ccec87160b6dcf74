import type { ComponentType } from 'preact';
import type { Words } from '../../components/words';
import type { VaultSnapshot } from '../../utils/messaging/views';
import { AboutView } from './AboutView';
import { AccountsView } from './accounts/AccountsView';
import { BackupsView } from './BackupsView';
import { CodesHereView } from './CodesHereView';
import { LanguageView } from './LanguageView';
import { LicencesView } from './LicencesView';
import { LockingView } from './LockingView';
import { PeopleView } from './PeopleView';
import type { SectionId } from './place';
import { type FreshRecoveryKey, SecurityView } from './SecurityView';
import { SharedPcView } from './SharedPcView';
import { ShortcutsView } from './ShortcutsView';
import { StoredView } from './StoredView';
import { SitesView } from './sites/SitesView';
import { UnlockHistoryView } from './UnlockHistoryView';

/** What every part of the settings is given; it takes what it needs. */
export interface PartProperties {
  readonly snapshot: VaultSnapshot;
  /** What the address names within the section; empty for nothing. */
  readonly within: string;
  /** Kept above the sections: it must outlast a look at another one. */
  readonly fresh: FreshRecoveryKey;
}

interface Section {
  readonly title: Words;
  /** Panels, one under the other, each with a heading of its own. */
  readonly parts: readonly ComponentType<PartProperties>[];
}

/** What stands where. A section without parts is not listed. */
export const SECTIONS: Record<SectionId, Section> = {
  accounts: { title: 'accounts_label', parts: [AccountsView] },
  security: { title: 'section_security', parts: [SecurityView, LockingPart, UnlockHistoryView] },
  backups: { title: 'backups_title', parts: [BackupsView] },
  sites: { title: 'section_sites', parts: [SitesView] },
  people: { title: 'people_title', parts: [PeopleView] },
  'this-pc': { title: 'section_this_pc', parts: [SharedPcView, CodesHereView] },
  language: { title: 'section_language', parts: [LanguageView] },
  about: { title: 'section_about', parts: [AboutView, StoredView, ShortcutsView, LicencesView] },
};

function LockingPart({ snapshot }: PartProperties) {
  return <LockingView unlocked={snapshot.status === 'unlocked'} />;
}
