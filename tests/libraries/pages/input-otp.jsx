import { OTPInput } from 'input-otp';
import { name, places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode();
  return (
    <OTPInput
      maxLength={places}
      name={name}
      value={code}
      onChange={setCode}
      render={({ slots }) => (
        <div className="slots">
          {slots.map(({ char, isActive }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
            <div key={place} className={isActive ? 'slot active' : 'slot'}>
              {char}
            </div>
          ))}
        </div>
      )}
    />
  );
});
