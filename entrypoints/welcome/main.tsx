import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/recovery.css';
import './welcome.css';
import { serveKeys } from '../../components/serve-keys';
import { App } from './App';

const root = document.getElementById('app')!;
serveKeys(root);
render(<App />, root);
