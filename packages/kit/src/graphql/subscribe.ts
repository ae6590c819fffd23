import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';

/**
 * GraphQL's `subscribe`, but every event is executed with a context of its own: an entity manager and loaders that lived
 * as long as the subscription would answer with what they read first. Ending the result ends the source.
 */
export async function subscribeWithFreshContext<Context>(
  args: ExecutionArgs,
  createContext: () => Context,
): Promise<AsyncIterableIterator<ExecutionResult, undefined> | ExecutionResult> {
  const source = await createSourceEventStream({ ...args, contextValue: createContext() });
  if (!(Symbol.asyncIterator in source)) return source;
  const events = (source as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  const done = { value: undefined, done: true } as const;
  const results: AsyncIterableIterator<ExecutionResult, undefined> = {
    async next() {
      const event = await events.next();
      if (event.done) return done;
      return { value: await execute({ ...args, rootValue: event.value, contextValue: createContext() }), done: false };
    },
    async return() {
      await events.return?.();
      return done;
    },
    async throw(error) {
      await events.throw?.(error);
      throw error;
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
