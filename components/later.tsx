import type { ComponentChild } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

type View<Properties> = (properties: Properties) => ComponentChild;

/**
 * A view that is fetched when it is first wanted, so that nobody's first code waits for it; until it is there, nothing
 * stands in its place. `fetch` brings it beforehand, once there is time.
 */
export function later<Properties extends object>(load: () => Promise<View<Properties>>) {
  let loaded: View<Properties> | undefined;
  const fetch = async () => {
    loaded ??= await load();
  };

  function Later(properties: Properties) {
    const [, drawAgain] = useState({});
    useLayoutEffect(() => {
      if (!loaded) fetch().then(() => drawAgain({}));
    }, []);
    const Loaded = loaded;
    return Loaded ? <Loaded {...properties} /> : null;
  }

  return Object.assign(Later, { fetch });
}
