import type { Question } from '@souk/kit/contracts';
import { toJsonSchema } from '../to-json-schema.js';
import { type DocumentParts, refTo, tagsOf } from './document-parts.js';

/** A question in AsyncAPI: its owner receives it, and replies where the one who asks listens. */
export function questionParts(question: Question<unknown, unknown>): DocumentParts {
  const { subject, description } = question;
  const [request, reply] = [`${subject}.request`, `${subject}.reply`];
  return {
    channels: {
      [subject]: { address: subject, description, messages: { request: refTo('components', 'messages', request) } },
      [reply]: {
        address: null,
        description: "NATS's own reply subject.",
        messages: { reply: refTo('components', 'messages', reply) },
      },
    },
    operations: { [`${question.owner}.answer.${subject}`]: answerTo(question) },
    messages: { [request]: requestOf(question), [reply]: replyOf(question) },
  };
}

function answerTo({ subject, owner, timeoutMs }: Question<unknown, unknown>) {
  const reply = `${subject}.reply`;
  return {
    action: 'receive',
    channel: refTo('channels', subject),
    description: `Answered within ${timeoutMs} ms.`,
    tags: tagsOf(owner),
    bindings: { nats: { queue: owner, bindingVersion: '0.1.0' } },
    messages: [refTo('channels', subject, 'messages', 'request')],
    reply: {
      address: { location: '$message.header#/reply-to', description: 'The reply subject that NATS sends along.' },
      channel: refTo('channels', reply),
      messages: [refTo('channels', reply, 'messages', 'reply')],
    },
  };
}

function requestOf({ subject, description, request }: Question<unknown, unknown>) {
  return {
    name: `${subject}.request`,
    summary: description,
    headers: refTo('components', 'schemas', 'RequestHeaders'),
    correlationId: { location: '$message.header#/correlationid' },
    payload: toJsonSchema(request, `The request of ${subject}`),
  };
}

function replyOf({ subject, reply }: Question<unknown, unknown>) {
  const data = toJsonSchema(reply, `The reply of ${subject}`);
  return {
    name: `${subject}.reply`,
    payload: { allOf: [refTo('components', 'schemas', 'Reply'), { type: 'object', properties: { data } }] },
  };
}
