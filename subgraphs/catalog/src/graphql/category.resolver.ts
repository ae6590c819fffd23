import { payloadOf, requireId } from '@souk/kit/graphql';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CatalogContext } from '../context.js';
import type { Category } from '../domain/category.js';
import { categoryById, categoryBySlug, childrenByCategoryId, rootCategories } from '../persistence/find-categories.js';
import { createCategory } from '../use-cases/create-category.js';
import { CategoryType, toCategoryType } from './category.type.js';
import { CreateCategoryInput } from './create-category.input.js';
import { CreateCategoryPayload } from './create-category.payload.js';

@Resolver(() => CategoryType)
export class CategoryResolver {
  @Directive('@cacheControl(maxAge: 0)')
  @Directive('@listSize(assumedSize: 10)')
  @Query(() => [CategoryType], {
    nullable: true,
    description: 'The outermost shelves, by name; their children lead on.',
  })
  async categories(@Ctx() { em }: CatalogContext): Promise<CategoryType[]> {
    return (await rootCategories(em)).map(toCategoryType);
  }

  @Query(() => CategoryType, { nullable: true, description: 'One shelf; null when there is none of that name.' })
  async category(
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
    @Ctx() context: CatalogContext,
  ): Promise<CategoryType | null> {
    const category = await categoryBySlug(context).load(slug);
    return category && toCategoryType(category);
  }

  @FieldResolver(() => CategoryType, { nullable: true, description: 'The shelf it stands in; null for the outermost.' })
  async parent(@Root() { category }: CategoryType, @Ctx() context: CatalogContext): Promise<CategoryType | null> {
    const parent = category.parentId === null ? null : await categoryById(context).load(category.parentId);
    return parent && toCategoryType(parent);
  }

  @Directive('@cacheControl(maxAge: 0)')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [CategoryType], { description: 'The shelves inside it, by name.' })
  async children(@Root() { id }: CategoryType, @Ctx() context: CatalogContext): Promise<CategoryType[]> {
    return ((await childrenByCategoryId(context).load(id)) ?? []).map(toCategoryType);
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [CategoryType], { description: 'The way to it, from the outermost shelf to itself.' })
  async path(@Root() { category }: CategoryType, @Ctx() context: CatalogContext): Promise<CategoryType[]> {
    const steps = await categoryById(context).loadMany([...category.path]);
    return steps.filter((step): step is Category => step !== null && !(step instanceof Error)).map(toCategoryType);
  }

  @Directive('@requiresScopes(scopes: [["catalog:write"]])')
  @Mutation(() => CreateCategoryPayload, {
    nullable: true,
    description: 'Puts up a shelf. Refusals: INVALID_NAME, CATEGORY_EXISTS, CATEGORY_TOO_DEEP, NOT_FOUND.',
  })
  createCategory(
    @Arg('input', () => CreateCategoryInput, { description: 'The shelf.' }) { name, parentId }: CreateCategoryInput,
    @Ctx() context: CatalogContext,
  ): Promise<CreateCategoryPayload> {
    const parent = parentId == null ? null : requireId(parentId, 'parentId');
    return payloadOf<CreateCategoryPayload>(async () => ({
      category: toCategoryType(await createCategory(context, { name, parentId: parent })),
    }));
  }
}
