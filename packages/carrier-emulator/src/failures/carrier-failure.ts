export const failureCodes = [
  'ADDRESS_NOT_DELIVERABLE',
  'INTERNAL_ERROR',
  'INVALID_REQUEST',
  'NOT_FOUND',
  'REFERENCE_CONFLICT',
  'SHIPMENT_NOT_CANCELLABLE',
  'UNAUTHORIZED',
  'UNAVAILABLE',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export interface InvalidField {
  path: string;
  message: string;
}

/** A refusal with a code that clients may rely on. */
export class CarrierFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: FailureCode,
    message: string,
    readonly fields: InvalidField[] = [],
  ) {
    super(message);
    this.name = 'CarrierFailure';
  }

  toBody(): object {
    const { code, message, fields } = this;
    return { error: fields.length > 0 ? { code, message, fields } : { code, message } };
  }
}
