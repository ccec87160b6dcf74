import { render } from 'preact';
import { inChosenLanguage } from '../../components/language';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/codes.css';
import '../../components/page.css';
import '../../components/recovery.css';
import './about.css';
import './options.css';
import './security.css';
import { serveKeys } from '../../components/serve-keys';
import { App } from './App';

const root = document.getElementById('app')!;
serveKeys(root);
inChosenLanguage(() => render(<App />, root));
