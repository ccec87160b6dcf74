import type { Account } from '../accounts.ts';
import { type Html, html } from '../html.ts';
import type { Visit } from '../http.ts';

/** The portal's name: on its pages and as the issuer in its set-up codes. */
export const BRAND = 'Larkmoor';
export const PRACTICE = 'Harbour Physio';

export const mark: Html = html`<span class="mark" aria-hidden="true"></span>`;

/** A card in the middle of an empty page: everything before the login is complete. */
export function renderOutside(heading: string, content: Html, below?: Html): Html {
  return html`<div class="outside">
    <header>${mark}<span class="brand">${BRAND}</span></header>
    <main class="card"><h1>${heading}</h1>${content}</main>
    ${below}
    <footer>${PRACTICE} · Practice software by ${BRAND}</footer>
  </div>`;
}

/** The frame round every page of a person who is logged in. */
export function renderInside(visit: Visit, account: Account, here: string, content: Html): Html {
  const links = [
    ['/dashboard', 'Today'],
    ['/dashboard#clients', 'Clients'],
    ['/dashboard#accounts', 'Invoices'],
    ['/dashboard#reports', 'Reports'],
    ['/account', 'My info'],
  ] as const;
  return html`<div class="inside">
    <nav class="side" aria-label="Main">
      <a class="home" href="${visit.link('/dashboard')}">${mark}<span class="brand">${BRAND}</span></a>
      <ul>${links.map(([path, name]) => {
        return html`<li><a href="${visit.link(path)}" ${path === here && { markup: 'aria-current="page"' }}>${name}</a></li>`;
      })}</ul>
    </nav>
    <div class="page">
      <header class="top"><span>${PRACTICE}</span>
        <form method="post" action="${visit.link('/logout')}"><span>${account.name}</span> <button class="link">Log out</button></form>
      </header>
      <main>${content}</main>
    </div>
  </div>`;
}

/** What just happened, or what is in the way. */
export const alertBox = (text: string | undefined): Html | false =>
  text !== undefined && html`<p class="notice problem" role="alert">${text}</p>`;

export const noticeBox = (text: string | undefined): Html | false =>
  text !== undefined && html`<p class="notice" role="status">${text}</p>`;

const APPOINTMENTS = [
  ['8:30', 'Initial assessment', 'Amara Lindqvist', 'Room 1', 'Arrived'],
  ['9:15', 'Standard visit', 'Tom Barrow', 'Room 1', 'Confirmed'],
  ['10:00', 'Standard visit', 'Priya Raman', 'Room 2', 'Confirmed'],
  ['11:30', 'Shoulder clinic', 'Joan Whitfield', 'Gym', 'Not yet confirmed'],
  ['14:00', 'Telehealth', 'Mateo Ruiz', 'Online', 'Confirmed'],
] as const;

export function renderDashboard(account: Account): Html {
  const rows = APPOINTMENTS.map(
    ([time, kind, client, room, status]) =>
      html`<tr><td>${time}</td><td>${client}</td><td>${kind}</td><td>${room}</td><td><span class="tag">${status}</span></td></tr>`,
  );
  return html`<h1>Good morning, ${account.name.split(' ')[0]}</h1>
    <section class="card"><h2>Today’s appointments</h2>
      <table><thead><tr><th>Time</th><th>Client</th><th>Visit</th><th>Room</th><th>Status</th></tr></thead>
      <tbody>${rows}</tbody></table>
    </section>`;
}
