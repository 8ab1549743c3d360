import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CheckReport } from '../../../shared/bridge.ts';
import { Banner } from '../../parts/Banner.tsx';
import { ownProblem } from '../../parts/explain.ts';

/** What the dialler said of each agent that was named. */
export function CheckOutcome({ report }: { readonly report: CheckReport }) {
  const { t } = useTranslation();
  const isDoubtful = report.agents.some(({ said }) => said.kind === 'unknown' || said.kind === 'problem');
  const lines = linesOf(t, report);
  return (
    <Banner tone={isDoubtful ? 'warning' : 'good'} title={titleOf(t, report)}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Banner>
  );
}

const namesOf = ({ agents }: CheckReport, kind: 'on' | 'off' | 'unknown'): readonly string[] =>
  agents.flatMap(({ agentUser, said }) => (said.kind === kind ? [agentUser] : []));

function titleOf(t: TFunction, report: CheckReport): string {
  if (report.agents.length === 0) return t('connect.testedNobody');
  for (const { agentUser: agent, said } of report.agents) {
    if (said.kind === 'on') return t('connect.tested', { agent, status: said.status });
  }
  const [off] = namesOf(report, 'off');
  return off === undefined ? t('connect.testedUnknown') : t('connect.testedIdle', { agent: off });
}

function linesOf(t: TFunction, report: CheckReport): readonly string[] {
  const { agents, untried } = report;
  const off = namesOf(report, 'off');
  const unknown = namesOf(report, 'unknown');
  const problems = agents.flatMap(({ agentUser, said }) =>
    said.kind === 'problem' ? [{ agent: agentUser, problem: ownProblem(t, said.problem.kind) }] : [],
  );
  const left = problems.length - mostNames;
  return [
    agents.length > 1
      ? [t('connect.checked.on', { on: namesOf(report, 'on').length, total: agents.length })]
      : [],
    off.length > 0 && agents.length > 1 ? [t('connect.checked.off', { agents: listed(t, off) })] : [],
    unknown.length > 0 ? [t('connect.checked.unknown', { agents: listed(t, unknown) })] : [],
    problems.slice(0, mostNames).map((one) => t('connect.checked.problem', one)),
    left > 0 ? [t('connect.checked.more', { left })] : [],
    untried > 0 ? [t('connect.checked.untried', { left: untried })] : [],
  ].flat();
}

const mostNames = 8;

function listed(t: TFunction, names: readonly string[]): string {
  const left = names.length - mostNames;
  return [...names.slice(0, mostNames), ...(left > 0 ? [t('connect.checked.more', { left })] : [])].join(
    ', ',
  );
}
