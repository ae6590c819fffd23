export type FailureType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

export interface FailureDetails {
  type: FailureType;
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
  payment_intent?: object;
  payment_method?: object;
}

/** A refusal, in the shape in which Stripe words it. */
export class StripeFailure extends Error {
  constructor(
    readonly status: number,
    readonly details: FailureDetails,
  ) {
    super(details.message);
    this.name = 'StripeFailure';
  }

  toBody(): object {
    const { code } = this.details;
    const documentation = code ? { doc_url: `https://docs.stripe.com/error-codes/${code.replaceAll('_', '-')}` } : {};
    return { error: { ...this.details, ...documentation } };
  }
}

/** A request that is wrong in itself, or that the state of its object does not allow. */
export function invalidRequest(message: string, details: Partial<FailureDetails> = {}): StripeFailure {
  return new StripeFailure(400, { type: 'invalid_request_error', message, ...details });
}

/** A parameter names an object that does not exist. */
export function noSuch(kind: string, id: string, param: string): StripeFailure {
  return invalidRequest(`No such ${kind}: '${id}'`, { code: 'resource_missing', param });
}

/** The path names an object that does not exist. */
export function notFound(kind: string, id: string, param: string): StripeFailure {
  return new StripeFailure(404, noSuch(kind, id, param).details);
}
