/**
 * The Electron project looks after its latest three majors. These are the last days of each that we know of, from
 * its published schedule; of a newer one that has no day yet, the last day of the one before it is safe to say.
 * A new major here is a line here: https://releases.electronjs.org/schedule
 */
const supportedUntil: ReadonlyMap<number, string> = new Map([
  [44, '2027-03-02'],
  [45, '2027-03-02'],
]);

export interface ElectronSupport {
  readonly version: string;
  /** Null for a major that the table above does not know. */
  readonly until: string | null;
  readonly isSupported: boolean;
}

export function electronSupport(version: string, today: Date): ElectronSupport {
  const until = supportedUntil.get(Number(version.split('.')[0])) ?? null;
  return { version, until, isSupported: until !== null && today.toISOString().slice(0, 10) <= until };
}
