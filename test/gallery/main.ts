import { openBrowser } from '../../src/preview/open-browser.ts';
import { buildGallery } from './build-gallery.ts';

/** `npm run gallery`: every screen in every state on one page, from made-up views, without a server. */
const url = await buildGallery();
console.log(`Gallery: ${url}`);
if (!process.argv.includes('--no-open')) openBrowser(url, process.platform);
