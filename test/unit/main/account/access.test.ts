import { expect, it } from 'vitest';
import { createAccess } from '../../../../src/main/account/access.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { anAccount } from '../../../fakes/builders.ts';

it('the dialler is asked as the account in use, with its password; the demo has its own', async () => {
  const store = createAppStore();
  const access = createAccess({
    store,
    secrets: { get: async (id) => (id === anAccount().id ? 'stored' : null) },
    demo: { password: () => 'of the demo' },
  });
  expect(await access()).toBeNull();
  store.setState({ account: anAccount() });
  expect(await access()).toEqual(succeed({ account: anAccount(), password: 'stored' }));
  const demo = anAccount({ id: 'demo', isDemo: true });
  store.setState({ account: demo });
  expect(await access()).toEqual(succeed({ account: demo, password: 'of the demo' }));
  store.setState({ account: anAccount({ id: 'signed out' }) });
  expect(await access()).toEqual(fail({ kind: 'no-password' }));
});
