import { DomainError } from '@souk/kit/domain';

export class InvalidCategoryNameError extends DomainError {
  readonly code = 'INVALID_NAME';
  constructor() {
    super('The name of a category has 1 to 100 characters.', ['input', 'name']);
  }
}

export class CategoryTooDeepError extends DomainError {
  readonly code = 'CATEGORY_TOO_DEEP';
  constructor(deepest: number) {
    super(`Categories are at most ${deepest} deep.`, ['input', 'parentId']);
  }
}

export class CategoryExistsError extends DomainError {
  readonly code = 'CATEGORY_EXISTS';
  constructor() {
    super('There is a category of this name in the same place.', ['input', 'name']);
  }
}

export class CategoryNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor(path: string) {
    super('There is no such category.', ['input', path]);
  }
}
