import { browser } from 'wxt/browser';
import { say } from '../../components/words';

/** What Lanyard is, what it never does, and what it cannot do. */
export function AboutView() {
  return (
    <section class="panel">
      <h2>{say('about_title', browser.runtime.getManifest().version)}</h2>
      <p>{say('about_what')}</p>
      <h3>{say('about_never')}</h3>
      <ul class="points">
        <li>{say('about_never_sends')}</li>
        <li>{say('about_never_reads')}</li>
        <li>{say('about_never_fills')}</li>
        <li>{say('about_never_clicks')}</li>
      </ul>
      <p>{say('about_offline')}</p>
      <h3>{say('about_protects')}</h3>
      <ul class="points">
        <li>{say('about_protects_disk')}</li>
        <li>{say('about_protects_sites')}</li>
        <li>{say('about_protects_damage')}</li>
      </ul>
      <h3>{say('about_cannot')}</h3>
      <ul class="points">
        <li>{say('about_cannot_open')}</li>
        <li>{say('about_cannot_password')}</li>
        <li>{say('about_cannot_removed')}</li>
      </ul>
      <p class="muted">{say('about_claims')}</p>
    </section>
  );
}
