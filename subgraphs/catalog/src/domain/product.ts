import { AggregateRoot, newId } from '@souk/kit/domain';
import {
  InvalidProductError,
  ProductTransitionError,
  ProductWithdrawnError,
  VariantNotFoundError,
} from './product.errors.js';
import { type Attribute, checkedDetails, type ProductDetails, type ProductImage } from './product-details.js';
import { type ProductStatus, productTransitions } from './product-status.js';
import {
  checkedVariantDetails,
  newVariant,
  type ProductVariant,
  type VariantDetails,
  type VariantDraft,
} from './product-variant.js';

/** Units that the creator says are there already. */
export interface InitialStock {
  warehouseCode: string;
  quantity: number;
}

export interface ProductDraft extends ProductDetails {
  /** Only where it must be the same at every run, as in a seed. */
  id?: string;
  variants: readonly (VariantDraft & { initialStock: InitialStock | null })[];
}

/** What may be changed; what is absent stays as it is. */
export interface ProductChange extends Partial<ProductDetails> {
  variants?: readonly (VariantDetails & { id: string })[];
}

/** What can happen to a product. `stockBySku` is what its variants start with. */
export type ProductEvent =
  | { type: 'ProductCreated'; product: Product; stockBySku: ReadonlyMap<string, InitialStock> }
  | { type: 'ProductUpdated'; product: Product }
  | { type: 'ProductWithdrawn'; product: Product };

const mostVariants = 100;
const mostUnits = 1_000_000;

/** Something the shop sells, in one or more variants. */
export class Product extends AggregateRoot<ProductEvent> implements ProductDetails {
  title!: string;
  description!: string;
  brand!: string | null;
  categoryIds!: readonly string[];
  taxClassCode!: string;
  images!: readonly ProductImage[];
  attributes!: readonly Attribute[];
  updatedAt: Date;
  variants: readonly ProductVariant[] = [];
  private _status: ProductStatus = 'ACTIVE';

  /** Use {@link Product.create}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly slug: string,
    readonly createdAt: Date,
  ) {
    super();
    this.updatedAt = createdAt;
  }

  /** @param slug one that no other product has. @throws {InvalidProductError} that names the field at fault. */
  static create(draft: ProductDraft, slug: string, now: Date): Product {
    const product = new Product(draft.id ?? newId(), slug, now);
    Object.assign(product, checkedDetails(draft));
    if (draft.variants.length === 0)
      throw new InvalidProductError('INVALID_VARIANTS', 'A product has at least one variant.', ['variants']);
    for (const variant of draft.variants) product.include(variant);
    product.record({ type: 'ProductCreated', product, stockBySku: checkedStock(draft) });
    return product;
  }

  get status(): ProductStatus {
    return this._status;
  }

  get isActive(): boolean {
    return this._status === 'ACTIVE';
  }

  /**
   * Changes what is given; the slug stays, so that links stay good. A change to what already is, is none.
   * @throws {ProductWithdrawnError} @throws {VariantNotFoundError} @throws {InvalidProductError}
   */
  update(change: ProductChange, now: Date): void {
    if (!this.isActive) throw new ProductWithdrawnError();
    const [before, after] = [this.stateWith({}), this.stateWith(change)];
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    Object.assign(this, after);
    this.updatedAt = now;
    this.record({ type: 'ProductUpdated', product: this });
  }

  /** @throws {ProductWithdrawnError} @throws {InvalidProductError} */
  addVariant(draft: VariantDraft, now: Date): ProductVariant {
    if (!this.isActive) throw new ProductWithdrawnError();
    const variant = this.include(draft);
    this.updatedAt = now;
    this.record({ type: 'ProductUpdated', product: this });
    return variant;
  }

  /** Takes it off sale, for good. @throws {ProductTransitionError} when it is withdrawn already. */
  withdraw(now: Date): void {
    this.moveTo('WITHDRAWN');
    this.updatedAt = now;
    this.record({ type: 'ProductWithdrawn', product: this });
  }

  /** Everything that an update may change, as it would be; in one form, so that two of them can be compared. */
  private stateWith({ variants = [], ...change }: ProductChange): ProductDetails & { variants: ProductVariant[] } {
    const { title, description, brand, categoryIds, taxClassCode, images, attributes } = this;
    const details = { title, description, brand, categoryIds, taxClassCode, images, attributes };
    return { ...checkedDetails({ ...details, ...change }), variants: this.variantsWith(variants) };
  }

  private variantsWith(changes: NonNullable<ProductChange['variants']>): ProductVariant[] {
    const ids = this.variants.map((variant) => variant.id);
    if (changes.some(({ id }) => !ids.includes(id))) throw new VariantNotFoundError();
    return this.variants.map((variant) => {
      const index = changes.findIndex(({ id }) => id === variant.id);
      const details = checkedVariantDetails(changes[index] ?? variant, ['variants', String(index)]);
      return { id: variant.id, sku: variant.sku, ...details };
    });
  }

  private include(draft: VariantDraft): ProductVariant {
    if (this.variants.length >= mostVariants)
      throw new InvalidProductError('INVALID_VARIANTS', `A product has at most ${mostVariants} variants.`, [
        'variants',
      ]);
    const variant = newVariant(draft, ['variants', String(this.variants.length)]);
    if (this.variants.some(({ sku }) => sku === variant.sku))
      throw new InvalidProductError('INVALID_VARIANTS', `Two variants bear the SKU "${variant.sku}".`, ['variants']);
    this.variants = [...this.variants, variant];
    return variant;
  }

  private moveTo(next: ProductStatus): void {
    if (!productTransitions[this._status].includes(next)) throw new ProductTransitionError(this._status, next);
    this._status = next;
  }
}

function checkedStock({ variants }: ProductDraft): Map<string, InitialStock> {
  const stock = new Map<string, InitialStock>();
  variants.forEach(({ sku, initialStock }, index) => {
    if (initialStock === null) return;
    const { warehouseCode, quantity } = initialStock;
    const isCount = Number.isInteger(quantity) && quantity >= 0 && quantity <= mostUnits;
    if (!isCount || !/^[A-Z][A-Z0-9-]{0,19}$/.test(warehouseCode))
      throw new InvalidProductError(
        'INVALID_STOCK',
        `Stock is 0 to ${mostUnits} whole units in a warehouse whose code is in capitals.`,
        ['variants', String(index), 'initialStock'],
      );
    stock.set(sku.trim(), initialStock);
  });
  return stock;
}
