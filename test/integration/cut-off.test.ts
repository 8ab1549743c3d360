import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { launchChromium } from '../fakes/chromium.ts';

/** What `cutOff` and `confinePages` set in Electron, as Chromium's own switches. */
const asWeSetIt = [
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];

/** A page's policy does not stop WebRTC: it asks whoever it is told to. */
async function reachedBy(switches: readonly string[]) {
  const reached = { udp: false, tcp: false };
  const udp = createSocket('udp4').on('message', () => {
    reached.udp = true;
  });
  udp.bind(0, '127.0.0.1');
  const tcp = createServer((socket) => {
    reached.tcp = true;
    socket.on('error', () => undefined).destroy();
  }).listen(0, '127.0.0.1');
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
  const address = tcp.address();
  const tcpPort = typeof address === 'object' && address !== null ? address.port : 0;
  const servers = [
    { urls: `stun:127.0.0.1:${udp.address().port}` },
    { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'x', credential: 'y' },
  ];
  const browser = await launchChromium(switches);
  try {
    const page = await browser.newPage();
    await page.goto('data:text/html,x');
    await page.evaluate(`(async () => {
      const connection = new RTCPeerConnection({ iceServers: ${JSON.stringify(servers)} });
      connection.createDataChannel('x');
      await connection.setLocalDescription();
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    })()`);
  } finally {
    await browser.close();
    udp.close();
    tcp.close();
  }
  return reached;
}

describe('a page that uses WebRTC', () => {
  it('reaches others in a Chromium as it comes', async () => {
    expect(await reachedBy([])).toEqual({ udp: true, tcp: true });
  });

  it('reaches nobody in one that is cut off as ours is', async () => {
    expect(await reachedBy(asWeSetIt)).toEqual({ udp: false, tcp: false });
  });
});
