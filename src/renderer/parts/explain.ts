import type { TFunction } from 'i18next';
import type { RequestError } from '../../shared/bridge.ts';
import { isProblemDetail, type Problem, type ProblemDetail, type ProblemKind } from '../../shared/problem.ts';
import { assertNever } from '../../shared/result.ts';

/** What to tell about something that went wrong: what it is, and what can be done. */
export interface Explanation {
  readonly title: string;
  readonly advice: string;
}

/** The words of one language. */
type Say = (
  key: `problem.${ProblemKind}.${keyof Explanation}` | `problemDetail.${ProblemDetail}` | 'agents.withheld',
) => string;

/** The one way a problem is put into words, wherever the user meets it whole. */
export function explainProblem(say: Say, { kind, detail }: Problem): Explanation {
  const title = say(`problem.${kind}.title`);
  const fact = detail !== undefined && isProblemDetail(detail) ? say(`problemDetail.${detail}`) : detail;
  return {
    title: fact === undefined ? title : `${title} (${fact})`,
    advice: say(`problem.${kind}.advice`),
  };
}

/** Somebody has to log in to a proxy first. */
export const isProxyLogin = (error: RequestError): boolean =>
  error.kind === 'dialler' && error.problem.kind === 'proxy-login';

/** What is wrong with one agent while others are answered. */
export const ownProblem = (say: Say, kind: ProblemKind): string =>
  kind === 'no-permission' ? say('agents.withheld') : say(`problem.${kind}.title`);

export function explainError(t: TFunction, error: RequestError): Explanation {
  switch (error.kind) {
    case 'dialler':
      return explainProblem(t, error.problem);
    case 'bad-address':
      return { title: t(`connect.address.${error.reason}`), advice: '' };
    case 'crm':
      return { title: t(`request.crm.${error.reason}`), advice: '' };
    case 'bad-dictionary':
    case 'invalid-request':
    case 'internal':
    case 'too-many-attempts':
      return { title: t(`request.${error.kind}`), advice: '' };
    default:
      return assertNever(error);
  }
}
