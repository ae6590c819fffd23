import { z } from 'zod';
import { RegistryInputError } from '../registry-input.error.js';
import { findDeclaration } from './find-declaration.js';
import type { JsonSchema, QuestionVersion } from './registry-state.js';
import type { SourceFile } from './source-file.js';

/** The document that holds every question. */
export const asyncApiFile = 'schema/asyncapi.json';

const schemaShape = z.custom<JsonSchema>((value) => typeof value === 'object' && value !== null);
const documentShape = z.object({
  channels: z.record(z.string(), z.object({ description: z.string().optional() })),
  components: z.object({ messages: z.record(z.string(), z.object({ payload: schemaShape })) }),
});
const replyShape = z.object({
  allOf: z.tuple([z.unknown(), z.object({ properties: z.object({ data: schemaShape }) })]),
});

type Document = z.infer<typeof documentShape>;

/** Reads the questions from the AsyncAPI document. @throws {RegistryInputError} when it is not as it was generated. */
export function readQuestionVersions(files: readonly SourceFile[]): QuestionVersion[] {
  const file = files.find(({ path }) => path === asyncApiFile);
  if (!file) return [];
  const document = parse(file);
  const subjects = Object.keys(document.channels).filter((name) => /^ask\..+\.v\d+$/.test(name));
  return subjects.map((subject) => withDeclaration(toQuestion(subject, document), files));
}

function parse({ content }: SourceFile): Document {
  try {
    return documentShape.parse(JSON.parse(content));
  } catch {
    throw unreadable('It is not an AsyncAPI document as it is generated.');
  }
}

function toQuestion(subject: string, { channels, components: { messages } }: Document): QuestionVersion {
  const { data: reply } = replyShape.safeParse(messages[`${subject}.reply`]?.payload);
  const request = messages[`${subject}.request`]?.payload;
  if (!request || !reply) throw unreadable(`It does not say what is asked and replied by ${subject}.`);
  const [, { properties }] = reply.allOf;
  return { subject, description: channels[subject]?.description ?? '', request, reply: properties.data };
}

function withDeclaration(question: QuestionVersion, files: readonly SourceFile[]): QuestionVersion {
  const declaration = findDeclaration(question.subject, files);
  return declaration ? { ...question, declaration } : question;
}

function unreadable(problem: string): RegistryInputError {
  return new RegistryInputError(`${problem} Write it anew: npm run generate`, { file: asyncApiFile });
}
