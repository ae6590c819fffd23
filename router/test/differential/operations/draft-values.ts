import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Choices } from './choices.js';

const names = ['Product', 'Brand', 'User', 'Book', 'Film', 'Warehouse'];

/** A value that may stand in an operation, or be sent as a variable. */
export function draftValue(type: GraphQLInputType, choices: Choices): unknown {
  if (isNonNullType(type)) return draftPresentValue(type.ofType, choices);
  return choices.oneIn(6) ? null : draftPresentValue(type, choices);
}

function draftPresentValue(type: GraphQLInputType, choices: Choices): unknown {
  if (isListType(type)) {
    const { ofType } = type;
    return Array.from({ length: choices.next(3) }, () => draftValue(ofType, choices));
  }
  if (isEnumType(type)) return new EnumValue(choices.pick(type.getValues()).name);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || choices.oneIn(2));
    return Object.fromEntries(fields.map((field) => [field.name, draftValue(field.type, choices)]));
  }
  return draftScalar(String(type), choices);
}

function draftScalar(typeName: string, choices: Choices): unknown {
  switch (typeName) {
    case 'Int':
      return choices.next(4);
    case 'Boolean':
      return choices.next(2) === 0;
    case 'ID':
      return `${choices.pick(names)}:${choices.next(3)}`;
    default:
      return choices.pick(['text', 'with "quotes"', '']);
  }
}

/** A name among the values of an enum: without quotes in an operation, with them in variables. */
class EnumValue {
  constructor(private readonly name: string) {}

  toJSON(): string {
    return this.name;
  }
}

export function printLiteral(value: unknown): string {
  if (value instanceof EnumValue) return value.toJSON();
  if (Array.isArray(value)) return `[${value.map(printLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, each]) => `${name}: ${printLiteral(each)}`)
    .join(', ')}}`;
}
