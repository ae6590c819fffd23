import { envelopeSchema, partsOf, type Question } from '@souk/kit/contracts';
import type { EventVersion, RecordedSample } from '../../../state/registry-state.js';
import { toJsonSchema } from '../../to-json-schema.js';
import { html } from '../html.js';
import type { Page, Section } from '../page.js';
import { fieldTables } from './field-table.js';
import { renderEvent } from './render-event.js';
import { renderQuestion } from './render-question.js';
import { renderTitledField } from './render-titled-field.js';
import { titledFields } from './titled-fields.js';

/** What the page of events is made from. */
export interface EventReference {
  events: readonly EventVersion[];
  questions: readonly Question<unknown, unknown>[];
  samples: readonly RecordedSample[];
}

/** The page of all that subgraphs tell and ask each other. */
export function eventsPage(reference: EventReference): Page {
  const owners = [...new Set(reference.events.map(ownerOf))];
  return {
    file: 'events.html',
    title: 'Events and questions',
    introduction,
    sections: [
      ...owners.map((owner) => ownerSection(owner, reference)),
      questionSection(reference),
      fieldSection(reference),
      envelopeSection(),
    ],
  };
}

const introduction = html`<p>What the subgraphs tell each other over NATS JetStream, and what they ask each other at once. An event’s type is its subject. A new optional field keeps the version; anything else is a new version beside the old one. Consumers pass over fields that they do not know.</p>`;

function ownerSection(owner: string, { events, samples }: EventReference): Section {
  const own = events.filter((event) => ownerOf(event) === owner);
  const sampleOf = ({ type }: EventVersion) => samples.find((sample) => sample.type === type)?.data;
  return {
    id: owner,
    title: `Events of ${owner}`,
    entries: own.map(({ type }) => ({ id: type, name: type.slice(owner.length + 1) })),
    body: html`${own.map((event) => renderEvent(event, sampleOf(event)))}`,
  };
}

function questionSection({ questions }: EventReference): Section {
  return {
    id: 'questions',
    title: 'Questions',
    entries: questions.map(({ subject }) => ({ id: subject, name: subject.slice('ask.'.length) })),
    body: html`${questions.map(renderQuestion)}`,
  };
}

function fieldSection({ events, questions }: EventReference): Section {
  const asked = questions.flatMap(({ subject, request, reply }) => [
    toJsonSchema(request, subject),
    toJsonSchema(reply, subject),
  ]);
  const fields = titledFields([...events.map(({ schema }) => schema), ...asked]);
  return {
    id: 'fields',
    title: 'Fields that recur',
    entries: fields.map(([title]) => ({ id: `field-${title}`, name: title })),
    body: html`${fields.map(([title, schema]) => renderTitledField(title, schema))}`,
  };
}

function envelopeSection(): Section {
  const table = fieldTables(toJsonSchema(envelopeSchema, 'The envelope'), 'A structured CloudEvents 1.0 message');
  return {
    id: 'transport',
    title: 'How an event travels',
    entries: [{ id: 'envelope', name: 'Envelope' }],
    body: html`<article id="envelope">
<h3><a href="#envelope">Envelope</a></h3>
${table}</article>
`,
  };
}

function ownerOf({ type }: EventVersion): string {
  return partsOf(type).owner;
}
