import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/** Milliseconds after which a code that was shown on request is hidden again. */
const SHOWN_FOR = 30_000;

/** Do the views below show codes as dots? Set by the page, from its snapshot. */
export const CodesHidden = createContext(false);

export interface Peek {
  /** Codes are hidden here, and this one can be shown. */
  readonly offered: boolean;
  /** The code can be read now. */
  readonly shown: boolean;
  readonly toggle: () => void;
}

/** One hidden code, shown because somebody asked: until they ask again, look elsewhere, or half a minute has passed. */
export function usePeek(): Peek {
  const [shown, setShown] = useState(false);
  const hidden = useContext(CodesHidden);
  useEffect(() => {
    if (!shown) return;
    const hide = () => setShown(false);
    const timer = setTimeout(hide, SHOWN_FOR);
    addEventListener('blur', hide);
    return () => {
      clearTimeout(timer);
      removeEventListener('blur', hide);
    };
  }, [shown]);
  return { offered: hidden, shown: shown || !hidden, toggle: () => setShown(!shown) };
}
