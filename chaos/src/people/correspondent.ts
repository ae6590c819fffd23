import type { Operation, ShopClient } from '@souk/client/shop-client';
import { ShopError } from '@souk/client/shop-client';
import type { Journal } from '../journal/journal.js';
import type { Random } from '../random.js';
import { classifyAnswer, type MutationPayload, type Verdict } from './classify-answer.js';
import type { LoadFigures } from './load-figures.js';
import { type Patience, pauseAfterTry } from './patience.js';

/** A mutation that somebody wants done, with the key that makes it one wish however often it is sent. */
export interface Wish<Payload extends MutationPayload, Variables extends object> {
  id: string;
  /** Name of the mutation. */
  operation: string;
  /** What its payload holds once it is done. */
  yields: keyof Payload & string;
  key: string | null;
  document: Operation<Record<string, Payload | null | undefined>, Variables>;
  variables: Variables;
}

/** How somebody comes to the shop; anew when a token is no longer good. */
export interface Door {
  enter(): Promise<ShopClient>;
  /** The next to enter gets a new token. */
  renew(): void;
  /** Renews where the shop's answer says that the token is no longer good. */
  heed(code: string | null): void;
}

export interface CorrespondentParts {
  person: string;
  door: Door;
  journal: Journal;
  random: Random;
  patience: Patience;
  figures: LoadFigures;
}

const answerWithinMs = 12_000;
const shortestPauseMs = 200;
const refusalsThatPass = new Set(['UNAUTHENTICATED', 'RATE_LIMITED']);

/** Sends what one person wants, writes it down before, and writes down what came back. */
export class Correspondent {
  constructor(private readonly parts: CorrespondentParts) {}

  /** Sends a wish until the shop has decided, always with the same key; UNKNOWN only when patience ends before. */
  async insist<Payload extends MutationPayload, Variables extends object>(
    wish: Wish<Payload, Variables>,
  ): Promise<Verdict<Payload>> {
    const { patience } = this.parts;
    for (let tries = 1; ; tries += 1) {
      const verdict = await this.send(wish);
      if (patience.isOver || !(await this.mayHelpToAskAgain(verdict, tries))) return verdict;
    }
  }

  /** Sends a wish once. @param cutAfterMs when to cut the connection, answer or not. */
  async send<Payload extends MutationPayload, Variables extends object>(
    wish: Wish<Payload, Variables>,
    cutAfterMs = answerWithinMs,
  ): Promise<Verdict<Payload>> {
    const { journal, person, figures } = this.parts;
    const { id, operation, key, variables } = wish;
    const content = 'input' in variables ? variables.input : variables;
    const askedAt = Date.now();
    const request = await journal.request({ wish: id, person, operation, key, content });
    const began = performance.now();
    const verdict = await this.exchange(wish, cutAfterMs).catch(unanswered);
    const tookMs = performance.now() - began;
    const code = verdict.outcome === 'ACKNOWLEDGED' ? null : verdict.code;
    const result = verdict.outcome === 'ACKNOWLEDGED' ? verdict.payload : undefined;
    await journal.answer({ request, outcome: verdict.outcome, code, result, tookMs });
    if (code) figures.count(code);
    if (verdict.outcome === 'ACKNOWLEDGED' && operation === 'placeOrder') figures.noteOrder(askedAt, tookMs);
    return verdict;
  }

  /** Asks for something that changes nothing; null when it could not be had. */
  async read<Data, Variables>(document: Operation<Data, Variables>, variables: Variables): Promise<Data | null> {
    const { door, figures } = this.parts;
    const began = performance.now();
    try {
      const shop = await door.enter();
      const { data, errors } = await shop.send(document, variables, AbortSignal.timeout(answerWithinMs));
      if (errors || !data) throw new ShopError(errors ?? []);
      figures.readMs.push(performance.now() - began);
      return data;
    } catch (error) {
      const code = codeOf(error);
      door.heed(code);
      figures.readsFailed += 1;
      figures.count(`read: ${code}`);
      return null;
    }
  }

  private async exchange<Payload extends MutationPayload, Variables extends object>(
    { document, variables, operation, yields }: Wish<Payload, Variables>,
    cutAfterMs: number,
  ): Promise<Verdict<Payload>> {
    const shop = await this.parts.door.enter();
    const answer = await shop.send(document, variables, AbortSignal.timeout(cutAfterMs));
    return classifyAnswer(answer, operation, yields);
  }

  private async mayHelpToAskAgain(verdict: Verdict<unknown>, tries: number): Promise<boolean> {
    const { door, patience, random } = this.parts;
    if (verdict.outcome === 'ACKNOWLEDGED') return false;
    if (verdict.outcome === 'REFUSED' && !refusalsThatPass.has(verdict.code)) return false;
    door.heed(verdict.code);
    const told = 'retryAfterMs' in verdict ? (verdict.retryAfterMs ?? 0) : 0;
    await patience.wait(Math.max(told, pauseAfterTry(tries, shortestPauseMs, random)));
    return true;
  }
}

/** No answer, or none that can be read: the connection was refused, cut, or too slow. */
function unanswered(error: unknown): Verdict<never> {
  return { outcome: 'UNKNOWN', code: codeOf(error) };
}

function codeOf(error: unknown): string {
  if (error instanceof ShopError) return error.errors[0]?.extensions?.code ?? 'no data';
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : (name ?? String(error));
}
