/** A name in a subgraph's SDL, and where it stands. */
export interface Place {
  /** `Order`, `Order.total`, `Query.order(id:)`, `OrderStatus.PAID`. */
  coordinate: string;
  name: string;
  /** Empty when there is none. */
  description: string;
  /** From 1, in the subgraph's generated file. */
  line: number;
  /** From 1. */
  column: number;
  /** As it is written, with its description and all that is in it. */
  text: string;
  directives: readonly Directive[];
}

/** A directive as it was put on something. */
export interface Directive {
  name: string;
  arguments: Readonly<Record<string, unknown>>;
}

/** A field, an argument or an input field. */
export interface Member extends Place {
  /** As it is written, such as `[OrderLine!]!`. */
  type: string;
  hasDefault: boolean;
  /** None but for fields. */
  arguments: readonly Member[];
}

export type TypeKind = 'object' | 'interface' | 'input' | 'enum' | 'union' | 'scalar';

/** A type with all that its definition and its extensions say. */
export interface SdlType extends Place {
  kind: TypeKind;
  /** Fields, or the fields of an input. */
  fields: readonly Member[];
  /** The values of an enum. */
  values: readonly Place[];
}

/** A subgraph as its SDL describes it. */
export interface Subgraph {
  name: string;
  file: string;
  sdl: string;
  types: ReadonlyMap<string, SdlType>;
}
