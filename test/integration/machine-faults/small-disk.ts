import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a file system can be mounted the disk is really full; elsewhere every write says that it is. */
export const fullBy = (): string => (canMount() ? 'a small disk' : 'writes that fail with ENOSPC');

export interface SmallDisk {
  readonly folder: string;
  readonly fill: () => Promise<void>;
  readonly makeRoom: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

export const smallDisk = (): Promise<SmallDisk> => (canMount() ? mountedDisk() : pretendedDisk());

const mount = (folder: string): void =>
  void execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
const unmount = (folder: string): void => {
  execFileSync('umount', [folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true });
};
const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'croco-tray-disk-'));

function canMount(): boolean {
  const folder = makeFolder();
  try {
    mount(folder);
    unmount(folder);
    return true;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

async function mountedDisk(): Promise<SmallDisk> {
  const folder = makeFolder();
  mount(folder);
  const filler = join(folder, 'somebody else’s film');
  return {
    folder,
    fill: async () => {
      const film = await open(filler, 'w');
      try {
        for (;;) await film.write(Buffer.alloc(4_096));
      } catch {
        // Full.
      } finally {
        await film.close();
      }
    },
    makeRoom: () => rm(filler),
    [Symbol.asyncDispose]: async () => unmount(folder),
  };
}

/** What a file handle does when it writes is the same for all of them. */
async function pretendedDisk(): Promise<SmallDisk> {
  const folder = makeFolder();
  const path = join(folder, 'any');
  await writeFile(path, '');
  const handle = await open(path);
  const prototype: { writeFile: unknown } = Object.getPrototypeOf(handle);
  await handle.close();
  await rm(path);
  const { writeFile: works } = prototype;
  const makeRoom = async (): Promise<void> => {
    prototype.writeFile = works;
  };
  return {
    folder,
    fill: async () => {
      prototype.writeFile = async () => {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      };
    },
    makeRoom,
    [Symbol.asyncDispose]: async () => {
      await makeRoom();
      rmSync(folder, { recursive: true });
    },
  };
}
