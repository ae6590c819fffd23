const firstProblem = /^\s*x (?<problem>[^\n]*)\n *,-\[.*:(?<line>\d+):(?<column>\d+)\]\n(?<excerpt>.*)$/s;

/** What the compiler found, `source:line:column: sentence`, above the lines that it shows. */
export function describeSyntaxError(source, message) {
  // What follows is the compiler's own call stack.
  const [told] = message.split('\n\nCaused by:');
  const { problem, line, column, excerpt } = firstProblem.exec(told)?.groups ?? {};
  if (!problem) return `${source}: It does not compile: ${told.trim()}`;
  return `${source}:${line}:${markedColumn(excerpt) ?? column}: It does not compile: ${problem}\n${excerpt.trimEnd()}`;
}

// Where something is marked, the column that the compiler tells is that of its line, always 1.
function markedColumn(excerpt) {
  const [first] = excerpt.split(/\n *`----/);
  const { margin, gap } = /^(?<margin> *: )(?<gap>[ |]*)\^/m.exec(first)?.groups ?? {};
  return margin && gap.length + 1;
}
