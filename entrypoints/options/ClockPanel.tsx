import { ClockNotice } from '../../components/ClockNotice';
import { say } from '../../components/words';
import type { ClockView } from '../../utils/messaging/views';

/** Only where there is something to say of the clock. */
export function ClockPanel({ clock }: { clock: ClockView }) {
  if (!clock.error && clock.offset === 0) return null;
  return (
    <section class="panel">
      <h2>{clock.error ? say('clock_title') : say('clock_corrected_title')}</h2>
      <ClockNotice clock={clock} />
    </section>
  );
}
