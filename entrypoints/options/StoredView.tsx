import { say } from '../../components/words';

/** In plain words: what Lanyard keeps, where, and for how long. */
export function StoredView() {
  const rows = [
    [say('stored_accounts'), say('stored_accounts_where'), say('stored_accounts_until')],
    [say('stored_unlocked'), say('stored_unlocked_where'), say('stored_unlocked_until')],
    [say('stored_settings'), say('stored_settings_where'), say('stored_settings_until')],
    [say('stored_unlocks'), say('stored_unlocks_where'), say('stored_unlocks_until')],
    [say('stored_copied'), say('stored_copied_where'), say('stored_copied_until')],
    [say('stored_pictures'), say('stored_pictures_where'), say('stored_pictures_until')],
  ];
  return (
    <section class="panel">
      <h2>{say('stored_title')}</h2>
      <table class="stored">
        <thead>
          <tr>
            <th scope="col">{say('stored_what')}</th>
            <th scope="col">{say('stored_where')}</th>
            <th scope="col">{say('stored_until')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, where, until]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{where}</td>
              <td>{until}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say('stored_sent')}</p>
      <p>{say('removal_warning')}</p>
    </section>
  );
}
