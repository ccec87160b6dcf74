import { ask } from '../utils/messaging/client';
import type { ClockView } from '../utils/messaging/views';
import { isClockWrong } from '../utils/otp/clock';
import { Button } from './Button';
import { FailureNotice } from './Notice';
import { useAttempt } from './use-attempt';
import { say, sayMany } from './words';

/** What is wrong with the clock, and what can be done about it here. Nothing is corrected but by a press. */
export function ClockNotice({ clock: { error, offset } }: { clock: ClockView }) {
  const { busy, failure, attempt } = useAttempt();
  const takesBack = error !== null && offset !== 0 && !isClockWrong(error.skew);
  return (
    <>
      {error && <p>{takesBack ? sayMany('clock_right_again', Math.abs(offset)) : skewWords(error.skew)}</p>}
      {!error && offset !== 0 && <p>{sayMany('clock_corrected', Math.abs(offset))}</p>}
      {error?.offered && !takesBack && <p>{say('clock_offer')}</p>}
      <FailureNotice failure={failure} />
      <div class="buttons">
        {error?.offered && !takesBack && (
          <Button disabled={busy} onPress={() => attempt(ask('clock/correct', { skew: error.skew }))}>
            {say('clock_correct')}
          </Button>
        )}
        {offset !== 0 && (
          <Button disabled={busy} onPress={() => attempt(ask('clock/reset'))}>
            {say('clock_reset')}
          </Button>
        )}
      </div>
    </>
  );
}

/** @param skew seconds ahead, negative for behind */
export function skewWords(skew: number): string {
  return skew < 0 ? sayMany('clock_slow', -skew) : sayMany('clock_fast', skew);
}
