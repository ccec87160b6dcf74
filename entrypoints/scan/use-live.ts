import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAttempt } from '../../components/use-attempt';
import type { FailureFacts } from '../../utils/failure';
import { closeMedia, type LiveKind, openMedia } from './media';

/** How long a camera runs in which nothing new is seen, in milliseconds. */
const PATIENCE = 120_000;

/** Why it was ended by itself. */
export type Ending = 'rested' | 'hidden';

export interface Live {
  readonly kind: LiveKind | null;
  readonly stream: MediaStream | null;
  readonly ending: Ending | null;
  readonly failure: FailureFacts | null;
  /** Called inside the click: browsers ask nobody who did not press anything. */
  readonly start: (kind: LiveKind) => void;
  readonly stop: (why?: Ending) => void;
  /** Something new was seen: patience begins anew. */
  readonly onSeen: () => void;
}

/** A camera or a shared screen. Off when it has done its part, when nobody looks, after a while, and with the page. */
export function useLive(): Live {
  const [kind, setKind] = useState<LiveKind | null>(null);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [ending, setEnding] = useState<Ending | null>(null);
  const [seen, setSeen] = useState(0);
  const { failure, attempt, forget } = useAttempt();
  const wanted = useRef<LiveKind | null>(null);

  function stop(why: Ending | null = null): void {
    wanted.current = null;
    setKind(null);
    setStream(null);
    setEnding(why);
  }

  async function start(asked: LiveKind): Promise<void> {
    wanted.current = asked;
    setEnding(null);
    setKind(asked);
    const opened = await attempt(openMedia(asked));
    // The person may have thought better of it while the browser was asking.
    if (wanted.current === asked && opened) setStream(opened);
    else if (opened) closeMedia(opened);
    else if (wanted.current === asked) stop();
  }

  useEffect(() => {
    if (!stream) return;
    const end = () => stop();
    // The browser's own "Stop sharing", a camera that was pulled out.
    for (const track of stream.getTracks()) track.addEventListener('ended', end);
    return () => closeMedia(stream);
  }, [stream]);

  useEffect(() => {
    if (!stream) return;
    const timer = setTimeout(() => stop('rested'), PATIENCE);
    return () => clearTimeout(timer);
  }, [stream, seen]);

  // Before anything is drawn: from its first moment on the camera is off where nobody looks.
  useLayoutEffect(() => {
    if (kind !== 'camera' || !stream) return; // who shares a window goes there
    const look = () => {
      if (document.hidden) stop('hidden');
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [kind, stream]);

  useEffect(
    () => () => {
      wanted.current = null; // an answer that comes after the page has gone is closed at once
    },
    [],
  );

  return {
    kind,
    stream,
    ending,
    failure,
    start: (asked) => {
      forget();
      void start(asked);
    },
    stop: (why) => stop(why),
    onSeen: () => setSeen((times) => times + 1),
  };
}
