import { Directive, Field, InputType, ObjectType } from 'type-graphql';

@Directive('@cacheControl(inheritMaxAge: true)')
@ObjectType('ProductImage', { description: 'A picture of a product.' })
export class ProductImageType {
  @Field(() => String, { description: 'Where it is: an http or https address.' })
  url!: string;

  @Field(() => String, { description: 'What it shows, for those who do not see it; may be empty.' })
  alt!: string;
}

@InputType({ description: 'A picture of a product. Only its address is kept; it is never fetched.' })
export class ProductImageInput {
  @Field(() => String, { description: 'An http or https address of at most 2000 characters.' })
  url!: string;

  @Field(() => String, { defaultValue: '', description: 'What it shows, at most 300 characters.' })
  alt!: string;
}
