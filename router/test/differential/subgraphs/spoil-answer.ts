import { type Fault, isHit } from './faults.js';

export interface RawAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

type Json = unknown;

/**
 * An answer with something wrong in it. Where depends on the content alone: what is asked for twice is wrong twice.
 * @param representations what entities were asked for, if any.
 */
export function spoilAnswer(answer: RawAnswer, fault: Fault, representations: unknown[] | undefined): RawAnswer {
  if (fault.kind === 'a subgraph refuses')
    return { errors: [{ message: 'Refused.', extensions: { code: 'FORBIDDEN' } }] };
  const { data } = answer;
  if (!data) return answer;
  if (!representations) return { ...answer, data: spoilObject(data, fault, '') };
  const entities = data['_entities'];
  if (!Array.isArray(entities)) return answer;
  return { ...answer, data: { _entities: spoilEntities(entities, fault, representations) } };
}

function spoilEntities(entities: Json[], fault: Fault, representations: unknown[]): Json {
  if (fault.kind === 'there are no entities') return null;
  if (fault.kind === 'there are too few entities') return entities.slice(1);
  return entities.map((entity, index) => {
    const place = JSON.stringify(representations[index]);
    if (fault.kind === 'an entity is missing' && isHit(fault, place)) return null;
    return entity === null ? null : spoilObject(entity as Record<string, Json>, fault, place);
  });
}

function spoilObject(object: Record<string, Json>, fault: Fault, place: string): Record<string, Json> {
  const entries = Object.entries(object).flatMap(([key, value]) => {
    const own = `${place}.${key}`;
    if (!isHit(fault, own)) return [[key, spoilInside(value, fault, own)]];
    const isLeftOut = fault.kind === 'a field is missing' && key !== '__typename';
    return isLeftOut ? [] : [[key, spoilValue(key, value, fault, own)]];
  });
  return Object.fromEntries(entries);
}

function spoilInside(value: Json, fault: Fault, place: string): Json {
  if (Array.isArray(value)) return value.map((item, index) => spoilInside(item, fault, `${place}[${index}]`));
  return typeof value === 'object' && value !== null ? spoilObject(value as Record<string, Json>, fault, place) : value;
}

function spoilValue(key: string, value: Json, fault: Fault, place: string): Json {
  const isLeaf = typeof value !== 'object' || value === null;
  switch (fault.kind) {
    case 'a value is null':
      return null;
    case 'a type is unknown':
      return key === '__typename' ? 'Nothing' : spoilInside(value, fault, place);
    case 'a leaf is of another type':
      return isLeaf && key !== '__typename' ? otherLeaf(value) : spoilInside(value, fault, place);
    case 'an object is of another form':
      return isLeaf ? value : otherForm(value, place);
    default:
      return spoilInside(value, fault, place);
  }
}

function otherLeaf(value: Json): Json {
  if (typeof value === 'number') return Number.isInteger(value) ? value + 0.5 : `${value}`;
  return typeof value === 'string' ? value.length : 'yes';
}

function otherForm(value: Json, place: string): Json {
  const forms = [[], {}, 'text', 7, [value], [null]];
  return forms[place.length % forms.length];
}
