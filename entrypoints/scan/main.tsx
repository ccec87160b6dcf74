import { render } from 'preact';
import { inChosenLanguage } from '../../components/language';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/codes.css';
import '../../components/alone.css';
import '../../components/page.css';
import './scan.css';
import { App } from './App';

inChosenLanguage(() => render(<App />, document.getElementById('app')!));
