import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createInboxFile } from '../../../src/main/inbox/inbox-file.ts';
import { createSettingsFile } from '../../../src/main/settings/settings-file.ts';
import { importDictionary } from '../../../src/main/statuses/dictionary-text.ts';
import { createQuietLog } from '../../fakes/quiet-log.ts';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';
import { dictionary, inbox, settings } from '../../fixtures/first-edition.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

it('the settings and the inbox of the first edition load whole, each field as it was', async () => {
  await using directory = await makeTemporaryDirectory();
  await cp(fixtures, directory.path, { recursive: true });
  const log = createQuietLog();
  const load = (file: typeof createSettingsFile | typeof createInboxFile, name: string) =>
    file({ path: join(directory.path, `${name}-first-edition.json`), log }).load();
  expect(await load(createSettingsFile, 'settings')).toEqual(settings);
  expect(await load(createInboxFile, 'inbox')).toEqual(inbox);
  expect(log.lines).toEqual([]);
});

it('statuses exported by the first edition are taken, each field as it was', async () => {
  const text = await readFile(join(fixtures, 'dictionary-first-edition.json'), 'utf8');
  expect(importDictionary(text, [])).toEqual({ ok: true, value: { dictionary, count: 3 } });
});
