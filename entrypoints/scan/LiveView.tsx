import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { failureSentence, say } from '../../components/words';
import { grabFrame } from './media';
import type { Taken } from './use-findings';
import type { Live } from './use-live';

/** Between two frames of the camera, in milliseconds. */
const PAUSE = 200;

interface Properties {
  readonly live: Live;
  /** Reads one picture. */
  readonly onFrame: (picture: Blob) => Promise<Taken>;
}

/** The camera's picture, looked at about five times a second; or one look at a shared window, and another on a press. */
export function LiveView({ live, onFrame }: Properties) {
  const { kind, stream } = live;
  const video = useRef<HTMLVideoElement>(null);
  const [looks, setLooks] = useState(1);
  /** A look at the screen found nothing. */
  const [missed, setMissed] = useState(false);
  const latest = useRef({ live, onFrame });
  latest.current = { live, onFrame };

  useEffect(() => {
    if (!stream || !kind || !video.current) return;
    const shown = video.current;
    let going = true;
    shown.srcObject = stream;
    setMissed(false);
    async function look() {
      while (going) {
        const picture = await grabFrame(shown, kind!);
        const taken = picture && going ? await latest.current.onFrame(picture) : 'nothing';
        if (!going) return;
        if (taken === 'more') latest.current.live.onSeen();
        if (taken === 'enough') return latest.current.live.stop();
        if (kind === 'screen' && picture) return setMissed(taken === 'nothing');
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
    shown.play().then(look, () => undefined);
    return () => {
      going = false;
    };
  }, [kind, stream, looks]);

  const isCamera = kind === 'camera';
  return (
    <>
      {!stream && <p class="muted">{isCamera ? say('camera_asking') : say('screen_asking')}</p>}
      <video
        ref={video}
        class={isCamera && stream ? 'live' : 'unseen'}
        aria-label={say('camera_picture')}
        muted
        playsInline
      />
      {stream && isCamera && <p>{say('camera_hold')}</p>}
      {stream && !isCamera && !missed && <p class="muted">{say('screen_looking')}</p>}
      <Notice tone="warn">
        {missed && `${failureSentence({ code: 'no-code-found', values: [] })} ${say('screen_missed')}`}
      </Notice>
      <div class="buttons">
        {stream && !isCamera && (
          <Button look="primary" onPress={() => setLooks(looks + 1)}>
            {say('screen_again')}
          </Button>
        )}
        <Button onPress={() => live.stop()}>{isCamera ? say('camera_stop') : say('screen_stop')}</Button>
      </div>
    </>
  );
}
