import type { PaymentIntent } from '../payment-intents/payment-intent.js';
import { authenticationStyle } from './authentication-style.js';
import { escapeHtml } from './escape-html.js';

/** The page on which a cardholder approves or refuses a payment. */
export function authenticationPage(intent: PaymentIntent): string {
  return page(
    'Confirm your payment',
    `<p class="amount">${escapeHtml(formattedAmount(intent))}</p>
    <p>Your bank asks whether this payment is yours. No bank is involved here: this page plays its part, and no money moves.</p>
    <form method="post">
      <input type="hidden" name="client_secret" value="${escapeHtml(intent.clientSecret)}">
      <button name="outcome" value="complete" class="yes">Complete authentication</button>
      <button name="outcome" value="fail" class="no">Fail authentication</button>
    </form>`,
  );
}

/** What is shown when there is nothing to decide, or nowhere to go back to. */
export function authenticationEndPage(intent: PaymentIntent): string {
  const paid = intent.status === 'succeeded' || intent.status === 'requires_capture';
  const text = paid ? 'The payment is approved. You can close this page.' : 'This payment does not wait for you now.';
  return page(paid ? 'Payment approved' : 'Nothing to confirm', `<p>${text}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${authenticationStyle}</style>
</head>
<body>
<main>
  <p class="note">Test mode</p>
  <h1>${title}</h1>
  ${content}
</main>
</body>
</html>`;
}

function formattedAmount({ amount, currency }: PaymentIntent): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
