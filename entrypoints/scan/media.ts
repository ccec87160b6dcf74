import { Failure } from '../../utils/failure';

export type LiveKind = 'camera' | 'screen';

/** Chromium's way to ask that this page stays in front; not in every browser. */
declare const CaptureController: undefined | (new () => { setFocusBehavior(behavior: string): void });

/**
 * Asks the person for a camera, or for a screen or window of their choice. Pictures only.
 * @throws Failure `camera-refused`, `camera-missing`, `camera-busy`, `screen-refused`
 */
export async function openMedia(kind: LiveKind): Promise<MediaStream> {
  try {
    return kind === 'camera' ? await openCamera() : await openScreen();
  } catch (thrown) {
    if (kind === 'screen') throw new Failure('screen-refused');
    const name = thrown instanceof DOMException ? thrown.name : '';
    if (name === 'NotFoundError' || name === 'OverconstrainedError') throw new Failure('camera-missing');
    throw new Failure(
      name === 'NotReadableError' || name === 'AbortError' ? 'camera-busy' : 'camera-refused',
    );
  }
}

/** A transfer code is dense: the sharper the camera, the further away it is read. */
function openCamera(): Promise<MediaStream> {
  const video = { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: { ideal: 'environment' } };
  return navigator.mediaDevices.getUserMedia({ video, audio: false });
}

function openScreen(): Promise<MediaStream> {
  const options: DisplayMediaStreamOptions & { controller?: object } = { video: true, audio: false };
  if (typeof CaptureController !== 'undefined') {
    const controller = new CaptureController();
    controller.setFocusBehavior('no-focus-change');
    options.controller = controller;
  }
  return navigator.mediaDevices.getDisplayMedia(options);
}

export function closeMedia(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What the video shows now, as a picture; null where it shows nothing yet. */
export async function grabFrame(video: HTMLVideoElement, kind: LiveKind): Promise<Blob | null> {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
  const canvas = new OffscreenCanvas(videoWidth, videoHeight);
  canvas.getContext('2d')!.drawImage(video, 0, 0);
  // A screen is sharp and is written as it is; the camera's frames are many, and JPEG is written in a tenth of the time.
  return canvas.convertToBlob(
    kind === 'screen' ? { type: 'image/png' } : { type: 'image/jpeg', quality: 0.92 },
  );
}
