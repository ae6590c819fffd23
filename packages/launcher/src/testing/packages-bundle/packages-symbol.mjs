/** Where a test file's global object keeps the bundled packages, for the stand-ins to find. */
export const packagesSymbol = Symbol.for('souk.test packages');
