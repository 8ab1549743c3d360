import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { DiallerClient } from '../../watch/dialler/client.ts';

type Answered<T> = Promise<Result<T, Problem> | 'aborted'>;

/** The same client; what goes wrong is noted on its way by. */
export function withProblemsNoted(client: DiallerClient, note: (problem: Problem) => void): DiallerClient {
  async function noting<T>(answered: Answered<T>): Answered<T> {
    const answer = await answered;
    if (answer !== 'aborted' && !answer.ok) note(answer.error);
    return answer;
  }
  return {
    getLiveAgentInfo: (request) => noting(client.getLiveAgentInfo(request)),
    getRoster: (access) => noting(client.getRoster(access)),
    getFloorTotals: (access) => noting(client.getFloorTotals(access)),
  };
}
