import type { NatsConnection } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { CompileOperation } from '../execution/compile-operation.js';
import { EventFeed } from './event-feed.js';
import { EventHistory } from './event-history.js';
import type { NatsFedField } from './nats-fed-fields.js';

export interface FedSource {
  feed: EventFeed<unknown>;
  history: EventHistory;
}

export interface FedSourceParts {
  nats: NatsConnection;
  compileOperation: CompileOperation;
  logger: Logger;
}

/** Where the events of fields come from that NATS feeds. A feed begins when somebody first wants it. */
export class FedSources {
  private readonly sources = new Map<NatsFedField, FedSource>();

  constructor(private readonly parts: FedSourceParts) {}

  of(field: NatsFedField): FedSource {
    const source = this.sources.get(field) ?? this.open(field);
    this.sources.set(field, source);
    return source;
  }

  async close(): Promise<void> {
    await Promise.all([...this.sources.values()].map(({ feed }) => feed.stop()));
  }

  private open(field: NatsFedField): FedSource {
    const { nats, compileOperation, logger } = this.parts;
    const { contract, idOf } = field;
    return {
      feed: new EventFeed({ contract, idOf, nats, logger }),
      history: new EventHistory(field, compileOperation),
    };
  }
}
