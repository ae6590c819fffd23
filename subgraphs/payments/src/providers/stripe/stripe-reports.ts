import type { ProviderReport, RefundReport } from '../../domain/provider-report.js';
import type { PaymentIntent, Refund } from './stripe-objects.js';

const declinedMessage = 'The payment was declined.';

/** What a PaymentIntent says, in our words. */
export function reportOf(intent: PaymentIntent): ProviderReport {
  const { id: reference } = intent;
  switch (intent.status) {
    case 'requires_action':
      return { status: 'ACTION_REQUIRED', reference, nextAction: nextActionOf(intent) };
    case 'requires_capture':
      return { status: 'AUTHORIZED', reference, authorizedMinor: intent.amount_capturable };
    case 'succeeded':
      return { status: 'CAPTURED', reference, authorizedMinor: intent.amount, capturedMinor: intent.amount_received };
    case 'canceled':
      return { status: 'CANCELLED', reference, authorizedMinor: heldUntilThen(intent) };
    case 'processing':
      return { status: 'PROCESSING', reference };
    default: {
      const { code, message } = intent.last_payment_error ?? {};
      return { status: 'DECLINED', reference, code: code ?? intent.status, message: message ?? declinedMessage };
    }
  }
}

function nextActionOf(intent: PaymentIntent) {
  return {
    clientSecret: intent.client_secret ?? '',
    redirectUrl: intent.next_action?.redirect_to_url?.url ?? null,
  };
}

/** A charge that was not declined was held; its id alone does not tell, and older versions of the API name none. */
function heldUntilThen({ latest_charge: charge }: PaymentIntent): number | null {
  if (charge === null) return 0;
  if (typeof charge !== 'object') return null;
  return charge.paid ? charge.amount : 0;
}

/** What a Refund says, in our words. */
export function refundReportOf({ id, status, amount, failure_reason: reason }: Refund): RefundReport {
  if (status === 'succeeded') return { status: 'SUCCEEDED', reference: id, amountMinor: amount };
  if (status !== 'failed' && status !== 'canceled') return { status: 'PENDING', reference: id, amountMinor: amount };
  return { status: 'FAILED', message: reason ?? `The refund is ${status}.` };
}
