import { onEvent } from '@souk/kit/messaging';
import { stockLevelLowV1 } from '@souk/schema/events/inventory';
import type { NotificationsHandlerContext } from '../context.js';
import { writeMessage } from '../use-cases/write-message.js';

/** An alarm older than this is history: a mailbox that is set up today is not filled with last month's alarms. */
const freshMs = 24 * 60 * 60 * 1_000;

/** Tells staff that stock runs out, where staff have an address. */
export const onStockLevelLow = onEvent(
  stockLevelLowV1,
  async ({ id, time, data }, { em, now, staffEmail }: NotificationsHandlerContext) => {
    if (!staffEmail || now().getTime() - Date.parse(time) > freshMs) return;
    const { variantId, warehouseCode, available, threshold } = data;
    await writeMessage(em, {
      content: { template: 'STOCK_LOW', variantId, warehouseCode, available, threshold },
      subjectKey: id,
      recipientId: null,
    });
  },
);
