import { say } from '../../components/words';
import { LICENCES } from './licences';

/** Works of others in this package, under which terms, and where the terms are. */
export function LicencesView() {
  return (
    <section class="panel">
      <h2>{say('licences_title')}</h2>
      <p>{say('licences_ours')}</p>
      <table class="stored licences">
        <thead>
          <tr>
            <th scope="col">{say('licences_work')}</th>
            <th scope="col">{say('licences_version')}</th>
            <th scope="col">{say('licences_licence')}</th>
          </tr>
        </thead>
        <tbody>
          {LICENCES.map(({ name, version, licence }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{version}</td>
              <td>{licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href="/licences.txt" target="_blank" rel="noreferrer">
          {say('licences_texts')}
        </a>
      </p>
    </section>
  );
}
