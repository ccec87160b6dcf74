import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { keep, mount } from './prompt.js';

export function show(Prompt) {
  createRoot(mount).render(<Prompt />);
}

/** The state of an app's own component, as it stands after each render. */
export function useCode(empty = '') {
  const [code, setCode] = useState(empty);
  useEffect(() => keep(code), [code]);
  return [code, setCode];
}
