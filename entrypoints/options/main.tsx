import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/recovery.css';
import './about.css';
import './options.css';
import './security.css';
import { App } from './App';

render(<App />, document.getElementById('app')!);
