import type { Machine } from './machine.ts';
import type { Obstacle } from './obstacle.ts';

/** Debian's package of each library that Electron names itself, without the `t64` that newer ones end in. */
const debianPackages: Readonly<Record<string, string>> = {
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/** Those that were renamed for times after 2038. */
const renamed = [
  'libasound2',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libglib2.0-0',
  'libgtk-3-0',
];

/** From what `ldd` or the loader itself prints, of glibc and of musl. */
export function missingLibraries(text: string): readonly string[] {
  const patterns = [
    /^\s*(\S+) => not found/gm,
    /error while loading shared libraries: ([^:\s]+):/g,
    /Error loading shared library ([^:\s]+):/g,
  ];
  return [
    ...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
  ];
}

export function libraryObstacle(
  names: readonly string[],
  { installer, hasTime64Names }: Pick<Machine, 'installer' | 'hasTime64Names'>,
): Obstacle {
  const [first = ''] = names;
  const what =
    names.length === 1
      ? `Electron needs the library ${first}, which is not installed here`
      : `Electron needs libraries that are not installed here (${names.join(', ')})`;
  return { what, command: commandFor(names, installer, hasTime64Names) };
}

function commandFor(
  names: readonly string[],
  installer: Machine['installer'],
  hasTime64Names: boolean,
): string | null {
  if (installer === null) return null;
  // RPM knows what a package provides by the name of the library.
  if (installer !== 'apt-get')
    return `sudo ${installer} install ${names.map((name) => `'${name}()(64bit)'`).join(' ')}`;
  const packages = names.flatMap((name) => {
    const found = debianPackages[name];
    if (found === undefined) return [];
    return [hasTime64Names && renamed.includes(found) ? `${found}t64` : found];
  });
  return packages.length === 0 ? null : `sudo apt-get install ${[...new Set(packages)].join(' ')}`;
}
