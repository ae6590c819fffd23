import type { Preset } from '../mapping.js';

/** Product pages of a marketplace as a crawler wrote them down: prices in whole units, lists as JSON, a Ruby hash. */
export const marketplaceCrawl: Preset = {
  name: 'marketplace-crawl',
  recognisedBy: ['uniq_id', 'product_name', 'product_category_tree', 'product_specifications'],
  mapping: {
    columns: {
      id: 'uniq_id',
      sku: ['pid', 'uniq_id'],
      title: 'product_name',
      description: 'description',
      brand: 'brand',
      price: ['discounted_price', 'retail_price'],
      category: 'product_category_tree',
      images: 'image',
    },
    category: { separator: '>>', maxDepth: 3, dropTitle: true },
    attributes: { list: 'product_specifications' },
    defaults: { currency: 'INR' },
  },
};
