import { OTPInput, OTPInputContext } from 'input-otp';
import { useContext } from 'react';
import { eachPlace, name, places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

/** As shadcn/ui has it: two groups of slots with a dash between, each slot reading the context. */
function Slot({ place }) {
  const { char, hasFakeCaret, isActive } = useContext(OTPInputContext).slots[place] ?? {};
  return (
    <div data-slot="input-otp-slot" data-active={isActive} className="slot">
      {char}
      {hasFakeCaret && (
        <div className="caret">
          <div />
        </div>
      )}
    </div>
  );
}

function Group({ slots }) {
  return (
    <div data-slot="input-otp-group" className="slots">
      {slots.map((place) => (
        <Slot key={place} place={place} />
      ))}
    </div>
  );
}

show(function Prompt() {
  const [code, setCode] = useCode();
  return (
    <OTPInput
      data-slot="input-otp"
      id="otp"
      maxLength={places}
      name={name}
      value={code}
      onChange={setCode}
      containerClassName="shadcn"
    >
      <Group slots={eachPlace.slice(0, places / 2)} />
      <div data-slot="input-otp-separator">-</div>
      <Group slots={eachPlace.slice(places / 2)} />
    </OTPInput>
  );
});
