/** GIG40xx: what a global variable is called, takes, returns and says: its signature, its interface and its JSDoc. */
import { problem } from '../problem';

function known(tags: string): string {
  return `Known here: ${tags}.`;
}

export const parameterProblems = {
  undocumentedGlobalVariable: problem<[name: string]>(
    'GIG4001',
    (name) => `'${name}' has no description.`,
    'Write a `/** … */` above the function: Jenkins shows it as help.',
  ),
  undocumentedParameter: problem<[parameter: string]>(
    'GIG4002',
    (parameter) => `'${parameter}' has no description.`,
    'Write `/** What it is, in one sentence. */` above it: a call that lacks the parameter shows it.',
  ),
  parameterObject: problem<[name: string]>(
    'GIG4003',
    (name) => `'${name}' does not take exactly one object of named parameters, or nothing.`,
    (name) => `Write \`function ${name}({ image, context = '.' }: Parameters)\`.`,
  ),
  defaultExportName: problem<[actual: string, expected: string]>(
    'GIG4004',
    (actual, expected) => `The default function is called '${actual}', but its file makes it '${expected}'.`,
    (_actual, expected) => `Call it '${expected}': that is what Jenkinsfiles call.`,
  ),
  defaultNotLiteral: problem<[parameter: string]>(
    'GIG4005',
    (parameter) => `The default of '${parameter}' is not a constant, so no documentation could state it.`,
    'Leave the parameter without a default and compute the value in the body with `??`.',
  ),
  undocumentedResult: problem<[name: string]>(
    'GIG4006',
    (name) => `'${name}' returns a value but does not say which.`,
    'Add `@returns …` to its comment.',
  ),
  uncheckableType: problem<[parameter: string, type: string, reason: string]>(
    'GIG4007',
    (parameter, type, reason) =>
      `No call can be checked against the type of '${parameter}', ${type}: ${reason}.`,
    'Use string, number, boolean, a union of string literals, a list, an interface, `false | Interface`, or an index signature.',
  ),
  unknownTag: problem<[tag: string, tags: string]>(
    'GIG4008',
    (tag) => `@${tag} has no meaning here.`,
    (_tag, tags) => known(tags),
  ),
  misspelledTag: problem<[tag: string, nearest: string]>(
    'GIG4009',
    (tag) => `@${tag} has no meaning here.`,
    (_tag, nearest) => `Did you mean @${nearest}?`,
  ),
  malformedTag: problem<[tag: string, expectation: string, example: string]>(
    'GIG4010',
    (tag, expectation) => `@${tag} needs ${expectation}.`,
    (_tag, _expectation, example) => `Write it like \`${example}\`.`,
  ),
  unfittingTag: problem<[tag: string, type: string]>(
    'GIG4011',
    (tag, type) => `@${tag} says nothing about a ${type}.`,
    'Delete it, or change the type.',
  ),
  refusedPattern: problem<[pattern: string, reason: string]>(
    'GIG4012',
    (pattern, reason) => `The pattern ${pattern} cannot be used: ${reason}.`,
    'Say it with characters, classes such as [a-z], \\d, \\w, groups, ^, $ and quantifiers.',
  ),
  defaultOfRequired: problem<[parameter: string]>(
    'GIG4013',
    (parameter) => `'${parameter}' has a default but must be given.`,
    'Put `?` behind its name in the interface.',
  ),
  contradictingDefaults: problem<[parameter: string, file: string]>(
    'GIG4014',
    (parameter, file) => `'${parameter}' has another default in ${file}.`,
    'Keep the default in one place and hand the value on.',
  ),
  nearlyEqualNames: problem<[parameter: string, other: string]>(
    'GIG4015',
    (parameter, other) => `'${parameter}' and '${other}' differ in case only.`,
    'Choose names that nobody mistakes for each other.',
  ),
  unknownSibling: problem<[name: string, nearest: string]>(
    'GIG4016',
    (name) => `There is no parameter '${name}' beside this one.`,
    (_name, nearest) => (nearest === '' ? 'Name one of the same interface.' : `Did you mean '${nearest}'?`),
  ),
  takenFormerName: problem<[name: string]>(
    'GIG4017',
    (name) => `'${name}' is a parameter of today, so no call could mean the former one by it.`,
    'Name what this parameter was called before it got its name.',
  ),
} as const;
