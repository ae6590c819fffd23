import type { ApolloServerPlugin } from '@apollo/server';
import { plainJsonStatus } from '../admission/refusal.js';
import type { RouterContext } from './router-context.js';

/** Gives an answer of which nothing was executed the status that is right for its type. */
export const chooseStatus: ApolloServerPlugin<RouterContext> = {
  requestDidStart: async ({ contextValue: { isPlainJson } }) => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (!isPlainJson || body.kind !== 'single' || !http.status) return;
      const { data, errors: [error] = [] } = body.singleResult;
      if (data === undefined && error) http.status = plainJsonStatus(String(error.extensions?.['code']), http.status);
    },
  }),
};
