import { PinInput } from '@ark-ui/react/pin-input';
import { eachPlace, name, places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode(eachPlace.map(() => ''));
  return (
    <PinInput.Root otp name={name} count={places} value={code} onValueChange={({ value }) => setCode(value)}>
      <PinInput.Label>Code</PinInput.Label>
      <PinInput.Control>
        {eachPlace.map((place) => (
          <PinInput.Input key={place} index={place} className="digit" />
        ))}
      </PinInput.Control>
      <PinInput.HiddenInput />
    </PinInput.Root>
  );
});
