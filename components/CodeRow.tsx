import { useId } from 'preact/hooks';
import type { AccountSummary, CodeView } from '../utils/messaging/views';
import { AccountName, shortName } from './AccountName';
import { IconButton } from './Button';
import { CodeDigits } from './CodeDigits';
import { CodeRing } from './CodeRing';
import { codeNow, secondsLeft } from './code-groups';
import { Icon } from './Icon';
import { say } from './words';

interface Properties {
  readonly account: AccountSummary;
  /** Null for a counter account: its next code is made when it is copied. */
  readonly code: CodeView | null;
  /** The counter code handed out last, while it is of use. */
  readonly handedOut: string | null;
  readonly now: number;
  readonly copied: boolean;
  /** Where it stands in a list that is not drawn whole; missing in a list that is. */
  readonly at?: { readonly place: number; readonly count: number };
  /** Enter, typed into the search field, means this one. */
  readonly current: boolean;
  readonly onCopy: () => void;
  readonly onOpen: () => void;
}

/** One account in one line: the whole row copies, the arrow opens its page. */
export function CodeRow({ account, code, handedOut, now, copied, at, current, onCopy, onOpen }: Properties) {
  const left = code && secondsLeft(code, account.period, now);
  const short = left !== null && left <= 5;
  const id = useId();
  return (
    <li
      class={current ? 'row row-current' : 'row'}
      data-account={account.id}
      {...(at && {
        'data-place': at.place,
        'aria-posinset': at.place + 1,
        'aria-setsize': at.count,
        style: { '--place': at.place },
      })}
    >
      <button type="button" class="row-copy" data-stop aria-describedby={id} onClick={onCopy}>
        {/* Read out: what pressing does, then, as its description, the code. Drawn: the names and the code. */}
        <span class="unseen">
          {say('copy_code_of', shortName(account), account.account)}
          {account.pinned && `, ${say('account_pinned')}`}
        </span>
        <span class="row-name" aria-hidden="true">
          <AccountName named={account} />
        </span>
        {account.pinned && (
          <span class="row-pin">
            <Icon name="pin" />
          </span>
        )}
        <span class="row-code" aria-hidden="true">
          <CodeDigits id={id} code={code ? codeNow(code, now) : handedOut} digits={account.digits} />
          <span class={short ? 'digits-next digits-next-shown' : 'digits-next'}>
            {short && code && now < code.validUntil && (
              <CodeDigits code={code.nextCode} digits={account.digits} />
            )}
          </span>
        </span>
        <span class="row-mark">
          {copied && <Icon name="check" />}
          {!copied && code && <CodeRing validUntil={code.validUntil} period={account.period} short={short} />}
        </span>
      </button>
      <IconButton
        icon="forward"
        label={say('account_open', shortName(account), account.account)}
        onPress={onOpen}
      />
    </li>
  );
}
