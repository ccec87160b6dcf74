import encodeQR from 'qr';
import { listCandidates } from '../../utils/platform/list-candidates';
import { createVaultWithSam, expect, ORIGIN, test } from './fixtures';

const KEY = 'otpauth://totp/Larkmoor:pat@harbourphysio.example?secret=JBSWY3DPEHPK3PXP&issuer=Larkmoor';
const CODE = `data:image/gif;base64,${Buffer.from(encodeQR(KEY, 'gif', { scale: 4, border: 4 })).toString('base64')}`;
const image = (size: number, style = '') =>
  `<img width="${size}" height="${size}" style="${style}" src="${CODE}">`;
const lines = (text: string, count: number) => Array(count).fill(text).join('\n');

test.describe('where a code may be on a page', () => {
  for (const [what, html, expected] of [
    [
      'a picture',
      `<img width="150" height="150" style="position:absolute;left:40px;top:60px" src="${CODE}">`,
      [40, 60, 150, 150],
    ],
    [
      'a background',
      '<div style="position:absolute;left:9px;top:7px;width:130px;height:130px;background:url(x.png)"></div>',
      [9, 7, 130, 130],
    ],
    [
      'a shadow root',
      `<div id="host" style="position:absolute;left:200px;top:80px"></div><script>document.getElementById('host').attachShadow({mode:'open'}).innerHTML = '<canvas width="120" height="120"></canvas>'</script>`,
      [200, 80, 120, 120],
    ],
    [
      'a frame of the page’s own',
      `<iframe style="position:absolute;left:100px;top:50px;border:3px solid;width:300px;height:300px" srcdoc="<body style='margin:0'><svg style='position:absolute;left:20px;top:30px' width='140' height='140'></svg>"></iframe>`,
      [123, 83, 140, 140],
    ],
    [
      'a text in a wide column',
      `<pre style="position:absolute;left:10px;top:20px;width:900px;margin:0;font:10px/10px monospace">${lines('##  '.repeat(8), 20)}</pre>`,
      [10, 18, null, 204],
    ],
  ] as const) {
    test(what, async ({ context }) => {
      const tab = await context.newPage();
      await tab.route(`${ORIGIN}/drawn`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await tab.goto(`${ORIGIN}/drawn`);
      const { rectangles } = await tab.evaluate(listCandidates);
      const { x, y, width, height } = rectangles[0]!;
      const [left, top, wide, high] = expected;
      expect([x, y, height].map(Math.round)).toEqual([left, top, high]);
      if (wide === null) expect(width).toBeLessThan(260);
      else expect(Math.round(width)).toBe(wide);
    });
  }

  test('the square and the visible first; icons, banners, what is hidden and what another site frames not at all', async ({
    context,
  }) => {
    const tab = await context.newPage();
    const body = `<body style="margin:0">
      ${image(30)} <img width="600" height="100" src="${CODE}"> ${image(120, 'visibility:hidden')}
      <div style="position:absolute;left:0;top:300px">${image(160)}</div>
      <div style="position:absolute;left:300px;top:650px">${image(200)}</div>
      <div style="position:absolute;left:0;top:5000px">${image(160)}</div>
      <iframe src="https://other.clinic.example/"></iframe>`;
    await tab.route(`${ORIGIN}/drawn`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await tab.goto(`${ORIGIN}/drawn`);
    const { rectangles } = await tab.evaluate(listCandidates);
    expect(rectangles.map(({ width, y }) => [width, y])).toEqual([
      [160, 300],
      [200, 650],
    ]);
  });

  test('of ten thousand pictures some, and soon', async ({ context }) => {
    const tab = await context.newPage();
    const body = `<body style="margin:0">${'<canvas width="50" height="50" style="position:absolute"></canvas>'.repeat(10_000)}`;
    await tab.route(`${ORIGIN}/drawn`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await tab.goto(`${ORIGIN}/drawn`);
    const { rectangles } = await tab.evaluate(listCandidates);
    expect(rectangles).toHaveLength(60);
  });
});

test.describe('what the popup says of a code it cannot read', () => {
  for (const [what, style, said] of [
    [
      'cut off by the edge of the page',
      'position:absolute;left:200px;top:-70px',
      /Part of a QR code is out of view/,
    ],
    ['too small', 'position:absolute;left:200px;top:200px;width:72px;height:72px', /drawn too small/],
    ['all there: nothing but what was found', 'position:absolute;left:200px;top:200px', /Found on this page/],
  ] as const) {
    test(what, async ({ context, lanyard }) => {
      await createVaultWithSam(lanyard, null);
      const tab = await context.newPage();
      // What is gone of it keeps it from being read at so few pixels a module.
      const body = `<body>${image(220, style)}<i style="position:absolute;left:224px;top:224px;width:${what === 'too small' ? 26 : 0}px;height:26px;background:gray"></i>`;
      await context.route(`${ORIGIN}/drawn`, (route) => route.fulfill({ contentType: 'text/html', body }));
      await tab.goto(`${ORIGIN}/drawn`);
      const popup = await lanyard.popup(tab);
      await popup.see(said);
    });
  }

  test('T29: another site’s code names the site it is on, whatever it calls itself', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    const address = 'https://larkmoor.clinic.example.evil.example/drawn';
    await context.route(address, (route) => route.fulfill({ contentType: 'text/html', body: image(220) }));
    await tab.goto(address);
    const popup = await lanyard.popup(tab);
    await popup.see('Found on this page');
    expect(await popup.text()).toContain('larkmoor.clinic.example.evil.example');
    const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
    expect(accounts.map(({ origins }) => origins)).toEqual([[]]);
  });

  test('T27: names that are markup are shown as text', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    const issuer = '<img src=x onerror=document.title=1>';
    const uri = `otpauth://totp/${encodeURIComponent(issuer)}:a?secret=JBSWY3DPEHPK3PXP&issuer=${encodeURIComponent(issuer)}`;
    await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(uri)}`);
    const popup = await lanyard.popup(tab);
    await popup.see('Found on this page');
    expect(await popup.text()).toContain(issuer);
    expect(await popup.evaluate(`document.querySelectorAll('img').length + document.title`)).not.toMatch(
      /1$/,
    );
  });
});
