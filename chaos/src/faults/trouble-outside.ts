import type { PlannedFault } from '../plan/planned-fault.js';
import type { Random } from '../random.js';
import type { World } from '../world/world.js';
import type { FaultDraft, FaultKind, Stage } from './fault-kind.js';

type Outside = 'stripe-emulator' | 'carrier-emulator' | 'mail-inbox';
type Settings = Record<string, unknown>;

const shortestMs = 1_000;
const longestMs = 10_000;
const mostCalls = 5;
const longestLatencyMs = 4_000;
const longestWebhookDelayMs = 8_000;

const addresses: Record<Outside, (world: World) => string> = {
  'stripe-emulator': ({ stripeEmulatorUrl }) => stripeEmulatorUrl,
  'carrier-emulator': ({ carrierEmulatorUrl }) => carrierEmulatorUrl,
  'mail-inbox': ({ mailInboxUrl }) => mailInboxUrl,
};

/** The provider does what it is asked, and the connection breaks instead of an answer. */
export const providerTimeout = onProvider(4, ({ random }) => ({ timeoutAfterCharge: random.integer(1, mostCalls) }), {
  timeoutAfterCharge: 0,
});

/** The provider does what it is asked, and says that it has failed. */
export const providerFailsAfter = onProvider(
  4,
  ({ random }) => ({ failNext: { status: 500, times: random.integer(1, mostCalls), phase: 'after' } }),
  { failNext: { status: 500, times: 0 } },
);

/** The provider says that it is not to be had. */
export const providerFailsBefore = onProvider(
  2,
  ({ random }) => ({ failNext: { status: 503, times: random.integer(1, mostCalls), phase: 'before' } }),
  { failNext: { status: 500, times: 0 } },
);

export const providerSlow = onProvider(2, ({ random }) => ({ latencyMs: random.integer(100, longestLatencyMs) }), {
  latencyMs: 0,
});

/** What the provider tells comes twice, late, in another order, not at all, or signed by somebody else. */
export const webhooksTwice = onProvider(2, () => ({ duplicateWebhooks: true }), { duplicateWebhooks: false });
export const webhooksLate = onProvider(
  2,
  ({ random }) => ({ delayWebhooksMs: random.integer(500, longestWebhookDelayMs) }),
  { delayWebhooksMs: 0 },
);
export const webhooksReordered = onProvider(2, () => ({ reorderWebhooks: true }), { reorderWebhooks: false });
export const webhooksLost = onProvider(2, () => ({ dropWebhooks: true }), { dropWebhooks: false });
export const webhooksForged = onProvider(1, () => ({ invalidSignatures: true }), { invalidSignatures: false });

/** The carrier makes the label, and its answer is lost. */
export const carrierFails = onOutside('carrier-emulator', {
  weight: 2,
  begin: ({ random }) => ({
    failNext: { status: 500, times: random.integer(1, mostCalls), phase: random.pick(['before', 'after']) },
  }),
  end: { failNext: { status: 503, times: 0 } },
});

/** Mails are refused for now, and late. */
export const mailRefused = onOutside('mail-inbox', {
  weight: 2,
  begin: ({ random }) => ({ rejectNext: random.integer(1, mostCalls), latencyMs: random.integer(0, longestLatencyMs) }),
  end: { rejectNext: 0, latencyMs: 0 },
});

type Begin = (stage: Stage) => Settings;

function onProvider(weight: number, begin: Begin, end: Settings): FaultKind {
  return onOutside('stripe-emulator', { weight, begin, end });
}

function onOutside(
  outside: Outside,
  { weight, begin, end }: { weight: number; begin: Begin; end: Settings },
): FaultKind {
  return {
    weight,
    draw: ({ random }) => lasting(random, outside),
    begin: async (stage: Stage, _fault: PlannedFault) => {
      await change(stage, outside, begin(stage));
      return () => change(stage, outside, end);
    },
  };
}

function lasting(random: Random, target: Outside): FaultDraft {
  return { target, durationMs: random.integer(shortestMs, longestMs) };
}

/** @throws {Error} when the outside world does not take it. */
async function change({ living }: Stage, outside: Outside, settings: Settings): Promise<void> {
  const response = await fetch(`${addresses[outside](living.world)}/_emulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  if (!response.ok)
    throw new Error(`The ${outside} does not take ${JSON.stringify(settings)}: ${await response.text()}`);
}
