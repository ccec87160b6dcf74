import { ChakraProvider, defaultSystem, PinInput } from '@chakra-ui/react';
import { eachPlace, name, places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode(eachPlace.map(() => ''));
  return (
    <ChakraProvider value={defaultSystem}>
      <PinInput.Root
        otp
        name={name}
        count={places}
        value={code}
        onValueChange={({ value }) => setCode(value)}
      >
        <PinInput.HiddenInput />
        <PinInput.Control>
          {eachPlace.map((place) => (
            <PinInput.Input key={place} index={place} />
          ))}
        </PinInput.Control>
      </PinInput.Root>
    </ChakraProvider>
  );
});
