import { Field, ID, InputType } from 'type-graphql';
import { RoleEnum } from './role.enum.js';

@InputType({ description: 'Who may do what from now on.' })
export class GrantRolesInput {
  @Field(() => ID, { description: 'Whose roles.' })
  customerId!: string;

  @Field(() => [RoleEnum], { description: 'All the roles they have from now on.' })
  roles!: string[];
}
