import { Component, type ReactNode } from 'react';
import { PageContext } from './context.ts';
import { crashReportOf } from './crash-report.ts';
import { Crashed } from './screens/crashed/Crashed.tsx';

interface CrashGuardProps {
  readonly children: ReactNode;
}

/** An exception while drawing is reported to main and leaves one sentence, never an empty window. */
export class CrashGuard extends Component<CrashGuardProps, { readonly hasCrashed: boolean }> {
  static override contextType = PageContext;
  declare context: React.ContextType<typeof PageContext>;

  override state = { hasCrashed: false };

  static getDerivedStateFromError = () => ({ hasCrashed: true });

  override componentDidCatch(error: unknown): void {
    void this.context?.api.reportCrash({ report: crashReportOf(error) });
  }

  override render = (): ReactNode => (this.state.hasCrashed ? <Crashed /> : this.props.children);
}
