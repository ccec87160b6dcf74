import { InputOtp } from 'primereact/inputotp';
import 'primereact/resources/themes/lara-light-blue/theme.css';
import { places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode();
  return <InputOtp value={code} onChange={({ value }) => setCode(value)} length={places} integerOnly />;
});
