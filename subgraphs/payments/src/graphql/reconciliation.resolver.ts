import { type Connection, ConnectionArguments, pageOf, toConnection } from '@souk/kit/graphql';
import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { PaymentsContext } from '../context.js';
import type { DifferenceStatus } from '../domain/difference.js';
import { paymentById } from '../persistence/find-payments.js';
import { findReconciliationDifferences } from '../persistence/find-reconciliation-differences.js';
import { PaymentType, toPaymentType } from './payment.type.js';
import { DifferenceStatusEnum } from './payment-enums.js';
import {
  ReconciliationDifferenceConnectionType,
  ReconciliationDifferenceType,
  toReconciliationDifferenceType,
} from './reconciliation-difference.type.js';

@ArgsType()
export class ReconciliationDifferenceArguments extends ConnectionArguments {
  @Field(() => DifferenceStatusEnum, { nullable: true, description: 'Only those of which this became.' })
  status?: string | null;
}

@Resolver(() => ReconciliationDifferenceType)
export class ReconciliationResolver {
  @Directive('@requiresScopes(scopes: [["payments:reconcile"]])')
  @Query(() => ReconciliationDifferenceConnectionType, {
    nullable: true,
    description: "What was found by comparing the payment provider's books with ours, newest first.",
  })
  async reconciliationDifferences(
    @Args(() => ReconciliationDifferenceArguments) { status, ...args }: ReconciliationDifferenceArguments,
    @Ctx() { em }: PaymentsContext,
  ): Promise<Connection<ReconciliationDifferenceType>> {
    const page = pageOf(args);
    const rows = await findReconciliationDifferences(em, page, { status: (status ?? undefined) as DifferenceStatus });
    return toConnection(rows, page, { keysOf: ({ id }) => [id], toNode: toReconciliationDifferenceType });
  }

  @FieldResolver(() => PaymentType, { nullable: true, description: 'Our payment, if we have one.' })
  async payment(
    @Root() { paymentId }: ReconciliationDifferenceType,
    @Ctx() context: PaymentsContext,
  ): Promise<PaymentType | null> {
    const payment = paymentId ? await paymentById(context).load(paymentId) : null;
    return payment && toPaymentType(payment);
  }
}
