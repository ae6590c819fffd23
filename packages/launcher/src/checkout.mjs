import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the root package.json. */
export const checkoutFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Resolves an installed package as the checkout's root package.json would. */
export const requireFromCheckout = createRequire(path.join(checkoutFolder, 'package.json'));

/** Resolves an installed package as the launcher's own package.json would. */
export const requireFromLauncher = createRequire(import.meta.url);
