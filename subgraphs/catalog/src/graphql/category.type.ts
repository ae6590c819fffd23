import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Category } from '../domain/category.js';

@Directive('@cacheControl(maxAge: 60, scope: PUBLIC)')
@ObjectType('Category', { description: 'A shelf of the shop. Shelves stand inside each other.' })
export class CategoryType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name in addresses; no two categories share one.' })
  slug!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  category!: Category;
}

export function toCategoryType(category: Category): CategoryType {
  const { id, slug, name } = category;
  return Object.assign(new CategoryType(), { id, slug, name, category });
}
