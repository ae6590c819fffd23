import { expect, test } from '@jest/globals';
import { Query, Resolver } from 'type-graphql';
import { printSubgraph } from './build-subgraph.js';
import { defineRefusals, UserErrorType } from './user-error.type.js';

@Resolver()
class RefusalResolver {
  @Query(() => UserErrorType, { nullable: true })
  lastRefusal() {
    return null;
  }
}

test('a refusal has its meaning in the schema, and is deprecated there when it is going', async () => {
  const refusals = defineRefusals({
    SOLD_OUT: 'There is none left.',
    OUT_OF_STOCK: { description: 'There are none.', deprecationReason: 'Use SOLD_OUT. Removal: 2027-06-30.' },
  });
  const sdl = await printSubgraph({
    resolvers: [RefusalResolver],
    userErrorCodes: refusals('SOLD_OUT', 'OUT_OF_STOCK'),
  });
  expect(sdl).toContain('"""There is none left."""\n  SOLD_OUT\n');
  expect(sdl).toContain(
    '"""There are none."""\n  OUT_OF_STOCK @deprecated(reason: "Use SOLD_OUT. Removal: 2027-06-30.")\n',
  );
});
