import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';

/** A disk on which only half of what is written finds room while it is full, and whoever writes is told so. */
export async function smallDisk() {
  const directory = await makeTemporaryDirectory();
  const path = join(directory.path, 'any');
  const handle = await open(path, 'wx');
  // What a file handle does when it writes is the same for all of them.
  const prototype: { writeFile: (this: FileHandle, text: string) => Promise<void> } =
    Object.getPrototypeOf(handle);
  await handle.close();
  await rm(path);
  const { writeFile } = prototype;
  const makeRoom = (): void => {
    prototype.writeFile = writeFile;
  };
  return {
    folder: directory.path,
    fill: (): void => {
      prototype.writeFile = async function (text) {
        await writeFile.call(this, text.slice(0, text.length / 2));
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      };
    },
    makeRoom,
    [Symbol.asyncDispose]: async (): Promise<void> => {
      makeRoom();
      await directory[Symbol.asyncDispose]();
    },
  };
}
