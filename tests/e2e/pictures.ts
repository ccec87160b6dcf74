import encodeQR from 'qr';
import { randomBytes } from '../../utils/bytes';
import { migrationUri } from '../otp/write-migration';

/** A file as Playwright's file chooser takes it. */
export interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture file of one QR code. */
export function pictureOf(text: string, name = 'code.gif'): Picture {
  const buffer = Buffer.from(encodeQR(text, 'gif', { scale: 4, border: 4, ecc: 'low' }));
  return { name, mimeType: 'image/gif', buffer };
}

/** An export of another app as one QR code for each list of account names. */
export function exportCodes(parts: readonly (readonly string[])[]): string[] {
  return parts.map((names, index) =>
    migrationUri({
      accounts: names.map((name) => ({ secret: randomBytes(20), name, issuer: 'Tidewell' })),
      version: 2,
      size: parts.length,
      index,
    }),
  );
}

/** A frame of a camera: one shade, with a code in the middle of it where there is a text. */
function frame(width: number, height: number, text: string | null): Buffer {
  const luma = Buffer.alloc(width * height, 170);
  if (text !== null) {
    const drawn = encodeQR(text, 'raw', { border: 4, ecc: 'low' });
    const scale = Math.floor((height * 0.9) / drawn.length);
    const left = Math.floor((width - drawn.length * scale) / 2);
    const top = Math.floor((height - drawn.length * scale) / 2);
    drawn.forEach((row, down) => {
      row.forEach((dark, across) => {
        for (let y = 0; y < scale; y++) {
          const start = (top + down * scale + y) * width + left + across * scale;
          luma.fill(dark ? 30 : 225, start, start + scale);
        }
      });
    });
  }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
}

const FRAMES_A_SECOND = 5;

/** What a camera sees, for Chromium's `--use-file-for-fake-video-capture`: each text for so many seconds, over and over. */
export function videoOf(
  scenes: readonly { readonly text: string | null; readonly seconds: number }[],
): Buffer {
  const [width, height] = [640, 480];
  const head = `YUV4MPEG2 W${width} H${height} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`;
  const frames = scenes.flatMap(({ text, seconds }) =>
    Array<Buffer>(seconds * FRAMES_A_SECOND).fill(frame(width, height, text)),
  );
  return Buffer.concat([Buffer.from(head), ...frames]);
}
