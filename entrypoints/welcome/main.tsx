import { render } from 'preact';
import { inChosenLanguage } from '../../components/language';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/recovery.css';
import './welcome.css';
import { App } from './App';

inChosenLanguage(() => render(<App />, document.getElementById('app')!));
