import { MuiOtpInput } from 'mui-one-time-password-input';
import { places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode();
  return <MuiOtpInput length={places} value={code} onChange={setCode} autoFocus />;
});
