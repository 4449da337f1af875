/** JSON that people write: what it says, or where it stops being JSON. */

/** Where a text is no JSON. Line and column count from 1, columns in UTF-16 units. */
export interface JsonProblem {
  /** In the words of Node; it may name a character of the text, and nothing else of it. */
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** Parses a text, or says what is wrong with it. */
export function parseJson(text: string): { readonly data: unknown } | { readonly problem: JsonProblem } {
  try {
    const data: unknown = JSON.parse(text);
    return { data };
  } catch (error) {
    const lines = text.slice(0, longestBeginning(text)).split('\n');
    const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    return { problem: { reason: reasonOf(error), ...place } };
  }
}

/** Node quotes what stands around, over several lines, which the place makes needless. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [reason = ''] = /^Unexpected token '[^]+?'|^.*?(?= in JSON at position)|^.*/.exec(message) ?? [];
  return reason === "Unexpected token '\n'" ? 'Unexpected end of the line' : reason;
}

/** How many characters may begin a JSON text. Not every message of Node says it, and each beginning of a good one is good. */
function longestBeginning(text: string): number {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isBeginning(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** Whether nothing is wrong but that the text ends. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    return message.includes('end of JSON input') || Number(position) >= text.length;
  }
}
