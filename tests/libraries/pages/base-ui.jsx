import { OTPField } from '@base-ui/react/otp-field';
import { eachPlace, name, places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode();
  return (
    <OTPField.Root name={name} length={places} value={code} onValueChange={(value) => setCode(value)}>
      {eachPlace.map((place) => (
        <OTPField.Input key={place} className="digit" />
      ))}
    </OTPField.Root>
  );
});
