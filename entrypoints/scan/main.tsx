import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/codes.css';
import '../../components/alone.css';
import '../../components/page.css';
import './scan.css';
import { App } from './App';

render(<App />, document.getElementById('app')!);
