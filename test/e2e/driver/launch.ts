import type { AppDriver, LaunchOptions } from './app-driver.ts';
import { launchElectron } from './electron-driver.ts';
import { launchPreview } from './preview-driver.ts';

/** `npm run test:e2e -- --electron` asks for the real thing; everywhere else the preview stands in. */
export const host = process.env['CROCO_E2E_HOST'] === 'electron' ? 'electron' : 'preview';

export const launchApp = (options: LaunchOptions): Promise<AppDriver> =>
  host === 'electron' ? launchElectron(options) : launchPreview(options);
