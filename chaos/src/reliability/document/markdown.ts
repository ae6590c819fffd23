const figure = /^(–|never|[\d.,]+)$/;

/** The lines of a table; numbers stand right. Where there is no row there is no table. */
export function table(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  if (rows.length === 0) return [];
  const isNumber = titles.map((_title, index) =>
    rows.every((row) => typeof row[index] === 'number' || figure.test(String(row[index]))),
  );
  return [
    line(titles),
    line(isNumber.map((right) => (right ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(cell))),
  ];
}

/** A title with its paragraphs, each a list of lines. */
export function section(title: string, ...paragraphs: readonly (readonly string[])[]): string[] {
  const filled = paragraphs.filter((lines) => lines.length > 0);
  return [`## ${title}`, ...filled.flatMap((lines) => ['', ...lines]), ''];
}

export function commands(...lines: readonly string[]): string[] {
  return ['```sh', ...lines, '```'];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cell(value: string | number): string {
  return (typeof value === 'number' ? value.toLocaleString('en') : value).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
