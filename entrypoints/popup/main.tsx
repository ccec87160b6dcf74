import { render } from 'preact';
import { inChosenLanguage } from '../../components/language';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/codes.css';
import '../../components/alone.css';
import './popup.css';
import './site-card.css';
import './prompt.css';
import './dock.css';
import './account.css';
import './portal-notes.css';
import './keep-open.css';
import { serveKeys } from '../../components/serve-keys';
import { App } from './App';
import { KeepOpenView } from './other-views';

const root = document.getElementById('app')!;
const kept = /^#keep-open=(.+)$/.exec(location.hash)?.[1];
serveKeys(root);
if (kept) document.documentElement.classList.add('kept-open');
inChosenLanguage(() =>
  render(kept ? <KeepOpenView accountId={decodeURIComponent(kept)} /> : <App root={root} />, root),
);
