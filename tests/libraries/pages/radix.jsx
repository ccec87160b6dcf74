import { unstable_OneTimePasswordField as OneTimePasswordField } from 'radix-ui';
import { eachPlace, name } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode();
  return (
    <OneTimePasswordField.Root name={name} value={code} onValueChange={setCode} autoFocus>
      {eachPlace.map((place) => (
        <OneTimePasswordField.Input key={place} className="digit" />
      ))}
      <OneTimePasswordField.HiddenInput />
    </OneTimePasswordField.Root>
  );
});
