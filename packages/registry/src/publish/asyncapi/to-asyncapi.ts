import { envelopeSchema, type Question, replySchema } from '@souk/kit/contracts';
import { generatedMark } from '../../state/generated-mark.js';
import type { EventVersion } from '../../state/registry-state.js';
import { sortedEntries } from '../sorted-entries.js';
import { toJsonSchema } from '../to-json-schema.js';
import type { AsyncApiObject, DocumentParts } from './document-parts.js';
import { eventParts } from './event-parts.js';
import { questionParts } from './question-parts.js';

/**
 * Describes all that the subgraphs tell and ask each other as one AsyncAPI 3 document. It stands beside the folder of the
 * events' schemas, which it refers to.
 */
export function toAsyncApi(
  events: readonly EventVersion[],
  questions: readonly Question<unknown, unknown>[],
): AsyncApiObject {
  const parts = [...events.map(eventParts), ...questions.map(questionParts)];
  return {
    asyncapi: '3.0.0',
    'x-generated': generatedMark,
    info,
    defaultContentType: 'application/json',
    servers: { broker },
    channels: joined(parts, 'channels'),
    operations: joined(parts, 'operations'),
    components: { messages: joined(parts, 'messages'), schemas: sharedSchemas() },
  };
}

const info = {
  title: 'Souk',
  version: '1.0.0',
  description:
    'What the subgraphs of Souk tell each other (events, kept for 14 days in one JetStream stream per owner) and ask each other (request and reply). Every version of an event is a channel of its own.',
  license: { name: 'MIT' },
};

const broker = {
  host: '{address}',
  protocol: 'nats',
  description: 'NATS with JetStream.',
  variables: {
    address: { default: '127.0.0.1:4222', description: 'Where it listens; NATS_URL says it to a process.' },
  },
};

function sharedSchemas(): AsyncApiObject {
  const text = (description: string) => ({ type: 'string', description });
  return {
    Envelope: {
      description: 'A structured CloudEvents 1.0 message, with extension attributes of ours.',
      ...toJsonSchema(envelopeSchema, 'The envelope of events'),
    },
    Reply: {
      description: 'What was asked for, or that the owner failed to find out.',
      ...toJsonSchema(replySchema, 'The envelope of replies'),
    },
    RequestHeaders: {
      type: 'object',
      properties: {
        correlationid: text('The request that it all began with.'),
        traceparent: text('Of the trace, as W3C Trace Context has it.'),
      },
      required: ['correlationid'],
    },
  };
}

function joined(parts: readonly DocumentParts[], kind: keyof DocumentParts): AsyncApiObject {
  const all: AsyncApiObject = Object.assign({}, ...parts.map((part) => part[kind]));
  return Object.fromEntries(sortedEntries(all));
}
