import { approachTo, type Finding, type ProviderCall } from '../domain/provider-call.js';
import type { PaymentProvider } from '../providers/payment-provider.js';

/**
 * Does with the provider what an attempt stands for: calls, or looks up what an earlier call did.
 * @throws {ProviderUnavailable} when nobody knows what came of it.
 */
export async function performCall(provider: PaymentProvider, call: ProviderCall): Promise<Finding> {
  switch (approachTo(call)) {
    case 'GIVE_UP':
      return { kind: 'NOTHING', isCertain: true };
    case 'LOOK_UP':
      return (await lookUp(provider, call)) ?? { kind: 'NOTHING', isCertain: call.isQuiet };
    case 'LOOK_UP_THEN_CALL': {
      const found = await lookUp(provider, call);
      return found && isAlreadyDone(call, found) ? found : make(provider, call);
    }
    case 'CALL':
      return make(provider, call);
  }
}

async function make(provider: PaymentProvider, call: ProviderCall): Promise<Finding> {
  const { operation, payment, amountMinor, providerKey } = call;
  switch (operation) {
    case 'AUTHORIZE':
      return { kind: 'PAYMENT', report: await provider.authorize(payment, providerKey) };
    case 'CAPTURE':
      return { kind: 'PAYMENT', report: await provider.capture(referenceOf(call), amountMinor, providerKey) };
    case 'VOID':
      return { kind: 'PAYMENT', report: await provider.void(referenceOf(call), providerKey) };
    case 'REFUND': {
      const request = { reference: referenceOf(call), amountMinor, refundId: refundIdOf(call) };
      return { kind: 'REFUND', report: await provider.refund(request, providerKey) };
    }
  }
}

async function lookUp(provider: PaymentProvider, call: ProviderCall): Promise<Finding | null> {
  if (call.operation === 'REFUND') {
    const refund = await provider.findRefund(referenceOf(call), refundIdOf(call));
    return refund && { kind: 'REFUND', report: refund };
  }
  const { providerReference } = call.payment;
  const report = await (providerReference ? provider.retrieve(providerReference) : provider.find(call.payment));
  return report && { kind: 'PAYMENT', report };
}

/** Money that is still only held was neither taken nor let go: the call has to be made again. */
function isAlreadyDone({ operation }: ProviderCall, found: Finding): boolean {
  if (found.kind !== 'PAYMENT' || operation === 'AUTHORIZE') return true;
  const { status } = found.report;
  return status === 'CAPTURED' || status === 'CANCELLED' || (operation === 'CAPTURE' && status === 'DECLINED');
}

function referenceOf({ attemptId, payment }: ProviderCall): string {
  if (payment.providerReference === null) throw new Error(`Attempt ${attemptId} needs a payment at the provider.`);
  return payment.providerReference;
}

function refundIdOf({ attemptId, refundId }: ProviderCall): string {
  if (refundId === null) throw new Error(`Attempt ${attemptId} needs a refund.`);
  return refundId;
}
