import { isProblemDetail, type Problem, type ProblemDetail, type ProblemKind } from '../shared/problem.ts';

/** What to tell about something that went wrong: what it is, and what can be done. */
export interface Explanation {
  readonly title: string;
  readonly advice: string;
}

/** The words of one language. */
type Say = (key: `problem.${ProblemKind}.${keyof Explanation}` | `problemDetail.${ProblemDetail}`) => string;

/** The one way a problem is put into words, wherever the user meets it whole. */
export function explainProblem(say: Say, { kind, detail }: Problem): Explanation {
  const title = say(`problem.${kind}.title`);
  const fact = detail !== undefined && isProblemDetail(detail) ? say(`problemDetail.${detail}`) : detail;
  return {
    title: fact === undefined ? title : `${title} (${fact})`,
    advice: say(`problem.${kind}.advice`),
  };
}
