import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import { press } from '../../hand.ts';
import { field, meaning, openStatuses, three, type } from './open-statuses.tsx';

describe('taking it along', () => {
  it('copies what was typed last, too', async () => {
    const order: string[] = [];
    await openStatuses([meaning('LUNCH')], {
      changePreferences: () => {
        order.push('change');
        return Promise.resolve(succeed(null));
      },
      exportDictionary: () => {
        order.push('export');
        return Promise.resolve(succeed({ count: 12 }));
      },
    });
    await press(/^LUNCH/);
    await type('Label', 'Food');
    await press('Copy as JSON');
    expect(order).toEqual(['change', 'export']);
    expect(screen.getByText('12 statuses copied.')).toBeDefined();
  });

  it('an import tells how many came in, and can be undone', async () => {
    const texts: string[] = [];
    const fake = await openStatuses(three, {
      importDictionary: ({ text }) => {
        texts.push(text);
        return Promise.resolve(succeed({ count: 1 }));
      },
    });
    await press('Import…');
    await type('Text of an export', '{"kind":"x"}');
    await press('Import');
    expect(texts).toEqual(['{"kind":"x"}']);
    expect(screen.getByText('1 status imported.')).toBeDefined();
    expect(screen.queryByRole('textbox', { name: 'Text of an export' })).toBeNull();
    fake.update({ preferences: { ...fake.view.preferences, dictionary: [meaning('OTHER')] } });
    await press('Undo');
    expect(fake.changes).toEqual([{ dictionary: three }]);
  });

  it('an import that is none says so beside the text, which stays', async () => {
    await openStatuses(three, {
      importDictionary: () => Promise.resolve(fail({ kind: 'bad-dictionary' })),
    });
    await press('Import…');
    await press('Import');
    expect(screen.getByText('Paste the text of an export first.')).toBeDefined();
    await type('Text of an export', '{ "half');
    await press('Import');
    expect(screen.getByText(/^This is not a status dictionary/)).toBeDefined();
    expect(field('Text of an export')).toHaveProperty('value', '{ "half');
  });
});
