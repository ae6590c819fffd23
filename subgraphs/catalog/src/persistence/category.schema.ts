import { defineEntity, p } from '@mikro-orm/core';
import { Category } from '../domain/category.js';

export const CategorySchema = defineEntity({
  class: Category,
  tableName: 'category',
  properties: {
    id: p.uuid().primary(),
    slug: p.text(),
    name: p.text(),
    parentId: p.uuid().nullable(),
    path: p.array().columnType('uuid[]').$type<readonly string[]>(),
  },
});
