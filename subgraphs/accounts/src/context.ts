import type { SubgraphContext } from '@souk/kit/graphql';
import type { AccessTokenSigner, PasswordHasher } from './use-cases/credentials.js';

/** What the resolvers of accounts work with. */
export interface AccountsContext extends SubgraphContext {
  passwords: PasswordHasher;
  accessTokens: AccessTokenSigner;
}
