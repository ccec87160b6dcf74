import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/recovery.css';
import './options.css';
import './security.css';
import { keepFocus } from '../../components/keep-focus';
import { App } from './App';

const root = document.getElementById('app')!;
keepFocus(root);
render(<App />, root);
