import { setTimeout as wait } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type Emulator, transact } from '../emulator.js';
import { injectedFailure } from '../failures/injected-failure.js';
import { StripeFailure } from '../failures/stripe-failure.js';
import { fingerprintOf, KeysInFlight, requireSameRequest, requireUsable } from '../idempotency/idempotency.js';
import type { SavedAnswer } from '../idempotency/saved-answer.js';
import { expand } from '../operations/expand.js';
import type { Operation } from '../operations/operation.js';
import { text } from '../parameters/fields.js';
import { readParameters } from '../parameters/read-parameters.js';
import type { Work } from '../state/work.js';
import { type Answer, addressOf, answerOf, requestIdOf, send } from './answer.js';

/** One request, understood and found well-formed. */
interface Call {
  execute: (work: Work) => object;
  fingerprint: string;
  idempotencyKey: string | null;
  requestId: string;
  publicUrl: string;
}

const expansion = z.strictObject({ expand: z.array(text).max(20).optional() });

/** Serves the operations of one emulator over HTTP. */
export class OperationRunner {
  private readonly inFlight = new KeysInFlight();

  constructor(private readonly emulator: Emulator) {}

  /** Looks something up. */
  read<Parameters>(operation: Operation<Parameters>): RequestHandler {
    return async (request, response) => {
      const call = this.understand(operation, { request, response, raw: request.query });
      await wait(this.emulator.faults.settings.latencyMs);
      send(
        response,
        transact(this.emulator, call, (work) => attempt(work, call.execute)),
      );
    };
  }

  /** Changes something, once per idempotency key. */
  write<Parameters>(operation: Operation<Parameters>): RequestHandler {
    return async (request, response) => {
      const call = this.understand(operation, { request, response, raw: request.body ?? {} });
      const key = request.get('idempotency-key');
      const answer = await (key ? this.once(key, call) : this.slowly(call));
      if (this.emulator.faults.takeTimeout()) request.socket.destroy();
      else send(response, answer);
    };
  }

  private understand<Parameters>(operation: Operation<Parameters>, { request, response, raw }: RawCall): Call {
    const { expand: paths, ...others } = raw;
    const wanted = readParameters(expansion, paths === undefined ? {} : { expand: paths });
    const parameters = readParameters(operation.parameters, others);
    const id = String(request.params.id ?? '');
    return {
      execute: (work) => expand(work, operation.execute(work, parameters, id), wanted.expand ?? []),
      fingerprint: fingerprintOf(request.path, raw),
      idempotencyKey: request.get('idempotency-key') ?? null,
      requestId: requestIdOf(response),
      publicUrl: this.emulator.config.publicUrl ?? addressOf(request),
    };
  }

  private once(key: string, call: Call): Promise<Answer> {
    requireUsable(key);
    return this.inFlight.hold(key, async () => {
      const saved = this.remembered(key);
      if (!saved) return this.slowly(call);
      requireSameRequest(saved, call.fingerprint);
      return { status: saved.status, body: saved.body, originalRequestId: saved.requestId };
    });
  }

  private remembered(key: string): SavedAnswer | undefined {
    const saved = this.emulator.store.find('answers', key);
    const oldest = this.emulator.now().getTime() - this.emulator.faults.settings.idempotencyKeyTtlMs;
    return saved && saved.savedAt > oldest ? saved : undefined;
  }

  private async slowly(call: Call): Promise<Answer> {
    await wait(this.emulator.faults.settings.latencyMs);
    return this.perform(call);
  }

  private perform(call: Call): Answer {
    return transact(this.emulator, call, (work) => {
      const answer = this.overruled(attempt(work, call.execute));
      if (call.idempotencyKey) work.put('answers', this.toRemember(call.idempotencyKey, call, answer));
      return answer;
    });
  }

  private overruled(answer: Answer): Answer {
    const status = this.emulator.faults.takeFailure('after');
    return status ? answerOf(injectedFailure(status)) : answer;
  }

  private toRemember(key: string, call: Call, { status, body }: Answer): SavedAnswer {
    const { fingerprint, requestId } = call;
    return { id: key, fingerprint, status, body, requestId, savedAt: this.emulator.now().getTime() };
  }
}

interface RawCall {
  request: Request;
  response: Response;
  raw: Record<string, unknown>;
}

/** A declined card leaves its traces; any other refusal changes nothing. */
function attempt(work: Work, execute: Call['execute']): Answer {
  try {
    return { status: 200, body: execute(work) };
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
    if (error.details.type !== 'card_error') work.discard();
    return answerOf(error);
  }
}
