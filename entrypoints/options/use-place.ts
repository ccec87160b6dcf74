import { useEffect, useState } from 'preact/hooks';
import { type Place, parsePlace } from './place';

/** Where the address says we are: a link, a bookmark and the browser's own Back all lead by it. */
export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return parsePlace(hash);
}
