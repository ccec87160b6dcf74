import { Input } from 'antd';
import { places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode();
  return <Input.OTP length={places} value={code} onChange={setCode} />;
});
