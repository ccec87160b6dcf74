import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/alone.css';
import './unlock.css';
import { keepFocus } from '../../components/keep-focus';
import { parseWish } from '../../components/open-unlock';
import { App } from './App';

const root = document.getElementById('app')!;
keepFocus(root);
render(<App wish={parseWish(location.hash)} />, root);
