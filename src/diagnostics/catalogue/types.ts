/** GIG2xxx: types and members of the language. */
import { problem } from '../problem';

export const typeProblems = {
  noAny: problem('GIG2001', 'The type is `any`, which switches every check off.', 'Write the real type.'),
  noSuchMember: problem<[member: string, type: string]>(
    'GIG2002',
    (member, type) => `'${member}' of ${type} is not part of the language that gig-ci compiles.`,
    (_member, type) =>
      type === 'Error'
        ? 'Only `message` of an error means the same in Groovy.'
        : 'Use a member that the editor offers: each of them means the same in Groovy.',
  ),
  noSuchGlobal: problem<[name: string]>(
    'GIG2003',
    (name) => `'${name}' is not part of the language that gig-ci compiles.`,
    (name) => globalHints.get(name) ?? 'Steps of Jenkins are imported from gig-ci/jenkins.',
  ),
  elementOfText: problem(
    'GIG2004',
    'A text has no elements: Groovy would fail behind its end.',
    'Write `text.charAt(index)`.',
  ),
  equalityOfObjects: problem<[type: string]>(
    'GIG2010',
    (type) =>
      `\`===\` on ${type}: JavaScript asks whether it is the same object, Groovy whether the contents are equal.`,
    'Compare strings, numbers or booleans; compare with `undefined` to ask whether it is there.',
  ),
  conditionOnNumber: problem(
    'GIG2011',
    'A number as a condition hides what is meant.',
    'Compare it: `count > 0`, `count !== undefined`.',
  ),
  logicalOnValues: problem<[operator: string]>(
    'GIG2012',
    (operator) => `\`${operator}\` gives one of its operands in JavaScript and a boolean in Groovy.`,
    'Write `??` for a default, `?:` for a choice, or make both sides booleans.',
  ),
  templateHole: problem<[type: string]>(
    'GIG2013',
    (type) => `A hole of a text must be a string, a number or a boolean; this is ${type}.`,
    'Say what to print: a field, `list.join(…)`, `value ?? …`.',
  ),
  additionOperands: problem<[left: string, right: string]>(
    'GIG2014',
    (left, right) => `\`+\` joins two strings or adds two numbers; these are ${left} and ${right}.`,
    'Write a template string.',
  ),
  mixedCondition: problem(
    'GIG2015',
    'As a condition, this has more meanings than one: an empty text and zero are false, an empty list is true.',
    'Compare it with what is meant: `=== undefined`, `=== false`.',
  ),
  pureMember: problem<[member: string, chain: string]>(
    'GIG2020',
    (member, chain) => `'${member}' works only in pure functions, and this one is not: ${chain}.`,
    'Move the call to a function that uses no step.',
  ),
  regexpFeature: problem<[reason: string]>(
    'GIG2030',
    (reason) => `This regular expression means something else in Java: ${reason}.`,
    'Write it without that.',
  ),
  capturedLoopVariable: problem<[name: string]>(
    'GIG2040',
    (name) =>
      `Loop variable '${name}' is captured by a closure and assigned: Groovy shares it between the rounds.`,
    'Copy it to a `const` in the body.',
  ),
  builtinUse: problem<[reason: string]>(
    'GIG2050',
    (reason) => `This call of a member of the language cannot be compiled: ${reason}.`,
    'Write it in the form that the reference shows.',
  ),
  recordKey: problem('GIG2051', 'A computed key must be a string.', 'Write a template string for a number.'),
  reservedKey: problem<[key: string]>(
    'GIG2053',
    (key) => `'${key}' is no ordinary key: JavaScript or Groovy has something of its own there.`,
    'Take another name.',
  ),
  widerList: problem<[type: string]>(
    'GIG2055',
    (type) => `This is passed on as ${type}, which takes more than it holds.`,
    'Declare the place `readonly`, or pass a copy: `[...list]`, `{ ...object }`.',
  ),
  setUse: problem(
    'GIG2056',
    'A set stays in local variables and in parameters and results of functions that no Jenkinsfile calls; here it would become something else.',
    'Take its texts: `[...set]`.',
  ),
  setInFunctionValue: problem(
    'GIG2062',
    'A function value takes no set: whoever calls it may pass something else.',
    'Declare it with `function` in the module, or take the texts, `readonly string[]`, and pass `[...set]`.',
  ),
  valueOfNothing: problem(
    'GIG2057',
    'This gives nothing that could be used: what JavaScript and Groovy hand out all the same differs.',
    'Let it stand as a statement of its own.',
  ),
  errorAsObject: problem<[type: string]>(
    'GIG2058',
    (type) => `An Error is passed on as ${type}: in Jenkins it is an exception of Java, and no object.`,
    'Pass what it says, `{ message: failure.message }`, or declare the place `Error`.',
  ),
  objectOfJenkins: problem<[type: string]>(
    'GIG2059',
    (type) => `An object of Jenkins is passed on as ${type}: only its properties can be read.`,
    'Pass what it holds: `{ failed: summary.failCount }`.',
  ),
  functionOfNothing: problem<[type: string]>(
    'GIG2060',
    (type) => `This function gives nothing and is passed on as one that gives ${type}.`,
    'Write an arrow function there that calls it: `() => { hook(); }`.',
  ),
  passedAsObject: problem<[value: string, type: string]>(
    'GIG2061',
    (value, type) => `${value} is passed on as ${type}: Groovy would take it for a map, and it is none.`,
    'Declare the place as what it takes, such as `string`, `readonly string[]` or `unknown`, or pass an object with the properties that are read there.',
  ),
  spreadForm: problem<[type: string]>(
    'GIG2052',
    (type) => `\`...\` takes a list inside a list and an object inside an object; this is ${type}.`,
    'Write `...(value ?? {})` or `...(value ?? [])` where it may be absent; else declare it as a list or an object, not by a type parameter.',
  ),
} as const;

const globalHints: ReadonlyMap<string, string> = new Map([
  ['Date', 'Time differs between the worlds: let a script or Jenkins say it.'],
  ['console', "Write `echo(message)` from 'gig-ci/jenkins'."],
  ['process', "Read `env` from 'gig-ci/jenkins'."],
  ['require', "Write `import … from './gigOther'`."],
  ['Promise', 'Pipeline code is not asynchronous: a step simply returns.'],
  ['Map', 'Write an object with string keys.'],
  ['Set', 'Write a list.'],
  ['Symbol', 'Write an object with string keys.'],
]);
