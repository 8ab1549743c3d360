/** The packager's own words for a system. */
const systems: Readonly<Record<string, NodeJS.Platform>> = {
  '--linux': 'linux',
  '-l': 'linux',
  '--mac': 'darwin',
  '--macos': 'darwin',
  '-m': 'darwin',
  '-o': 'darwin',
  '--win': 'win32',
  '--windows': 'win32',
  '-w': 'win32',
};

export interface PackagerMachine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** What macOS lists of its keychains; asked only where it decides. */
  readonly certificates: () => string;
}

/** The words for the packager: those that were given, and what electron-builder.yml cannot say of one system alone. */
export function packagerWords(
  given: readonly string[],
  machine: PackagerMachine,
): { readonly words: readonly string[] } | { readonly problem: string } {
  const named = new Set(given.flatMap((word) => systems[word] ?? []));
  if (named.size > 1 || given.some((word) => /^-[mwlo]{2,}$/.test(word))) {
    return { problem: 'Package for one system at a time: --linux, --mac or --win.' };
  }
  const [system = machine.platform] = named;
  switch (system) {
    case 'linux':
      // Names the folder in /opt. With a space in it Chromium does not find its sandbox (docs/electron.md §6.2).
      return { words: [...given, '-c.productName=croco-tray'] };
    case 'darwin':
      // Apple silicon runs nothing without a signature, be it of nobody (docs/electron.md §10.2).
      return { words: hasIdentity(given, machine) ? given : [...given, '-c.mac.identity=-'] };
    default:
      return { words: given };
  }
}

function hasIdentity(given: readonly string[], { env, certificates }: PackagerMachine): boolean {
  if (given.some((word) => word.startsWith('-c.mac.identity'))) return true;
  if (env['CSC_LINK'] || env['CSC_NAME'] || env['CSC_KEYCHAIN']) return true;
  return (
    env['CSC_IDENTITY_AUTO_DISCOVERY'] !== 'false' && certificates().includes('"Developer ID Application:')
  );
}
