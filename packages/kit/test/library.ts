import 'reflect-metadata';
import { Arg, Ctx, Directive, Field, ID, Mutation, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { DomainError, Money, PublicError } from '../src/domain/index.js';
import {
  MoneyType,
  payloadOf,
  ReplayablePayloadType,
  type SubgraphContext,
  type SubgraphGraph,
  toMoneyType,
} from '../src/graphql/index.js';

class BookTooOldError extends DomainError {
  readonly code = 'BOOK_TOO_OLD';
}

@Directive('@key(fields: "id")')
@ObjectType('Book', { description: 'A book.' })
export class BookType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => MoneyType, { nullable: true, description: 'What it costs.' })
  price?: MoneyType;

  @Directive('@requiresScopes(scopes: [["books:cost"]])')
  @Field(() => String, { nullable: true, description: 'What staff say about it.' })
  note?: string;
}

@Directive('@authenticated')
@ObjectType('Diary', { description: 'A personal thing.' })
class DiaryType {
  @Field(() => String, { nullable: true, description: 'What stands in it.' })
  text!: string;
}

@ObjectType({ description: 'What `lend` answers.' })
class LendPayload extends ReplayablePayloadType {
  @Field(() => BookType, { nullable: true, description: 'The book.' })
  book?: BookType;
}

const aBook = (id: string) => ({ id, price: toMoneyType(Money.of(1_250, 'EUR')), note: 'dear' });
export const contexts: object[] = [];

async function* threeBooks() {
  yield 'one';
  yield 'two';
  yield 'three';
}

@Resolver()
class LibraryResolver {
  @Query(() => BookType, { nullable: true, description: 'A book by id.' })
  book(@Arg('id', () => ID) id: string): BookType {
    return aBook(id);
  }

  @Query(() => DiaryType, { nullable: true, description: 'My diary.' })
  diary(): DiaryType {
    return { text: 'dear diary' };
  }

  @Query(() => String, { nullable: true, description: 'Fails in the way that it is told to.' })
  fail(@Arg('how', () => String) how: string): string {
    if (how === 'publicly') throw new PublicError('CONFLICT', 'Somebody was faster.', { retryAfterMs: 5 });
    throw new Error(`connect ECONNREFUSED 10.0.0.1 with password ${how}`);
  }

  @Mutation(() => LendPayload, { nullable: true, description: 'Refusals: BOOK_TOO_OLD.' })
  lend(@Arg('id', () => ID) id: string): Promise<LendPayload> {
    return payloadOf<LendPayload>(async () => {
      if (id === 'old') throw new BookTooOldError('This book stays here.', ['input', 'id']);
      return { book: aBook(id), replayed: id === 'lent' };
    });
  }

  @Subscription(() => BookType, { subscribe: threeBooks, description: 'Three books.' })
  bookArrived(@Ctx() context: SubgraphContext): BookType {
    contexts.push(context);
    return aBook('arrived');
  }
}

export const graph: SubgraphGraph = {
  resolvers: [LibraryResolver],
  references: { Book: ({ id }: { id: string }) => (id === 'absent' ? null : aBook(id)) },
  userErrorCodes: ['BOOK_TOO_OLD'],
};
