import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/alone.css';
import './unlock.css';
import { parseWish } from '../../components/open-unlock';
import { serveKeys } from '../../components/serve-keys';
import { App } from './App';

const root = document.getElementById('app')!;
serveKeys(root);
render(<App wish={parseWish(location.hash)} />, root);
