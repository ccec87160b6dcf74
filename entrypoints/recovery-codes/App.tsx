import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { shortName } from '../../components/AccountName';
import { Alone } from '../../components/Alone';
import { LockScreen } from '../../components/LockScreen';
import { Mark } from '../../components/Mark';
import { FailureNotice } from '../../components/Notice';
import { useVault } from '../../components/use-vault';
import { failureSentence, say } from '../../components/words';
import { KeepFromFile } from './KeepFromFile';
import { PrintSheet } from './PrintSheet';

interface Properties {
  readonly prints: boolean;
  readonly accountId: string;
}

/** One account's recovery codes, where a popup would close: out of a file, and onto paper. */
export function App({ prints, accountId }: Properties) {
  const { snapshot, failure } = useVault(null);
  const account = snapshot?.accounts.find(({ id }) => id === accountId);
  const title = say(prints ? 'recovery_sheet_title' : 'recovery_codes_file_title');
  const name = account && shortName(account);

  useEffect(() => {
    document.title = name ? `${title} · ${name}` : title;
  }, [title, name]);

  if (!snapshot) return <Alone>{failure && <FailureNotice failure={failure} />}</Alone>;
  if (snapshot.status !== 'unlocked')
    return <LockScreen snapshot={snapshot} tabId={null} onRecover={recover} />;
  if (!account) return <Alone>{failureSentence({ code: 'no-such-account', values: [] })}</Alone>;
  return (
    <div class="page-column">
      <header class="page-head">
        <Mark size={32} />
        <h1 class="page-name">{title}</h1>
      </header>
      <main>{prints ? <PrintSheet account={account} /> : <KeepFromFile account={account} />}</main>
    </div>
  );
}

function recover(): void {
  location.href = `${browser.runtime.getURL('/welcome.html')}#recover`;
}
