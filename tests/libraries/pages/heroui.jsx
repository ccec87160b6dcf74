import { InputOTP } from '@heroui/react';
import '@heroui/styles/css';
import { eachPlace, name, places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode();
  return (
    <InputOTP maxLength={places} name={name} value={code} onChange={setCode}>
      <InputOTP.Group>
        {eachPlace.map((place) => (
          <InputOTP.Slot key={place} index={place} />
        ))}
      </InputOTP.Group>
    </InputOTP>
  );
});
