/**
 * The line, from 1, on which a text stops to be JSON; the last one when it only ends too early. The parser itself does
 * not always say.
 */
export function lineOfJsonMistake(content: string): number {
  const lines = content.trimEnd().split('\n');
  let [sound, broken] = [0, lines.length];
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2);
    if (mayGoOn(`${lines.slice(0, middle).join('\n')}\n`)) sound = middle;
    else broken = middle;
  }
  return broken;
}

/** Whether this is JSON, or could be the beginning of some. */
function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /at position (\d+)/.exec(message)?.[1];
    return position ? Number(position) >= beginning.length : message.startsWith('Unexpected end');
  }
}
