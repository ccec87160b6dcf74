import { useEffect, useState } from 'preact/hooks';

/** The time in milliseconds, anew at each full second while the page is looked at. */
export function useSecond(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(
        () => {
          setNow(Date.now());
          wait();
        },
        1000 - (Date.now() % 1000),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, []);
  return now;
}
