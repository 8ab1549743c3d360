import { catalogue } from '../../../src/shared/words/catalogue.ts';

/** One way for the machine to fail the app. */
export interface MachineFault {
  readonly name: string;
  /** What the user reads, in English; null when there is nothing to say. */
  readonly sentence: string | null;
  readonly recovery: string;
}

const { notice, secretReason, sessionOnly } = catalogue.en.popover;
const { noPassword, noKeychain, unread, unreadAdvice } = catalogue.en.signIn;

/** Stands where a name or a path of the case at hand would be. */
export const blank = '…';
const filled = (text: string): string => text.replaceAll(/\{\{\w+\}\}/g, blank);

const thisRunOnly = (reason: keyof typeof secretReason): string =>
  sessionOnly.replace('{{reason}}', secretReason[reason]);

export const keychainFaults = {
  absent: {
    name: 'keychain absent: its library does not load',
    sentence: `${filled(noPassword)} ${noKeychain}`,
    recovery: 'A typed password works for this run; the next run asks again.',
  },
  unserved: {
    name: 'keychain absent: no service answers on the bus',
    sentence: `${filled(noPassword)} ${noKeychain}`,
    recovery: 'A typed password works for this run; the next run asks again.',
  },
  locked: {
    name: 'keychain locked, and its prompt ignored for minutes',
    sentence: `${unread} ${unreadAdvice}`,
    recovery: 'Once it is unlocked, watching begins by itself; nobody is prompted twice.',
  },
  denying: {
    name: 'keychain denies reading',
    sentence: `${unread} ${unreadAdvice}`,
    recovery:
      'At the press of “Read the keychain again”, or with a typed password; it is never asked unbidden.',
  },
  vanishing: {
    name: 'keychain vanishes while the app runs',
    sentence: thisRunOnly('refused'),
    recovery: 'Watching goes on with the password it has; the first sign-in after it is back is kept again.',
  },
  deaf: {
    name: 'keychain cannot be reached when signing out',
    sentence: notice['password-left'],
    recovery:
      'Nothing is asked of the dialler any more; the sentence goes with the next password that is kept.',
  },
  slow: {
    name: 'keychain answers after a prompt of 30 s',
    sentence: null,
    recovery: '“Connecting…” until then; watching begins with the answer.',
  },
  forgetful: {
    name: 'keychain returns null for what it just took',
    sentence: thisRunOnly('refused'),
    recovery: 'The password is kept for this run; the next sign-in tries the keychain again.',
  },
} as const satisfies Record<string, MachineFault>;

export const fileFaults = {
  'settings-truncated': {
    name: 'settings file truncated',
    sentence: filled(notice['settings-broken']),
    recovery: 'Fresh settings at once, saved from then on; the old file lies beside them, untouched.',
  },
  'settings-unreadable': {
    name: 'settings file unreadable',
    sentence: filled(notice['settings-broken']),
    recovery: 'Fresh settings at once, saved from then on; the old file lies beside them, untouched.',
  },
  'settings-immovable': {
    name: 'settings file neither usable nor movable',
    sentence: notice['settings-not-saved'],
    recovery: 'It is never overwritten; what is changed holds until the app quits.',
  },
  'settings-newer': {
    name: 'settings file from a newer version',
    sentence: filled(notice['settings-newer']),
    recovery: 'Fresh settings at once; the newer file lies beside them for the newer version.',
  },
  'settings-unwritable': {
    name: 'settings file cannot be written',
    sentence: notice['settings-not-saved'],
    recovery: 'Tried again after 2 s, then at least once a minute, and when the app quits.',
  },
  'settings-disk-full': {
    name: 'disk full while settings are saved',
    sentence: notice['settings-not-saved'],
    recovery:
      'Saved by itself within a minute of there being room again; the old file stays whole until then.',
  },
  'settings-changed': {
    name: 'settings file changed by something else between two runs',
    sentence: filled(notice['settings-edited']),
    recovery:
      'What it says now is used; the file as it was found lies beside it, and the next run is as usual.',
  },
  'settings-edited': {
    name: 'settings file broken by an editor while the app runs',
    sentence: filled(notice['settings-not-taken']),
    recovery:
      'The app goes on with its own settings, and writes them again; the broken file lies beside them.',
  },
  'settings-pipe': {
    name: 'a pipe in the place of the settings file',
    sentence: filled(notice['settings-broken']),
    recovery: 'It is not waited for; fresh settings at once, saved from then on.',
  },
  'inbox-truncated': {
    name: 'inbox file truncated',
    sentence: filled(notice['inbox-kept-aside']),
    recovery: 'The inbox starts empty and is saved from then on; the old file lies beside it.',
  },
  'inbox-unreadable': {
    name: 'inbox file unreadable',
    sentence: filled(notice['inbox-kept-aside']),
    recovery: 'The inbox starts empty and is saved from then on; the old file lies beside it.',
  },
  'inbox-immovable': {
    name: 'inbox file neither usable nor movable',
    sentence: notice['inbox-not-saved'],
    recovery: 'It is never overwritten; the inbox holds until the app quits.',
  },
  'inbox-newer': {
    name: 'inbox file from a newer version',
    sentence: filled(notice['inbox-kept-aside']),
    recovery: 'The inbox starts empty; the newer file lies beside it for the newer version.',
  },
  'inbox-unwritable': {
    name: 'inbox file cannot be written',
    sentence: notice['inbox-not-saved'],
    recovery: 'Tried again by itself, at least once a minute, and when the app quits.',
  },
  'inbox-disk-full': {
    name: 'disk full while the inbox is saved',
    sentence: notice['inbox-not-saved'],
    recovery:
      'Saved by itself within a minute of there being room again; the old file stays whole until then.',
  },
} as const satisfies Record<string, MachineFault>;

export const processFaults = {
  'two-launches': {
    name: 'two launches at once',
    sentence: null,
    recovery: 'One runs and shows its window; the other has told it so, touched no file and ended.',
  },
  killed: {
    name: 'SIGKILL in the middle of every kind of write, 100 times',
    sentence: null,
    recovery:
      'Settings and inbox load as they were last saved; nothing else is kept, and no stray file is left.',
  },
} as const satisfies Record<string, MachineFault>;

export const desktopFaults = {
  'page-crash': {
    name: 'popover renderer crashes',
    sentence: null,
    recovery:
      'Its page is loaded again after a second, at once for whoever opens it; polls and alerts go on.',
  },
  'page-crash-again': {
    name: 'popover renderer crashes again and again',
    sentence: null,
    recovery: 'Each wait doubles up to a minute, and begins anew once a page has lived for one.',
  },
  'no-tray': {
    name: 'tray host absent (Linux)',
    sentence: notice['no-tray'],
    recovery:
      'The window opens after a minute; the icon comes, and the sentence goes, within 30 s of a host.',
  },
  'late-tray': {
    name: 'tray host starts after the app (Linux)',
    sentence: null,
    recovery: 'The icon is made again within 2 s of the host.',
  },
  'tray-restarts': {
    name: 'tray host restarting while it is looked for (Linux)',
    sentence: null,
    recovery: 'A host that does not answer for a moment is asked on; the icon is made once it does.',
  },
} as const satisfies Record<string, MachineFault>;
