import { parseList } from './parse-cells.js';

/** How the way to a shelf is written. */
export interface CategoryForm {
  separator: string;
  maxDepth: number;
  dropTitle: boolean;
}

/**
 * The way to a shelf, from the outside in. The cell may also be a JSON list with one such way.
 * @throws {CellError} for a broken list.
 */
export function parseCategory(text: string, form: CategoryForm, title: string): string[] {
  const [way = ''] = text.startsWith('[') ? parseList(text) : [text];
  const steps = way
    .split(form.separator)
    .map((step) => step.trim())
    .filter((step) => step !== '');
  const shelves = form.dropTitle
    ? steps.filter((step, index) => index < steps.length - 1 || !isTitle(step, title))
    : steps;
  return shelves.slice(0, form.maxDepth);
}

/** Whether a step is the product itself, perhaps cut off with an ellipsis. */
function isTitle(step: string, title: string): boolean {
  const [beginning = '', ...cut] = step.split(/\.{3}$|…$/);
  return cut.length > 0 || squeezed(title) === squeezed(beginning);
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
