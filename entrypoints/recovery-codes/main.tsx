import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/alone.css';
import '../../components/page.css';
import './recovery-codes.css';
import { serveKeys } from '../../components/serve-keys';
import { App } from './App';

const [, what, accountId = ''] = /^#(keep|print)=(.+)$/.exec(location.hash) ?? [];
const root = document.getElementById('app')!;
serveKeys(root);
render(<App prints={what === 'print'} accountId={decodeURIComponent(accountId)} />, root);
