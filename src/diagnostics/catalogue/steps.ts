/** GIG3xxx: Pipeline steps, shell commands and secrets. */
import { problem } from '../problem';

export const stepProblems = {
  // Secrets
  secretInText: problem(
    'GIG3001',
    'A secret in a text would be printed, stored or sent.',
    'Use it in a hole of sh`…` or as a secret of `script`.',
  ),
  secretAsArgument: problem<[callee: string]>(
    'GIG3002',
    (callee) => `A secret is given to ${callee}.`,
    'Only sh`…` and `script` take secrets: call them inside the arrow that binds it.',
  ),
  secretReturned: problem(
    'GIG3003',
    'A secret leaves the arrow that binds it.',
    'Do the work inside the arrow and return its result.',
  ),
  secretStored: problem(
    'GIG3004',
    'A secret is stored.',
    'Use the parameter of the arrow directly; the value is not part of the program.',
  ),
  secretCaptured: problem(
    'GIG3005',
    'A secret is captured by a function value that may run after its binding has ended.',
    'Write the arrow directly as the argument of the step that runs it.',
  ),
  secretType: problem(
    'GIG3006',
    'The type `Secret` stands in a declaration of yours.',
    'A secret exists only as the parameter of the arrow that binds it.',
  ),
  secretBinding: problem<[primitive: string]>(
    'GIG3007',
    (primitive) => `The body of ${primitive} must be an arrow written in place, with plain parameters.`,
    'Write `(token) => { … }` there.',
  ),
  secretName: problem<[input: string, variable: string]>(
    'GIG3008',
    (input, variable) =>
      `Secret ${input} of the script is read from GIG_${input}, but this one is bound to ${variable}.`,
    'Give the parameter of the binding arrow the matching name.',
  ),
  secretUsed: problem(
    'GIG3009',
    'A secret has no value in the program: it cannot be compared, tested or computed with.',
    'Use it in a hole of sh`…` or as a secret of `script`.',
  ),
  sameSecretVariable: problem<[name: string, variable: string]>(
    'GIG3010',
    (name, variable) => `Secret '${name}' would be bound to ${variable}, as another secret around it is.`,
    'Give the two parameters names that differ in more than case and underscores.',
  ),
  unnamedSecret: problem<[name: string]>(
    'GIG3011',
    (name) => `'${name}' names no environment variable: it has none of the letters a to z.`,
    'Name the parameter in English.',
  ),
  secretRead: problem<[variable: string]>(
    'GIG3012',
    (variable) => `${variable} holds a secret, which would become a value of the program.`,
    'Use the parameter of the arrow that binds it, in sh`…` or as a secret of `script`.',
  ),
  secretOverwritten: problem<[variable: string]>(
    'GIG3013',
    (variable) => `${variable} holds a secret here, which this would hide.`,
    'Choose another name for the variable.',
  ),
  secretInReach: problem<[what: string, variable: string]>(
    'GIG3014',
    (what, variable) =>
      `\`${what}\` does not use the secret that is bound here, and would have ${variable} in its environment.`,
    'Move it out of the arrow: only what uses the secret stands in it.',
  ),
  // Shell
  holeInSingleQuotes: problem(
    'GIG3020',
    'A value inside single quotes is not expanded.',
    'Use double quotes there.',
  ),
  holeInBackquotes: problem('GIG3021', 'A value inside backquotes cannot be quoted safely.', 'Write `$(…)`.'),
  holeInArithmetic: problem(
    'GIG3022',
    'A value inside `$((…))` would be evaluated.',
    'Compute it in TypeScript and give the result to the command.',
  ),
  holeInComment: problem(
    'GIG3023',
    'A value inside a comment has no effect.',
    'Delete it, or move it to a command.',
  ),
  holeInHereDocument: problem(
    'GIG3024',
    'A value in or behind a here-document cannot be quoted safely.',
    'Use `printf`, or a resource script.',
  ),
  holeAfterBackslash: problem(
    'GIG3025',
    'A backslash would quote the quote of this value.',
    'Delete the backslash.',
  ),
  holeInExpansion: problem(
    'GIG3026',
    'A value here would become part of the name of a shell variable.',
    'Use the value itself.',
  ),
  holeEvaluated: problem(
    'GIG3027',
    'Another program reads this text as code, so the value would become code.',
    'Pass it as an argument: `sh -c \'echo "$1"\' sh ${value}`.',
  ),
  secondList: problem(
    'GIG3028',
    'A command takes one list.',
    'Join the lists before, or write two commands.',
  ),
  listInText: problem(
    'GIG3029',
    'A list is one argument per element and cannot be a part of one, a file name or the value of a variable.',
    'Separate it with spaces, among the arguments of a command.',
  ),
  holeType: problem<[type: string]>(
    'GIG3030',
    (type) => `A command takes strings, numbers, booleans, one list of strings and secrets; this is ${type}.`,
    'Pass the parts, or `value ?? …`.',
  ),
  holeBehindUnreadable: problem(
    'GIG3031',
    "How a value is quoted behind `case` in parentheses, or behind `$'…'`, depends on the shell.",
    'Write that part as a command of its own, or as a resource script.',
  ),
  listElsewhere: problem(
    'GIG3032',
    'This command sets the arguments of the shell, through which the list reaches it.',
    'Do without `set --`, `shift` and functions here, or write a resource script.',
  ),
  emptyCommand: problem('GIG3033', 'This command is empty.', 'Write a command, or delete the call.'),
  // Steps
  branchesForm: problem<[callee: string]>(
    'GIG3040',
    (callee) => `The arguments of ${callee} must be written in place.`,
    'Write an object whose values are written there.',
  ),
  integerLikeBranch: problem<[name: string]>(
    'GIG3041',
    (name) => `Branch name '${name}' looks like a number, which JavaScript would put first.`,
    'Choose another name.',
  ),
  reservedBranch: problem(
    'GIG3042',
    '`failFast` is an option of `parallel`, not a branch.',
    'Choose another name, or write `parallel({ … }, { failFast: true })`.',
  ),
  environmentName: problem<[name: string]>(
    'GIG3043',
    (name) => `Variable ${name} may not be set: the system, Jenkins or a tool's login depends on it.`,
    'Choose a name that begins with GIG_, or that the tool itself documents.',
  ),
  environmentForm: problem(
    'GIG3048',
    'Of `env` only single variables can be read, by a name that is written there.',
    "Write `env.NAME` or `env['NAME']`; where several may be meant, write a condition.",
  ),
  wholeNumber: problem<[parameter: string]>(
    'GIG3049',
    (parameter) => `Jenkins takes whole numbers only as ${parameter}.`,
    'Round it, or give it in a smaller unit.',
  ),
  stepInSharedModule: problem<[chain: string]>(
    'GIG3044',
    (chain) => `Functions of vars/shared/ must be pure, and this one is not: ${chain}.`,
    'Move it to a global variable, or take what it needs as a parameter.',
  ),
  stepReference: problem<[name: string]>(
    'GIG3046',
    (name) => `'${name}' of gig-ci/jenkins is used as a value.`,
    (name) => `Call it, in an arrow function: \`() => ${name}(…)\`.`,
  ),
  scriptName: problem(
    'GIG3047',
    'The name of a script must be a literal.',
    "Write `script('name.sh', { … })`.",
  ),
} as const;
