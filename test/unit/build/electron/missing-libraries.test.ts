import { expect, test } from 'vitest';
import { libraryObstacle, missingLibraries } from '../../../../build/electron/missing-libraries.ts';

const loader =
  '/app/electron: error while loading shared libraries: libgbm.so.1: cannot open shared object file: No such file or directory';

test.each([
  [
    'ldd',
    '\tlibnspr4.so => not found\n\tlibnss3.so => not found\n\tlibm.so.6 => /lib/libm.so.6 (0x7f)\n',
    ['libnspr4.so', 'libnss3.so'],
  ],
  ['the loader of glibc', loader, ['libgbm.so.1']],
  [
    'ldd of musl',
    'Error loading shared library libgtk-3.so.0: No such file or directory (needed by /app/electron)',
    ['libgtk-3.so.0'],
  ],
  ['ldd, twice', '\tlibnss3.so => not found\n\tlibnss3.so => not found\n', ['libnss3.so']],
  ['a program without any', '\tnot a dynamic executable\n', []],
])('the words of %s are understood', (_who, text, expected) => {
  expect(missingLibraries(text)).toEqual(expected);
});

test.each([
  ['apt-get', false, 'sudo apt-get install libnss3 libasound2 libgtk-3-0'],
  ['apt-get', true, 'sudo apt-get install libnss3 libasound2t64 libgtk-3-0t64'],
  [
    'dnf',
    false,
    "sudo dnf install 'libnss3.so()(64bit)' 'libnssutil3.so()(64bit)' 'libasound.so.2()(64bit)' 'libgtk-3.so.0()(64bit)'",
  ],
  [
    'zypper',
    false,
    "sudo zypper install 'libnss3.so()(64bit)' 'libnssutil3.so()(64bit)' 'libasound.so.2()(64bit)' 'libgtk-3.so.0()(64bit)'",
  ],
  [null, false, null],
] as const)(
  '%s, with names of 2024: %s, installs them by one command',
  (installer, hasTime64Names, command) => {
    const names = ['libnss3.so', 'libnssutil3.so', 'libasound.so.2', 'libgtk-3.so.0'];
    const obstacle = libraryObstacle(names, { installer, hasTime64Names });
    expect(obstacle).toEqual({
      what: 'Electron needs libraries that are not installed here (libnss3.so, libnssutil3.so, libasound.so.2, libgtk-3.so.0)',
      command,
    });
  },
);

test('a library whose package nobody knows is named all the same', () => {
  expect(libraryObstacle(['libodd.so.9'], { installer: 'apt-get', hasTime64Names: true })).toEqual({
    what: 'Electron needs the library libodd.so.9, which is not installed here',
    command: null,
  });
});
