import 'reflect-metadata';
import { Query, Resolver } from 'type-graphql';
import { readConfig, subgraphConfig } from '../../src/config/index.js';
import { onEvent } from '../../src/messaging/index.js';
import { runProcess, startSubgraph } from '../../src/server/index.js';
import { CounterSchema, countedV1, migrations } from '../counter.js';
import { untilAllowed } from './until-allowed.js';

@Resolver()
class SlowResolver {
  @Query(() => String, { nullable: true, description: 'Answers when it is allowed to.' })
  async slow(): Promise<string> {
    await untilAllowed('request');
    return 'answered';
  }

  @Query(() => String, { nullable: true, description: 'Answers at once.' })
  quick(): string {
    return 'answered';
  }
}

const hear = onEvent(countedV1, async ({ data }, { em }) => {
  await untilAllowed('handler');
  await em.execute('insert into heard (counter_id, count) values (?, ?)', [data.counterId, data.count]);
});

const [variables = '{}'] = process.argv.slice(2);
await runProcess('listeners', (logger) =>
  startSubgraph({
    name: 'listeners',
    config: readConfig(subgraphConfig, JSON.parse(variables)),
    logger,
    schemas: [CounterSchema],
    migrations,
    publishers: [],
    graph: { resolvers: [SlowResolver], userErrorCodes: ['NONE'] },
    handlers: [hear],
  }),
);
