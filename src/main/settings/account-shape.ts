import { z } from 'zod';
import { type Account, accountId, agentKey, formats, methods } from '../../shared/account.ts';
import { parseServerAddress } from '../../shared/server-address.ts';
import { forgivingList } from './row-parts.ts';
import { agentUserShape } from './shapes.ts';

/**
 * Where a password is sent is never guessed: an account's address and user are right, or the whole file
 * is not. The id is made anew, or an edited file could send one dialler's password to another.
 */
const accountShape = z
  .object({
    baseUrl: z.string().transform((typed, context) => {
      const address = parseServerAddress(typed);
      if (address.ok) return address.value;
      context.addIssue(address.error);
      return z.NEVER;
    }),
    apiUser: z.string().min(1),
    method: z.enum(methods).catch('post'),
    format: z.enum(formats).catch('json'),
    agentUsers: forgivingList(agentUserShape, Number.POSITIVE_INFINITY, agentKey).catch([]),
  })
  .transform((fields): Account => ({ id: accountId(fields.apiUser, fields.baseUrl), ...fields }));

export const accountsShape = z
  .array(accountShape)
  .transform((accounts) => [...new Map(accounts.map((one) => [one.id, one])).values()]);
