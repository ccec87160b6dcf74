import OtpInput from 'react-otp-input';
import { places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode();
  return (
    <OtpInput
      value={code}
      onChange={setCode}
      numInputs={places}
      renderSeparator={<span>-</span>}
      renderInput={(props) => <input {...props} />}
      shouldAutoFocus
    />
  );
});
