import { apiChanges } from './api/api-changes.js';
import { deprecationPolicy } from './api/deprecation-policy.js';
import { federationChanges } from './api/federation-changes.js';
import type { Check } from './check.js';

/** Whether a change breaks a client: what they see, how subgraphs refer to each other, and what is deprecated. */
export const api: Check = {
  name: 'api',
  title: 'Changes of the API',
  run: async (context) => [
    ...(await apiChanges(context)),
    ...federationChanges(context),
    ...deprecationPolicy(context),
  ],
};
