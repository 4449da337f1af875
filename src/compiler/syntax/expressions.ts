/** The expressions of the subset: what each kind becomes, or why it is refused. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Expression } from '../../groovy';
import { lowerElementAccess, lowerIdentifier, lowerPropertyAccess } from '../lower/access';
import { lowerCall, lowerNew } from '../lower/calls';
import { lowerArrow } from '../lower/closures';
import { lowerConditional } from '../lower/conditions';
import {
  lowerArray,
  lowerFalse,
  lowerNumber,
  lowerObject,
  lowerRegularExpression,
  lowerString,
  lowerTrue,
} from '../lower/literals';
import { lowerBinary, lowerPostfix, lowerPrefix } from '../lower/operators';
import { lowerTaggedTemplate } from '../lower/shell';
import { lowerTemplate } from '../lower/templates';
import { lowerAs, lowerParenthesized, lowerSatisfies } from '../lower/wrappers';
import { lowered, refused, table } from './table';

const kind = ts.SyntaxKind;

export const expressionTable = table<Expression>([
  lowered(kind.StringLiteral, lowerString, { name: 'Text', example: `echo('it\\'s "quoted"');` }),
  lowered(kind.NoSubstitutionTemplateLiteral, lowerString, {
    name: 'Text of several lines',
    example: `echo(\`first
second\`);`,
  }),
  lowered(kind.TemplateExpression, lowerTemplate, {
    name: 'Template',
    example: `echo(\`\${names.length} of \${options.name ?? 'none'}\`);`,
    note: 'A hole is a string, a number or a boolean that is there.',
  }),
  lowered(kind.TaggedTemplateExpression, lowerTaggedTemplate, {
    name: 'Shell command',
    example: `node(() => {
  sh\`deploy \${names} --name=\${options.name ?? 'none'}\`;
  const version = sh.output\`git describe\`;
  echo(version);
});`,
    note: `Values travel as environment variables, never as text of the command; one list a command becomes its arguments. Also \`sh.output\` and \`sh.status\`.`,
  }),
  lowered(kind.NumericLiteral, lowerNumber, {
    name: 'Number',
    example: `const half = 0.5;
echo(\`\${half * 3000000000}\`);`,
    note: 'Whole numbers up to 2^53 and doubles, as in JavaScript. What has no finite result fails; zero has no sign.',
  }),
  lowered(kind.TrueKeyword, lowerTrue, {
    name: `\`true\``,
    example: `const isOn = true;
if (isOn && names.length > 0) echo('on');`,
  }),
  lowered(kind.FalseKeyword, lowerFalse, {
    name: `\`false\``,
    example: `let found = false;
for (const name of names) if (name === 'a') found = true;
echo(\`\${found}\`);`,
  }),
  lowered(kind.RegularExpressionLiteral, lowerRegularExpression, {
    name: 'Regular expression',
    example: `if (/^v\\d+$/.test(options.name ?? '')) echo('a version');`,
    note: `Written where it is used, in ASCII, flags \`g\` and \`i\`; without lookbehind, references, named groups, repeated groups that capture.`,
  }),
  lowered(kind.ArrayLiteralExpression, lowerArray, {
    name: 'List',
    example: `const all = ['first', ...names, 'last'];
echo(all.join(' '));`,
  }),
  lowered(kind.ObjectLiteralExpression, lowerObject, {
    name: 'Object',
    example: `const changed = { ...options, name: 'x' };
echo(changed.name);`,
    note: `Keys are strings; keys that look like numbers come first, as in JavaScript. No methods, getters, \`__proto__\`, \`metaClass\`.`,
  }),
  lowered(kind.Identifier, lowerIdentifier, {
    name: 'Name',
    example: `const error = options.name ?? '';
echo(error);`,
    note: 'Names of Groovy and of steps are free: the local is renamed where they meet.',
  }),
  lowered(kind.PropertyAccessExpression, lowerPropertyAccess, {
    name: `Property, \`?.\``,
    example: `echo(\`\${options.name?.length ?? 0}\`);`,
  }),
  lowered(kind.ElementAccessExpression, lowerElementAccess, {
    name: 'Element',
    example: `const first = names[0] ?? 'none';
const texts: { readonly [key: string]: string } = { a: 'x' };
echo(texts[first] ?? 'no entry');`,
    note: `Absent outside the list; of an object by a string; also \`?.[…]\`. Texts have \`charAt\` and \`at\`.`,
  }),
  lowered(kind.CallExpression, lowerCall, {
    name: 'Call',
    example: `stage('Test', () => {
  options.hook?.('x');
});`,
    note: 'Of a step, a function, a function value, a member of the language. A call of a function value makes its caller a function that may use steps.',
  }),
  lowered(kind.NewExpression, lowerNew, {
    name: `\`new Error\`, \`new Set\``,
    example: `const seen = new Set<string>();
for (const name of names) {
  if (seen.has(name)) throw new Error(\`\${name} stands twice\`);
  seen.add(name);
}`,
    note: 'Nothing else is constructed. A set holds texts; a loop over it changes no set and uses no step: `[...set]` is a copy that any loop may visit.',
  }),
  lowered(kind.ArrowFunction, lowerArrow, {
    name: 'Arrow function',
    example: `const shout = (text: string, times: number = 1): string => text.repeat(times);
echo(shout('a', 2));
echo(names.map((name, index) => \`\${index}\${name}\`).join(','));`,
    note: 'It may use steps. It does not call itself: a function of the module does.',
  }),
  lowered(kind.BinaryExpression, lowerBinary, {
    name: 'Operators',
    example: `const sum = names.length * 2 - 1 / 4;
const text = 'n = ' + sum;
if (sum > 1 && text !== '' && options.count === undefined) echo(options.name ?? text);`,
    note: `\`+ - * / %\`, comparisons of two numbers or two texts, \`===\` and \`!==\` of values of one kind or with \`undefined\`, \`&&\` and \`||\` of booleans, \`??\`.`,
  }),
  lowered(kind.PrefixUnaryExpression, lowerPrefix, {
    name: `\`!\` and \`-\``,
    example: `if (!names.includes('a')) echo(\`\${-names.length}\`);`,
  }),
  lowered(kind.PostfixUnaryExpression, lowerPostfix, {
    name: `\`++\` and \`--\` as statements`,
    example: `let count = 0;
count++;
echo(\`\${count}\`);`,
  }),
  lowered(kind.ConditionalExpression, lowerConditional, {
    name: `\`? :\``,
    example: `echo(names.length > 1 ? 'several' : 'few');`,
  }),
  lowered(kind.ParenthesizedExpression, lowerParenthesized, {
    name: 'Parentheses',
    example: `echo(\`\${(names.length + 1) * 2}\`);`,
  }),
  lowered(kind.AsExpression, lowerAs, {
    name: `\`as const\``,
    example: `const modes = ['report', 'fail'] as const;
echo(modes[0]);`,
    note: 'No other assertion: it would be believed, not checked.',
  }),
  lowered(kind.SatisfiesExpression, lowerSatisfies, {
    name: `\`satisfies\``,
    example: `const ports = { web: 80 } satisfies { readonly [name: string]: number };
echo(\`\${ports.web}\`);`,
  }),

  refused(kind.NullKeyword, problems.noNull()),
  refused(kind.ThisKeyword, problems.noThis()),
  refused(kind.SuperKeyword, problems.noThis()),
  refused(kind.FunctionExpression, problems.noFunctionExpression()),
  refused(kind.ClassExpression, problems.noClass()),
  refused(kind.NonNullExpression, problems.noNonNull()),
  refused(kind.TypeAssertionExpression, problems.noTypeAssertion()),
  refused(kind.TypeOfExpression, problems.noTypeof()),
  refused(kind.VoidExpression, problems.unsupported('`void`')),
  refused(kind.DeleteExpression, problems.noDelete()),
  refused(kind.AwaitExpression, problems.noAsync()),
  refused(kind.YieldExpression, problems.noGenerator()),
  refused(kind.BigIntLiteral, problems.noBigInt()),
  refused(kind.MetaProperty, problems.unsupported('`import.meta` and `new.target`')),
]);
