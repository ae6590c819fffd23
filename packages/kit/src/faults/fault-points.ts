/** Every place in the code at which a process can be made to die, to wait or to fail. The first word says where it is. */
export const faultPoints = [
  'relay.afterPublishBeforeMark',
  'consumer.afterCommitBeforeAck',
  'inbox.afterInsertBeforeEffect',
  'inbox.afterEffectBeforeCommit',
  'idempotency.afterInsertBeforeEffect',
  'idempotency.afterEffectBeforeCommit',
  'accounts.refresh.betweenRevokeAndIssue',
  'cart.change.afterScriptBeforeAnswer',
  'cart.copier.afterReadBeforeWrite',
  'cart.copier.afterWriteBeforeSettle',
  'inventory.reservation.betweenHeldAndConfirmed',
  'inventory.sweeper.afterSelectBeforeExpiry',
  'notifications.mail.afterSendingBeforeRecord',
  'orders.checkout.afterStepBeforeCommands',
  'orders.checkout.betweenCompensations',
  'orders.deadlines.afterSelectBeforeStep',
  'orders.watch.betweenHistoryAndLive',
  'payments.call.afterAttemptSavedBeforeCall',
  'payments.call.afterCallBeforeAnswerSaved',
  'payments.webhook.afterReceiptBeforeEffect',
  'router.subscription.betweenHistoryAndLive',
  'shipping.label.afterBookingBeforeSave',
] as const;

export type FaultPoint = (typeof faultPoints)[number];
