import { createRandom, integer, pick, type Random } from '../../src/simulator/random.ts';
import { readingOf } from '../../src/watch/dialler/reading-of.ts';
import { parseReply } from '../../src/watch/dialler/reply.ts';
import { secretFinder } from '../../src/watch/dialler/secret-finder.ts';
import { finish, inOneStep } from '../../src/watch/dialler/steps.ts';
import { secretSpellingsOf } from './secret-spellings.ts';

export interface SecretFigures {
  readonly passwords: number;
  readonly spellings: number;
  /** Answers in which a spelling was left. */
  readonly shown: number;
  readonly example: string;
}

const letters = [...'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'] as [string, ...string[]];
const signs = [...'#+%&<>"\'\\/!?*()[]{}=,.;:@$ ~^éñü€'] as [string, ...string[]];

/** Passwords of 16 to 24 characters, each repeated in every spelling, in a success and in an error. */
export function fuzzSecrets(passwords: number, seed: number): SecretFigures {
  const random = createRandom(seed + 2);
  let [spellings, shown, example] = [0, 0, ''];
  for (let done = 0; done < passwords; done += 1) {
    const secret = passwordOf(random);
    const holdsSecret = secretFinder(secret);
    const all = secretSpellingsOf(secret);
    spellings = all.size;
    for (const [name, text] of all) {
      const fields = { status: text, campaign_name: text, call_type: text, vendor_lead_code: text };
      const bodies = [{ result: 'success', data: fields }, { result: text }, { code: text, message: text }];
      for (const body of bodies) {
        const context = { status: 200, format: 'json', nowWallMs: 0, holdsSecret } as const;
        const bytes = Buffer.from(JSON.stringify(body));
        const answer = finish(parseReply(bytes, context, inOneStep(readingOf)));
        const { status, campaignName, callType, vendorLeadCode } = answer.ok
          ? answer.value.said
          : { status: answer.error.detail ?? '', campaignName: '', callType: '', vendorLeadCode: '' };
        if ([status, campaignName, callType, vendorLeadCode].every((one) => one === '' || one === '•••'))
          continue;
        shown += 1;
        example = `${secret} ${name}`;
      }
    }
  }
  return { passwords, spellings, shown, example };
}

function passwordOf(random: Random): string {
  const length = integer(random, 16, 24);
  return Array.from({ length }, (_, at) => pick(random, at % 3 === 2 ? signs : letters)).join('');
}
