/** Comments of an author: they move with their statements, and mean nothing. */
import type { Writer } from './writer';

const remarks = [
  '// a remark',
  '// eslint-disable-next-line a-rule',
  '// "quoted" $x ${y} \\u0041 */',
  '/* one line */',
  '/*\n * several\n * lines\n */',
  '/** documentation */',
] as const;

/** Lines in front of a statement, and the statement itself with what stands behind it. */
export function commented({ choices }: Writer, lines: readonly string[]): readonly string[] {
  if (lines.length === 0 || !choices.chance(8)) return lines;
  const remark = choices.oneOf(remarks);
  return choices.weighted<readonly string[]>([
    [3, [remark, ...lines]],
    [1, ['', remark, '', '// another one', ...lines]],
    [2, [...lines.slice(0, -1), `${lines.at(-1)} // behind it`]],
  ]);
}

/** A comment inside an expression, or nothing. */
export function remarkInside({ choices }: Writer): string {
  return choices.chance(4) ? choices.oneOf(['/* inside */ ', '/* two\n lines */ ', '// inside\n']) : '';
}

/** A comment behind the last statement of a block, or nothing. */
export function remarkAtEnd({ choices }: Writer): readonly string[] {
  return choices.chance(4) ? [choices.oneOf(['// at the end', '/* at the end */'])] : [];
}
