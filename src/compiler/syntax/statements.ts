/** The statements of the subset: what each kind becomes, or why it is refused. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Statement } from '../../groovy';
import { lowerFor, lowerForOf, lowerWhile } from '../lower/loops';
import { lowerExpressionStatement } from '../lower/effects';
import { lowerIf } from '../lower/conditions';
import { lowerBreak, lowerContinue, lowerReturn } from '../lower/jumps';
import { lowerSwitch } from '../lower/switch';
import { lowerThrow, lowerTry } from '../lower/errors';
import { lowerVariableStatement } from '../lower/variables';
import { lowered, refused, table } from './table';

const kind = ts.SyntaxKind;

export const statementTable = table<readonly Statement[]>([
  lowered(kind.VariableStatement, lowerVariableStatement, {
    name: `\`const\` and \`let\``,
    example: `const count = names.length;
let text = 'none';
if (count > 0) text = 'some';
echo(text);`,
    note: "Objects and lists can be taken apart: `const { name = 'x' } = options`, `const [first, , third] = list`; without `...rest`.",
  }),
  lowered(kind.ExpressionStatement, lowerExpressionStatement, {
    name: 'A call or an assignment as a statement',
    example: `const seen: { [name: string]: number } = {};
let count = 0;
count += 2;
count++;
seen[\`a-\${count}\`] = count;
echo(JSON.stringify(seen));`,
    note: `\`=\`, \`+=\`, \`-=\`, \`*=\`, \`++\` and \`--\` are statements, never part of an expression. An element of a list is not assigned: make a new list.`,
  }),
  lowered(kind.IfStatement, lowerIf, {
    name: `\`if\``,
    example: `if (names.length === 0) {
  echo('none');
} else if (options.name) {
  echo(options.name);
}`,
    note: 'What JavaScript takes for true is what counts: an empty list and an empty object are true, an empty text is false. A number is no condition.',
  }),
  lowered(kind.ForOfStatement, lowerForOf, {
    name: `\`for … of\``,
    example: `for (const name of names) {
  echo(name);
}
for (const [index, name] of names.entries()) {
  echo(\`\${index}: \${name}\`);
}`,
    note: `Over a list, \`entries()\`, \`matchAll(…)\`. Each round has a variable of its own, also for closures. The list must not change meanwhile.`,
  }),
  lowered(kind.ForStatement, lowerFor, {
    name: `\`for\` that counts up`,
    example: `for (let index = 0; index < 3; index++) {
  echo(\`\${index}\`);
}`,
    note: 'This form only.',
  }),
  lowered(kind.WhileStatement, lowerWhile, {
    name: `\`while\``,
    example: `let rest = [...names];
while (rest.length > 0) {
  rest = rest.slice(1);
}`,
  }),
  lowered(kind.SwitchStatement, lowerSwitch, {
    name: `\`switch\``,
    example: `switch (options.name) {
  case 'a':
  case 'b':
    echo('early');
    break;
  default:
    echo('other');
}`,
    note: 'Cases are literals; several may share a body; no case runs into the next.',
  }),
  lowered(kind.BreakStatement, lowerBreak, {
    name: `\`break\``,
    example: `for (const name of names) {
  if (name === '') break;
  echo(name);
}`,
  }),
  lowered(kind.ContinueStatement, lowerContinue, {
    name: `\`continue\``,
    example: `for (const name of names) {
  if (name === '') continue;
  echo(name);
}`,
  }),
  lowered(kind.ReturnStatement, lowerReturn, {
    name: `\`return\``,
    example: `if (names.length === 0) return;
echo(names.join(' '));`,
    note: `Not in \`finally\`.`,
  }),
  lowered(kind.ThrowStatement, lowerThrow, {
    name: `\`throw\``,
    example: `throw new Error(\`no \${options.name ?? 'name'}\`);`,
    note: `An \`Error\` with a message, or what a \`catch\` caught.`,
  }),
  lowered(kind.TryStatement, lowerTry, {
    name: `\`try\`, \`catch\`, \`finally\``,
    example: `try {
  sh\`make\`;
} catch (failure) {
  if (failure instanceof Error) echo(failure.message);
} finally {
  echo('done');
}`,
    note: `An abort passes through \`catch\`. In a function that uses steps a failure in \`finally\` is said and cannot mask the first one.`,
  }),

  refused(kind.Block, problems.noBlock()),
  refused(kind.EmptyStatement, problems.noEmptyStatement()),
  refused(kind.DoStatement, problems.noDo()),
  refused(kind.ForInStatement, problems.noForIn()),
  refused(kind.LabeledStatement, problems.noLabel()),
  refused(kind.DebuggerStatement, problems.noDebugger()),
  refused(kind.FunctionDeclaration, problems.noNestedFunction()),
  refused(kind.ClassDeclaration, problems.noClass()),
  refused(kind.EnumDeclaration, problems.noEnum()),
  refused(kind.ModuleDeclaration, problems.noNamespace()),
  refused(kind.InterfaceDeclaration, problems.unsupported('A type inside a function')),
  refused(kind.TypeAliasDeclaration, problems.unsupported('A type inside a function')),
]);
