import { Directive, Field, InputType, ObjectType } from 'type-graphql';

@Directive('@cacheControl(inheritMaxAge: true)')
@ObjectType('ProductAttribute', { description: 'One property, such as the material.' })
export class ProductAttributeType {
  @Field(() => String, { description: 'What is told, such as "Material". It may come several times.' })
  name!: string;

  @Field(() => String, { description: 'What it is, such as "Linen".' })
  value!: string;
}

@InputType({ description: 'One property, such as the material.' })
export class ProductAttributeInput {
  @Field(() => String, { description: '1 to 60 characters without "=".' })
  name!: string;

  @Field(() => String, { description: '1 to 300 characters.' })
  value!: string;
}
