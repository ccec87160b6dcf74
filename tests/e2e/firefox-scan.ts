import encodeQR from 'qr';
import { ADDON_UUID, type Firefox } from '../../scripts/lib/firefox.mjs';

/** A camera that sees colours, given without a question. */
export const FAKE_MEDIA = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
};

const KEY_URI =
  'otpauth://totp/Tidewell:kim@harbourphysio.example?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=Tidewell';

/** The page for pictures and the camera: a file is read and saved, and the camera goes on and off. */
export async function readsPicturesAndCamera(firefox: Firefox): Promise<void> {
  const page = await firefox.openTab();
  await firefox.navigate(page, `moz-extension://${ADDON_UUID}/scan.html`);
  const see = (words: string) =>
    firefox.waitFor(page, `document.body.innerText.includes(${JSON.stringify(words)})`, `“${words}” is said`);
  const press = async (words: string) => {
    const button = `[...document.querySelectorAll('button')].find((button) => button.innerText.trim() === ${JSON.stringify(words)})`;
    await firefox.waitFor(page, `(${button}?.setAttribute('data-press', ''), !!${button})`, words);
    await firefox.click(page, '[data-press]');
    await firefox.evalIn(page, `document.querySelector('[data-press]')?.removeAttribute('data-press')`);
  };
  await see('Where is the QR code?');
  const picture = Buffer.from(encodeQR(KEY_URI, 'gif', { scale: 4 })).toString('base64');
  await firefox.evalIn(
    page,
    `(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(picture)}), (sign) => sign.charCodeAt(0));
      const carried = new DataTransfer();
      carried.items.add(new File([bytes], 'code.gif', { type: 'image/gif' }));
      const box = document.querySelector('input[type=file]');
      box.files = carried.files;
      box.dispatchEvent(new Event('change', { bubbles: true }));
    })()`,
  );
  await see('kim@harbourphysio.example');
  await press('Save');
  await see('1 account saved.');
  await press('Use the camera');
  const video = `document.querySelector('video.live')`;
  await firefox.waitFor(page, `${video}?.videoWidth > 0 && !${video}.paused`, 'the camera shows a picture');
  await firefox.evalIn(page, `(globalThis.track = ${video}.srcObject.getTracks()[0], true)`);
  await press('Switch the camera off');
  await firefox.waitFor(page, `globalThis.track.readyState === 'ended'`, 'the camera is off');
  await press('Pick a screen or window');
  await see('No screen or window was shared.'); // a Firefox without a display has none
}
