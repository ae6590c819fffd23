export {
  assertionHeader,
  assertionLifetimeSeconds,
  createAssertionSigner,
  createAssertionVerifier,
  type SignAssertion,
  type VerifyAssertion,
} from './assertion.js';
export {
  actorOf,
  anonymous,
  type Caller,
  callerSchema,
  hasScopes,
  isAuthenticated,
  type Role,
  roles,
} from './caller.js';
export { ownerIdsOf, requireOwnerId } from './ownership.js';
