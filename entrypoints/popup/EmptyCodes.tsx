import { Button } from '../../components/Button';
import { leaveFor } from '../../components/open-page';
import { say } from '../../components/words';

/** A vault without accounts leads on, in the order of likelihood. `onLook` is null while the page is being read. */
export function EmptyCodes({ onLook }: { onLook: (() => void) | null }) {
  return (
    <div class="nothing">
      <p class="nothing-title">{say('no_accounts_title')}</p>
      <p>{say('no_accounts_line')}</p>
      {onLook && (
        <div class="nothing-do">
          <Button onPress={onLook}>{say('look_on_page')}</Button>
          <Button onPress={() => leaveFor('scan.html')}>{say('add_elsewhere')}</Button>
          <Button look="quiet" onPress={() => leaveFor('welcome.html#practice')}>
            {say('practice_title')}
          </Button>
        </div>
      )}
    </div>
  );
}
