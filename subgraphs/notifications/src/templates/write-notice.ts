import { formatMoney } from '@souk/kit/domain';
import type { WriteNotice } from '../domain/notification.js';
import { wordsFor } from './words/words-for.js';

/** Finds the words for an entry of the list in the shop. */
export const writeNotice: WriteNotice = (content, orderNumber) => {
  const { notices } = wordsFor('en');
  switch (content.template) {
    case 'ORDER_PAID':
      return notices.ORDER_PAID({ isFree: content.isFree ?? false, orderNumber });
    case 'ORDER_SHIPPED':
      return notices.ORDER_SHIPPED({ ...content, orderNumber });
    case 'ORDER_CANCELLED':
      return notices.ORDER_CANCELLED({ ...content, orderNumber });
    case 'PAYMENT_REFUNDED':
      return notices.PAYMENT_REFUNDED({ amount: formatMoney(content.amount), orderNumber });
    default:
      return notices[content.template]({ orderNumber });
  }
};
