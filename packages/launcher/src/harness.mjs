/** What a harness needs that runs the shop's processes itself. Its types stand beside it. */
export { checkoutFolder } from './checkout.mjs';
export { urlFor } from './databases/connect.mjs';
export { createDatabases } from './databases/create-databases.mjs';
export { databaseNames, databaseOf } from './databases/database-names.mjs';
export { withLock } from './home/lock.mjs';
export { openHome } from './home/open-home.mjs';
export { portFor } from './home/ports.mjs';
export { openSecrets } from './home/secrets.mjs';
export { descendantsOf } from './processes/descendants.mjs';
export { isAlive } from './processes/identity.mjs';
export { locateFakeTime } from './servers/binaries/fake-time.mjs';
export { runSession } from './session/run-session.mjs';
export { emptyChaosHome } from './stack/empty-chaos-home.mjs';
export { spawnPart, waitUntilReady } from './stack/part-process.mjs';
export { partTable } from './stack/part-table.mjs';
export { stackContext } from './stack/stack-context.mjs';
