import { PayloadType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { NotificationType } from './notification.type.js';

@ObjectType({ description: 'What `markNotificationsRead` answers.' })
export class MarkNotificationsReadPayload extends PayloadType {
  @Field(() => [NotificationType], { nullable: true, description: 'The notifications, as they are now.' })
  notifications?: NotificationType[];
}
