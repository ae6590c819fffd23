import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type EventContract, isEventContract, isQuestion, type Question } from '@souk/kit/contracts';
import { type InputPlace, RegistryInputError } from '../registry-input.error.js';
import { toEventVersion } from '../state/event-version.js';
import { findDeclaration } from '../state/find-declaration.js';
import type { Breach, EventVersion } from '../state/registry-state.js';
import type { SourceFile } from '../state/source-file.js';
import { questionParts } from './asyncapi/question-parts.js';
import { toEventSchema } from './event-schema.js';
import { sortedEntries } from './sorted-entries.js';

/** In which source each thing stands that modules export. */
type Sources = ReadonlyMap<unknown, SourceFile>;

/** Reads every event's contract from the compiled modules of `schema/events`, sorted by type. */
export async function readContracts(root: string): Promise<EventVersion[]> {
  const sources = await exportsOf(root, 'events');
  return toEventVersions([...sources.keys()], sources);
}

/** Reads every question from the compiled modules of `schema/questions`, sorted by subject. */
export async function readQuestions(root: string): Promise<Question<unknown, unknown>[]> {
  const sources = await exportsOf(root, 'questions');
  return toQuestions([...sources.keys()], sources);
}

/**
 * The events among what modules export.
 * @param sources where each of it stands, for the message.
 * @throws {RegistryInputError} when two of them have the same type, or one cannot be published.
 */
export function toEventVersions(exported: readonly unknown[], sources: Sources = new Map()): EventVersion[] {
  const contracts = sortedBy(({ type }: EventContract) => type, exported.filter(isEventContract), sources);
  return contracts.map((contract) => ({
    ...toEventVersion(atItsPlace(contract.type, sources.get(contract), () => toEventSchema(contract))),
    refuse: (data) => breachesOf(contract, data),
  }));
}

/**
 * The questions among what modules export.
 * @param sources where each of it stands, for the message.
 * @throws {RegistryInputError} when two of them have the same subject, or one cannot be published.
 */
export function toQuestions(exported: readonly unknown[], sources: Sources): Question<unknown, unknown>[] {
  const questions = sortedBy(({ subject }) => subject, exported.filter(isQuestion), sources);
  for (const question of questions) {
    atItsPlace(question.subject, sources.get(question), () => questionParts(question));
  }
  return questions;
}

/** Gives events that were read from files what the code of their contracts refuses. */
export function withCode(events: readonly EventVersion[], contracts: readonly EventVersion[]): EventVersion[] {
  const refusals = new Map(contracts.map(({ type, refuse }) => [type, refuse]));
  return events.map((event) => {
    const refuse = refusals.get(event.type);
    return refuse ? { ...event, refuse } : event;
  });
}

function breachesOf({ schema }: EventContract, data: unknown): Breach[] {
  const { error } = schema.safeParse(data);
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: path.map(String).filter((part) => !/^\d+$/.test(part)),
    problem: path.length > 0 ? `${path.join('/')}: ${message}` : message,
  }));
}

/** Publishes a contract; what is wrong with it is told where it is declared. */
function atItsPlace<Result>(name: string, source: SourceFile | undefined, publish: () => Result): Result {
  try {
    return publish();
  } catch (error) {
    if (error instanceof RegistryInputError) throw new RegistryInputError(error.message, placeOf(name, source));
    throw error;
  }
}

function placeOf(name: string, source: SourceFile | undefined): InputPlace {
  return source ? { file: source.path, line: findDeclaration(name, [source])?.line } : {};
}

async function exportsOf(root: string, kind: string): Promise<Sources> {
  const folder = join(root, 'schema/dist', kind);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js')).sort();
  const exported = files.map(async (name) => {
    const path = `schema/${kind}/${name.replace(/\.js$/, '.ts')}`;
    const source = { path, content: await readFile(join(root, path), 'utf8') };
    return Object.values(await load(join(folder, name), path)).map((value: unknown) => [value, source] as const);
  });
  return new Map((await Promise.all(exported)).flat());
}

async function load(path: string, file: string): Promise<object> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    throw new RegistryInputError((error as Error).message, { file });
  }
}

/** Sorts by name. What is exported twice stands there once; two of one name are a mistake. */
function sortedBy<Item>(nameOf: (item: Item) => string, items: readonly Item[], sources: Sources): Item[] {
  const byName = new Map<string, Item>();
  for (const item of items) {
    const name = nameOf(item);
    if (byName.has(name) && byName.get(name) !== item) {
      throw new RegistryInputError(
        `${name} is declared twice in schema/. Remove one of them, or give it a new version.`,
        placeOf(name, sources.get(item)),
      );
    }
    byName.set(name, item);
  }
  return sortedEntries(byName).map(([, item]) => item);
}
