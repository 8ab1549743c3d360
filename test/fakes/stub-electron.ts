import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships it: version 1, nine fuses. */
const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, 9]), Buffer.from('101100011')]);
const locales = ['en-US', 'es', 'de', 'fr'];
const frameworks = 'Electron.app/Contents/Frameworks';

/** What the packager needs to see of Electron; the binary itself cannot be fetched everywhere. */
export async function makeStubElectron(system: 'linux' | 'mac' | 'win', dist: string): Promise<void> {
  const put = async (path: string, content: string | Buffer = 'stub'): Promise<void> => {
    await mkdir(dirname(join(dist, path)), { recursive: true });
    await writeFile(join(dist, path), content);
  };
  const program = Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]);
  for (const path of ['LICENSE', 'LICENSES.chromium.html', 'version']) await put(path);
  if (system !== 'mac') {
    await mkdir(join(dist, 'resources'), { recursive: true });
    for (const locale of locales) await put(`locales/${locale}.pak`);
  }
  switch (system) {
    case 'linux':
      await put('electron', program);
      await chmod(join(dist, 'electron'), 0o755);
      await put('chrome-sandbox');
      break;
    case 'win':
      await put('electron.exe', windowsProgram());
      break;
    case 'mac':
      await put('Electron.app/Contents/Info.plist', plist('Electron'));
      // Machines tell what to sign from texts by bytes that no text has.
      await put('Electron.app/Contents/MacOS/Electron', program);
      await put(`${frameworks}/Electron Framework.framework/Electron Framework`, program);
      for (const locale of locales) {
        await put(`Electron.app/Contents/Resources/${locale.replace('-', '_')}.lproj/x`);
        await put(
          `${frameworks}/Electron Framework.framework/Versions/A/Resources/${locale.replace('-', '_')}.lproj/x`,
        );
      }
      for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
        const name = `Electron Helper${kind}`;
        await put(`${frameworks}/${name}.app/Contents/Info.plist`, plist(name));
        await put(`${frameworks}/${name}.app/Contents/MacOS/${name}`, program);
      }
  }
}

/** Does nothing; its resources name a version, as those of Electron do. Made with what the packager reads it with. */
function windowsProgram(): Buffer {
  const packager = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  const { NtExecutable, NtExecutableResource, Resource } = packager('resedit');
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  program.setExtraData(wire);
  return Buffer.from(program.generate());
}

const plist = (name: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string></dict></plist>`;

const fuseNames = [
  'run as node',
  'cookie encryption',
  'NODE_OPTIONS',
  '--inspect',
  'asar integrity',
  'only from asar',
  'own V8 snapshot',
  'file: privileges',
  'wasm trap handlers',
] as const;

/** The fuses that are on in a packed program. */
export function fusesOn(program: Buffer): readonly string[] {
  const at = program.indexOf(sentinel) + sentinel.length;
  const states = program.toString('latin1', at + 2, at + 2 + (program[at + 1] ?? 0));
  return fuseNames.filter((_, index) => states[index] === '1');
}
