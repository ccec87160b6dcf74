import { useId } from 'preact/hooks';
import { Button } from '../../components/Button';
import { CodeDigits } from '../../components/CodeDigits';
import { CodeRing } from '../../components/CodeRing';
import { codeNow, secondsLeft } from '../../components/code-groups';
import { EyeButton } from '../../components/EyeButton';
import { usePeek } from '../../components/hidden-codes';
import { failureSentence, say, sayMany } from '../../components/words';
import type { AccountSummary, CodeView, FillOutcome, RememberedView } from '../../utils/messaging/views';
import { rememberedHere } from './remembered-words';
import { SiteName } from './SiteName';
import type { Copying } from './use-copy';
import type { Agreed, Filling, FillReport } from './use-fill';

interface Properties {
  readonly account: AccountSummary;
  readonly code: CodeView | null;
  readonly handedOut: string | null;
  readonly host: string;
  readonly now: number;
  readonly current: boolean;
  readonly copying: Copying;
  readonly filling: Filling;
  /** How the last fill on this page went, whoever started it. */
  readonly lastOutcome: FillOutcome | null;
  /** Where this site was told to remember this browser. */
  readonly remembered: RememberedView | null;
  readonly onOpen: () => void;
}

/** An account of the site under the popup: the code to read from a metre away, and the two things to do with it. */
export function SiteCard(properties: Properties) {
  const { account, code, handedOut, host, now, current, copying, filling, lastOutcome, remembered, onOpen } =
    properties;
  const left = code && secondsLeft(code, account.period, now);
  const short = left !== null && left <= 5;
  const report = filling.report?.accountId === account.id ? filling.report : null;
  const agreed = agreedTo(report);
  const id = useId();
  const about = `${id}-code ${id}-left`;
  const peek = usePeek();
  return (
    <div class="site-card" data-account={account.id}>
      <SiteName account={account} onOpen={onOpen} />
      <div class="site-code">
        <CodeDigits
          id={`${id}-code`}
          code={code ? codeNow(code, now) : handedOut}
          digits={account.digits}
          shown={peek.shown}
        />
        <EyeButton peek={peek} />
        {short && peek.shown && code && now < code.validUntil && (
          <span class="site-next">
            <span class="muted">{say('next_code')}</span>{' '}
            <CodeDigits code={code.nextCode} digits={account.digits} shown />
          </span>
        )}
        {code && left !== null && (
          <span class="site-left">
            <CodeRing validUntil={code.validUntil} period={account.period} short={short} />
            <span
              id={`${id}-left`}
              class={short ? 'seconds seconds-short' : 'seconds'}
              role="img"
              aria-label={sayMany('seconds_left', left)}
            >
              {left}
            </span>
          </span>
        )}
      </div>
      <div class="buttons">
        <button
          type="button"
          class="button button-primary"
          data-stop
          aria-describedby={about}
          onClick={() => filling.fill(account, agreed ?? undefined)}
        >
          {agreed ? say('fill_anyway') : say('fill')}
          {current && (
            <span class="button-key" aria-hidden="true">
              ⏎
            </span>
          )}
        </button>
        <Button describedBy={about} onPress={() => copying.copy(account, code)}>
          {say('copy')}
        </Button>
      </div>
      <p class={remembered ? 'site-status site-status-more' : 'site-status'} role="status">
        {report ? reportWords(report, host, left) : lastWords(lastOutcome)}
        {remembered && !report && <span class="muted">{rememberedHere(remembered, now)}</span>}
      </p>
    </div>
  );
}

/** What pressing the button once more agrees to, after this was read; null where nothing has to be agreed to. */
function agreedTo(report: FillReport | null): Agreed | null {
  switch (report?.failure?.code) {
    case 'step-used':
      return { ...report.agreed, again: true };
    case 'sent-elsewhere':
      return { ...report.agreed, sendsTo: report.failure.values[0] ?? '' };
    case 'sent-in-address':
      return { ...report.agreed, sendsTo: '' };
    default:
      return null;
  }
}

function reportWords({ outcome, failure }: FillReport, host: string, left: number | null): string {
  if (failure) return failureSentence(failure);
  if (outcome === null) return say('filling');
  if (outcome === 'filled') return say('outcome_filled', host);
  if (outcome === 'waiting') return say('outcome_waiting', left ?? 0);
  return outcome === 'not-taken' ? say('outcome_not_taken') : say('outcome_no_prompt');
}

/** What happened before the popup opened is only worth a word where the person has something to do about it. */
function lastWords(outcome: FillOutcome | null): string {
  return outcome === 'not-taken' ? say('outcome_not_taken') : '';
}
