import { registerHooks } from 'node:module';
import { z } from 'zod';

const moduleUrl = 'file:///preview/electron.mjs';
const slot = Symbol.for('croco-tray.preview.electron');
const names = z.array(z.string().regex(/^[A-Za-z]+$/));

/** From here on `import` and `require` of `electron` give these objects, by name and as a whole. */
export function provideElectron(module: Readonly<Record<string, unknown>>): void {
  Object.defineProperty(globalThis, slot, { value: module });
  const source = [
    `const electron = globalThis[Symbol.for('croco-tray.preview.electron')];`,
    `export const { ${names.parse(Object.keys(module)).join(', ')} } = electron;`,
    'export default electron;',
    `export { electron as 'module.exports' };`,
  ].join('\n');
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: moduleUrl, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === moduleUrl ? { format: 'module', shortCircuit: true, source } : next(url, context),
  });
}
