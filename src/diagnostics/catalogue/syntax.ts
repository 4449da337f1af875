/** GIG1xxx: TypeScript that has no exact Groovy counterpart, or none that the library needs. */
import { problem } from '../problem';

export const syntaxProblems = {
  // Statements
  noVar: problem(
    'GIG1001',
    '`var` is visible outside its block.',
    'Write `const`, or `let` where it is assigned again.',
  ),
  noClass: problem(
    'GIG1002',
    'Classes are not part of the subset.',
    'Write functions and an interface for the data.',
  ),
  noEnum: problem(
    'GIG1003',
    'Enums are not part of the subset.',
    "Write a union of literals: `type Gate = 'report' | 'fail'`.",
  ),
  noForIn: problem(
    'GIG1004',
    '`for … in` visits inherited keys.',
    'Write `for (const key of Object.keys(object))`.',
  ),
  noDo: problem('GIG1005', 'Groovy 2.4 has no `do … while`.', 'Write `while (true)` with a `break`.'),
  noLabel: problem(
    'GIG1006',
    'Labels are not part of the subset.',
    'Move the inner loop to a function and return from it.',
  ),
  noDebugger: problem('GIG1007', '`debugger` means nothing in a build.', 'Set the breakpoint in the editor.'),
  noNestedFunction: problem(
    'GIG1008',
    'A function inside a function is not part of the subset.',
    'Move it to the module, or write an arrow function.',
  ),
  noNamespace: problem('GIG1009', 'Namespaces and `declare` are not part of the subset.', 'Write a module.'),
  noEmptyStatement: problem('GIG1010', 'This statement is empty.', 'Delete it.'),
  noBlock: problem('GIG1011', 'A block of its own is not part of the subset.', 'Move it to a function.'),
  forForm: problem(
    'GIG1013',
    'Of the counting loops only `for (let i = 0; i < end; i++)` has an exact counterpart.',
    'Write that form, `for … of` over a list, or `while`.',
  ),
  loopVariableAssigned: problem(
    'GIG1014',
    'The variable of a loop is assigned in its body.',
    'Assign to a variable of its own.',
  ),
  noStatementExpression: problem(
    'GIG1015',
    'This expression does nothing as a statement.',
    'Use its value, or write `if` instead of `&&`, `||` and `?:`.',
  ),
  switchFallsThrough: problem(
    'GIG1016',
    'This case runs into the next one.',
    'End it with `break`, `return` or `throw`; several labels may share one body.',
  ),
  caseNotLiteral: problem(
    'GIG1017',
    'A `case` must be a literal.',
    'Write `if` and `===` for a computed value.',
  ),
  returnInFinally: problem(
    'GIG1019',
    '`finally` must not leave the function: it would hide the failure.',
    'Return behind the `try` statement.',
  ),
  loopChangesList: problem(
    'GIG1020',
    'This may change the list while it is visited.',
    'Visit a copy: `[...list]`, or collect the changes in a new list.',
  ),
  loopOverSet: problem(
    'GIG1023',
    'The body of this loop uses a step, changes a set or calls a function that could: JavaScript would visit what is added meanwhile.',
    'Visit a copy: `for (const text of [...set])`.',
  ),
  textAsList: problem(
    'GIG1022',
    'A text is no list: taken apart like one, it would have other parts in Groovy.',
    "Make a list of it: `text.split('')`.",
  ),
  noUsing: problem(
    'GIG1024',
    '`using` is not part of the subset: Groovy 2.4 has nothing that ends with its block.',
    'Write `const`, and end it in `finally`.',
  ),
  topLevelStatement: problem(
    'GIG1018',
    'Statements outside functions are never executed by Jenkins.',
    'Move it into a function.',
  ),
  targetEvaluatedTwice: problem(
    'GIG1021',
    'What is assigned to is computed, and would be computed twice.',
    'Put the object or the key into a `const` first.',
  ),
  // Modules
  exportForm: problem(
    'GIG1030',
    'Only functions, types and constants are exported, where they are declared.',
    'Write `export function …` or `export default function …`.',
  ),
  importForm: problem(
    'GIG1031',
    'Only named imports and the default function of a global variable can be imported, under their own names.',
    "Write `import { sh } from 'gig-ci/jenkins'` or `import gigOther from './gigOther'`.",
  ),
  moduleConstant: problem(
    'GIG1032',
    'A value at module level must be a `const` whose value is a literal all through.',
    'Write literals, or move it into a function.',
  ),
  mutableConstant: problem<[name: string, type: string]>(
    'GIG1034',
    (name, type) => `The type of '${name}', ${type}, allows changes, which each use of it would lose.`,
    'Write `as const` behind the value, or `readonly` in front of every property and list of its type.',
  ),
  twoDefaultExports: problem(
    'GIG1035',
    'A file has one default function, and this one has several.',
    'Delete `default` at all but the function that Jenkinsfiles call.',
  ),
  importPath: problem<[path: string]>(
    'GIG1036',
    (path) => `There is nothing to import at '${path}'.`,
    (path) =>
      /\.[jt]s$/.test(path)
        ? `Write '${path.replace(/\.[jt]s$/, '')}', without the extension.`
        : "Import from 'gig-ci/jenkins', './gigOther' or './shared/name'; nothing else runs in Jenkins.",
  ),
  importCycle: problem<[chain: string]>(
    'GIG1033',
    (chain) => `These modules import each other: ${chain}.`,
    'Move what both need to vars/shared/.',
  ),
  // Functions
  noFunctionExpression: problem(
    'GIG1040',
    '`function` expressions are not part of the subset.',
    'Write an arrow function.',
  ),
  noAsync: problem(
    'GIG1041',
    'Pipeline code is not asynchronous: a step simply returns.',
    'Delete `async` and `await`.',
  ),
  noGenerator: problem('GIG1042', 'Generators are not part of the subset.', 'Return a list.'),
  noRestParameter: problem('GIG1043', 'Rest parameters are not part of the subset.', 'Take a list.'),
  noOverload: problem(
    'GIG1044',
    'Overloads are not part of the subset.',
    'Write one signature, with optional parameters.',
  ),
  noTypePredicate: problem(
    'GIG1045',
    'A type predicate is believed, not checked.',
    'Write the test where it is used, so that the checker sees it.',
  ),
  patternDefault: problem(
    'GIG1047',
    'A parameter object that is taken apart has no default as a whole.',
    'Give each part its default and call with `{}`.',
  ),
  functionReference: problem<[name: string]>(
    'GIG1048',
    (name) => `Function '${name}' is used as a value; it would get arguments that it does not name.`,
    (name) => `Write an arrow function: \`(value) => ${name}(value)\`.`,
  ),
  callbackNotInline: problem(
    'GIG1049',
    'The callback of a member of the language must be written in place.',
    'Write an arrow function here, and call the other one in it.',
  ),
  closureCallsItself: problem(
    'GIG1050',
    'An arrow function that calls itself has no counterpart: only functions of a module count how deep they are.',
    'Move it to the module, as a function that takes what it needs.',
  ),
  // Expressions
  noNull: problem(
    'GIG1060',
    '`null` is not part of the subset: Groovy has one absence.',
    'Write `undefined`.',
  ),
  noThis: problem('GIG1061', '`this` is not part of the subset.', 'Take what is needed as a parameter.'),
  noLooseEquality: problem<[strict: string]>(
    'GIG1062',
    'This comparison converts its operands.',
    (strict) => `Write \`${strict}\`.`,
  ),
  noTypeAssertion: problem(
    'GIG1063',
    'A type assertion is believed, not checked.',
    'Declare the type where the value is made; only `as const` is allowed.',
  ),
  noNonNull: problem(
    'GIG1064',
    '`!` is believed, not checked.',
    'Write `??` with a default, or throw when it is undefined.',
  ),
  noTypeof: problem(
    'GIG1065',
    '`typeof` is not part of the subset.',
    'Compare with a literal, or give both forms a common field.',
  ),
  noIncrementInExpression: problem(
    'GIG1066',
    'An assignment inside an expression is not part of the subset.',
    'Write it as a statement of its own.',
  ),
  noDelete: problem('GIG1067', '`delete` is not part of the subset.', 'Build the object without the key.'),
  noComma: problem('GIG1068', 'The comma operator is not part of the subset.', 'Write two statements.'),
  noBigInt: problem('GIG1069', 'Big integers are not part of the subset.', 'Write a number.'),
  noRegexpHere: problem(
    'GIG1070',
    'A regular expression may only stand as the receiver or an argument of a member of the language.',
    'Write it there.',
  ),
  noTaggedTemplate: problem('GIG1071', 'Only `sh` takes a tagged template.', 'Call a function.'),
  noConstruction: problem(
    'GIG1072',
    'Only `throw new Error(message)` and sets of texts can be made.',
    'Write an object or a list.',
  ),
  noAccessor: problem(
    'GIG1073',
    'Methods, getters and setters in an object are not part of the subset.',
    'Write `name: () => …`.',
  ),
  noBitwise: problem<[operator: string]>(
    'GIG1074',
    (operator) => `Operator \`${operator}\` is not part of the subset.`,
    (operator) => operatorHints.get(operator) ?? 'Write it with the arithmetic and logical operators.',
  ),
  noIn: problem(
    'GIG1075',
    '`in` and `instanceof` are not part of the subset.',
    'Compare the value with `undefined`.',
  ),
  throwForm: problem(
    'GIG1076',
    'Only an error can be thrown.',
    "Write `throw new Error('what went wrong')`.",
  ),
  noParameterAssignment: problem(
    'GIG1077',
    'A parameter is assigned.',
    'Assign to a `let` of its own, so that the parameter keeps what the caller gave.',
  ),
  arrayPattern: problem(
    'GIG1078',
    'This pattern is not part of the subset.',
    'Take the parts one by one; lists: names only, objects: names, defaults and nested objects.',
  ),
  noConversion: problem<[operator: string]>(
    'GIG1079',
    (operator) => `\`${operator}\` in front of a value converts it to a number.`,
    (operator) =>
      operator === '+'
        ? 'Write `Number(text)`, and nothing in front of a number.'
        : 'Write `-Number(text)`: only a number has a negative.',
  ),
  noHole: problem(
    'GIG1080',
    'A list with a hole in it is not part of the subset.',
    'Write `undefined` there, or leave the comma out.',
  ),
  unsupported: problem<[construct: string]>(
    'GIG1090',
    (construct) => `${construct} is not part of the subset.`,
    'Write it with functions, conditions, loops, objects and lists.',
  ),
  // Comments
  noSuppression: problem<[comment: string]>(
    'GIG1091',
    (comment) => `\`${comment}\` hides an error that the output would have.`,
    'Correct what it hides.',
  ),
} as const;

const operatorHints: ReadonlyMap<string, string> = new Map([
  ['**', 'Write a product: JavaScript and Java round powers differently.'],
  ['??=', 'Write `value = value ?? …`.'],
  ['||=', 'Write `value = value || …`.'],
  ['&&=', 'Write `value = value && …`.'],
]);
