import type { RegistryState } from '../../state/registry-state.js';

/** The part of the registry that events are checked by. */
export interface EventsContext {
  before: Pick<RegistryState, 'events' | 'questions' | 'samples'>;
  after: Pick<RegistryState, 'events' | 'questions' | 'samples' | 'subscriptions'>;
  /** `YYYY-MM-DD` */
  today: string;
}

/** The subgraphs, and whoever else listens, that take an event of this type. */
export function subscribersOf(type: string, { after }: EventsContext): string[] {
  return Object.entries(after.subscriptions)
    .filter(([, types]) => types.includes(type))
    .map(([name]) => name);
}
