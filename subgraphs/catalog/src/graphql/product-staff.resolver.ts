import { payloadOf, requireId } from '@souk/kit/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CatalogContext } from '../context.js';
import { forgetWhatWasRead, productByVariantId } from '../persistence/find-by-id.js';
import { addVariant } from '../use-cases/add-variant.js';
import { createProduct } from '../use-cases/create-product.js';
import { setPrices } from '../use-cases/set-prices.js';
import { updateProduct } from '../use-cases/update-product.js';
import { withdrawProduct } from '../use-cases/withdraw-product.js';
import { CreateProductInput } from './create-product.input.js';
import {
  AddVariantPayload,
  CreateProductPayload,
  SetPricesPayload,
  UpdateProductPayload,
  WithdrawProductPayload,
} from './product.payload.js';
import { toProductType } from './product.type.js';
import { type ProductVariantType, variantTypeIn } from './product-variant.type.js';
import { toNewProduct, toProductUpdate } from './to-product-draft.js';
import { AddVariantInput, SetPricesInput, UpdateProductInput, WithdrawProductInput } from './update-product.input.js';

const aboutDetails =
  'INVALID_TITLE, INVALID_DESCRIPTION, INVALID_BRAND, INVALID_TAX_CLASS, INVALID_CATEGORIES, INVALID_IMAGE, INVALID_ATTRIBUTE, INVALID_WEIGHT';

@Resolver()
export class ProductStaffResolver {
  @Directive('@requiresScopes(scopes: [["catalog:write"]])')
  @Mutation(() => CreateProductPayload, {
    nullable: true,
    description: `Puts a product on sale. Refusals: ${aboutDetails}, INVALID_VARIANTS, INVALID_SKU, INVALID_PRICE, INVALID_STOCK, SKU_TAKEN, NOT_FOUND for a category.`,
  })
  createProduct(
    @Arg('input', () => CreateProductInput, { description: 'The product.' }) input: CreateProductInput,
    @Ctx() context: CatalogContext,
  ): Promise<CreateProductPayload> {
    const draft = toNewProduct(input);
    return payloadOf<CreateProductPayload>(async () => ({
      product: toProductType(await createProduct(context, draft)),
    }));
  }

  @Directive('@requiresScopes(scopes: [["catalog:write"]])')
  @Mutation(() => UpdateProductPayload, {
    nullable: true,
    description: `Changes a product. Refusals: ${aboutDetails}, PRODUCT_WITHDRAWN, NOT_FOUND. Somebody else's change since \`expectedVersion\` is the error CONFLICT.`,
  })
  updateProduct(
    @Arg('input', () => UpdateProductInput, { description: 'The product, and what becomes of it.' })
    input: UpdateProductInput,
    @Ctx() context: CatalogContext,
  ): Promise<UpdateProductPayload> {
    const update = toProductUpdate(input);
    return payloadOf<UpdateProductPayload>(async () => {
      const product = await updateProduct(context, update);
      forgetWhatWasRead(context);
      return { product: toProductType(product) };
    });
  }

  @Directive('@requiresScopes(scopes: [["catalog:write"]])')
  @Mutation(() => WithdrawProductPayload, {
    nullable: true,
    description: 'Takes a product off sale, for good. Refusals: INVALID_STATE_TRANSITION, NOT_FOUND.',
  })
  withdrawProduct(
    @Arg('input', () => WithdrawProductInput, { description: 'The product.' }) input: WithdrawProductInput,
    @Ctx() context: CatalogContext,
  ): Promise<WithdrawProductPayload> {
    const productId = requireId(input.productId, 'productId');
    return payloadOf<WithdrawProductPayload>(async () => {
      const product = await withdrawProduct(context, productId);
      forgetWhatWasRead(context);
      return { product: toProductType(product) };
    });
  }

  @Directive('@requiresScopes(scopes: [["catalog:write"]])')
  @Mutation(() => AddVariantPayload, {
    nullable: true,
    description:
      'Sells a product in one more form. Refusals: INVALID_VARIANTS, INVALID_SKU, INVALID_ATTRIBUTE, INVALID_WEIGHT, INVALID_PRICE, SKU_TAKEN, PRODUCT_WITHDRAWN, NOT_FOUND.',
  })
  addVariant(
    @Arg('input', () => AddVariantInput, { description: 'The variant.' }) input: AddVariantInput,
    @Ctx() context: CatalogContext,
  ): Promise<AddVariantPayload> {
    const draft = { ...input, productId: requireId(input.productId, 'productId') };
    return payloadOf<AddVariantPayload>(async () => {
      return { variant: await readVariant(context, await addVariant(context, draft)) };
    });
  }

  @Directive('@requiresScopes(scopes: [["catalog:write"], ["pricing:write"]])')
  @Mutation(() => SetPricesPayload, {
    nullable: true,
    description: 'Gives a variant prices. Refusals: INVALID_PRICE, NOT_FOUND.',
  })
  setPrices(
    @Arg('input', () => SetPricesInput, { description: 'The variant and its prices.' }) input: SetPricesInput,
    @Ctx() context: CatalogContext,
  ): Promise<SetPricesPayload> {
    const wish = { variantId: requireId(input.variantId, 'variantId'), prices: input.prices };
    return payloadOf<SetPricesPayload>(async () => {
      await setPrices(context, wish);
      return { variant: await readVariant(context, wish.variantId) };
    });
  }
}

/** The variant as it is after something was written. */
async function readVariant(context: CatalogContext, id: string): Promise<ProductVariantType> {
  forgetWhatWasRead(context);
  const variant = variantTypeIn(await productByVariantId(context).load(id), id);
  if (!variant) throw new Error(`The variant ${id} was written and is not there.`);
  return variant;
}
