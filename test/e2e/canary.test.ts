import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canaries } from '../canary/canaries.ts';
import { apiUser, type CanaryStage, setCanaryStage } from '../canary/canary-stage.ts';
import { connectByForm, hearEchoes, liveOn, takeCalls } from '../canary/play.ts';
import { readFolder } from '../canary/read-folder.ts';
import { type Finding, type Piece, type Place, search, tableOf } from '../canary/search.ts';
import { host } from './driver/launch.ts';

type Must = 'password' | 'wrong password' | 'number' | 'number shown' | 'number copied';

/** Where each has to be found; what is found anywhere else is a leak. */
const musts: Readonly<Record<string, readonly Must[]>> = {
  'requests: bodies': ['password', 'wrong password'],
  'answers of the dialler': ['password', 'number', 'number shown', 'number copied'],
  'bridge: sign-in and connect': ['password', 'wrong password'],
  'bridge: Show number': ['number shown'],
  'clipboard and browser': ['number copied'],
  'page while the password is typed': ['password', 'wrong password'],
  keychain: ['password'],
};

describe.runIf(host === 'preview')('a password and numbers that nothing else looks like', () => {
  let stage: CanaryStage;
  let findings: readonly Finding[];

  beforeAll(async () => {
    stage = await setCanaryStage();
    findings = search(await playAndCollect(stage), canaries);
    const table = tableOf(findings, canaries);
    console.log(`\n${table}\n`);
    const folder = join(import.meta.dirname, '../../artefacts');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'canary.txt'), `${table}\n`);
  }, 240_000);
  afterAll(() => stage[Symbol.asyncDispose]());

  it('were looked for in every place, in each of which there was something to find', () => {
    expect(findings.filter(({ hasWitness }) => !hasWitness).map(({ place }) => place)).toEqual([]);
    expect(findings.map(({ place }) => place)).toEqual(expect.arrayContaining(Object.keys(musts)));
  });

  it('are found where they must be', () => {
    for (const [place, wanted] of Object.entries(musts)) {
      const hits = findings.find((finding) => finding.place === place)?.hits ?? [];
      const found = new Set(hits.map(({ canary }) => canary));
      expect([place, wanted.filter((canary) => !found.has(canary))]).toEqual([place, []]);
    }
  });

  it('are found nowhere else: not on disk, in no address, no message, no log, no diagnostics, not in the page', () => {
    const leaks = findings.flatMap(({ place, hits }) =>
      hits
        .filter(({ canary }) => !musts[place]?.some((must) => must === canary))
        .map(({ canary, spelling, label }) => `${canary}, ${spelling}, in ${place}: ${label}`),
    );
    expect(leaks).toEqual([]);
  });
});

async function playAndCollect(stage: CanaryStage): Promise<readonly Place[]> {
  const { app, witness, proxy } = stage;
  const duringForm: Piece[] = [];
  await connectByForm(stage, async () => void duringForm.push(await witness.heap()));
  const afterForm = [await witness.heap(), await witness.storesAndDocument()];
  await takeCalls(stage);
  await hearEchoes(stage);
  await liveOn(stage);
  const atEnd = [await witness.heap(), await witness.storesAndDocument()];
  const keychain = await stage.keychain();
  const process = await stage.process();
  const temporary = await readFolder(stage.temporary);
  const copied = (await app.messages()).map(({ kind, text }) => pieceOf(kind, text));
  expect(await app.quit()).toBe(0);

  const { messages } = witness;
  const bridge = (wanted: (channel: string, direction: string) => boolean): readonly Piece[] =>
    messages
      .filter(({ channel, direction }) => wanted(channel, direction))
      .map(({ channel, direction, data }) => pieceOf(`${channel} ${direction}`, data));
  const carriesPassword = (channel: string, direction: string) =>
    direction === 'to main' && /^(?:checkAccount|connectAccount|signIn)$/.test(channel);
  const shows = (channel: string, direction: string) => direction === 'to page' && channel === 'revealAgent';
  const isDiagnostics = ({ bytes }: Piece) => bytes.toString().startsWith('Croco Tray diagnostics');
  const placeOf = (name: string, pieces: readonly Piece[], text: string): Place => ({
    name,
    pieces,
    witness: text,
  });
  const files = await readFolder(stage.userData);
  return [
    placeOf('requests: bodies', proxy.bodies, 'getLiveAgentInfo'),
    placeOf('requests: addresses and headers', proxy.heads, '/goUsers/goAPI.php'),
    placeOf('answers of the dialler', proxy.answers, 'CAMP001'),
    placeOf('bridge: sign-in and connect', bridge(carriesPassword), apiUser),
    placeOf('bridge: Show number', bridge(shows), 'callerId'),
    placeOf(
      'bridge: all else',
      bridge((channel, direction) => !carriesPassword(channel, direction) && !shows(channel, direction)),
      '•••4471',
    ),
    placeOf(
      'clipboard and browser',
      copied.filter((piece) => !isDiagnostics(piece)),
      'crm.example',
    ),
    placeOf('diagnostics', copied.filter(isDiagnostics), 'wrong-credentials'),
    placeOf('icon, menu and notifications', witness.desktop.map(withoutMessages), 'Call connected'),
    placeOf('page while the password is typed', duringForm, apiUser),
    placeOf('page after signing in', afterForm, apiUser),
    placeOf('page at the end', atEnd, apiUser),
    placeOf('settings, inbox and all of the app’s folder', files, apiUser),
    placeOf(
      'logs',
      files.filter(({ label }) => label.startsWith('logs')),
      'popover gone',
    ),
    placeOf('stdout and stderr', [pieceOf('output', app.output())], 'Preview ready'),
    placeOf('temporary files, the browser’s too', temporary, 'playwright_chromiumdev_profile'),
    placeOf('rest of the home folder', await stage.home(), 'run'),
    placeOf('command line and environment', process, 'src/preview/main.ts'),
    placeOf('keychain', [keychain], apiUser),
  ];
}

const pieceOf = (label: string, text: string): Piece => ({ label, bytes: Buffer.from(text) });

/** The stand-in's clipboard and browser are a place of their own. */
function withoutMessages({ label, bytes }: Piece): Piece {
  const { desktop, ...rest } = JSON.parse(bytes.toString());
  return pieceOf(label, JSON.stringify({ ...rest, desktop: { ...desktop, messages: [] } }));
}
