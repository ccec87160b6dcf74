import { render } from 'preact';
import { inChosenLanguage } from '../../components/language';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/alone.css';
import './unlock.css';
import { parseWish } from '../../components/open-unlock';
import { App } from './App';

inChosenLanguage(() => render(<App wish={parseWish(location.hash)} />, document.getElementById('app')!));
