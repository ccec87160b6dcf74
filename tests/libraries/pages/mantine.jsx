import { MantineProvider, PinInput } from '@mantine/core';
import '@mantine/core/styles.css';
import { name, places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

show(function Prompt() {
  const [code, setCode] = useCode();
  return (
    <MantineProvider>
      <PinInput length={places} name={name} type="number" oneTimeCode value={code} onChange={setCode} />
    </MantineProvider>
  );
});
