import { default as interop } from 'react-verification-input';
import { places } from './kit/prompt.js';
import { show, useCode } from './kit/react.jsx';

/** The package is CommonJS: its default export comes inside another. */
const VerificationInput = interop.default ?? interop;

show(function Prompt() {
  const [code, setCode] = useCode();
  return (
    <VerificationInput length={places} value={code} onChange={setCode} validChars="0-9" placeholder="" />
  );
});
