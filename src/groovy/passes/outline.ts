/**
 * Splits methods that the engine could not load: the bodies of stages, branches and other blocks become private methods.
 *
 *     stage('Run All Tests') {
 *         runAllTestsStage(backendDir)
 *     }
 *
 * A method is named after its stage and never counted without need, so that a change stays local. Works before names are
 * allocated. What a body captures becomes parameters; a body that assigns a captured variable stays where it is.
 */
import { nodesOf } from '../children';
import * as groovy from '../factory';
import { isPlainName } from '../keywords';
import { rebuildExpression, rebuildStatement, type Rebuilder } from '../rebuild';
import type { Call, Closure, Expression, GroovyFile, Method, Statement } from '../tree';
import { capturesOf, contains } from './captures';
import { methodSize, methodTarget, sizeOf } from './size';

/** A smaller body is not worth a method of its own. */
const smallestBody = 1_000;

/**
 * The same file with every method below the limit where that can be reached.
 * @param target estimated bytes above which a method is split
 */
export function outline<File extends GroovyFile>(file: File, target = methodTarget): File {
  const names = new Set(file.methods.map(({ name }) => name));
  const done: Method[] = [];
  const pending = [...file.methods].reverse();
  for (let method = pending.pop(); method !== undefined; method = pending.pop()) {
    const split = methodSize(method) > target ? splitMethod(method, target, names) : undefined;
    if (split === undefined) {
      done.push(method);
    } else {
      // A new method may still be too big; it stands behind the one that it comes from.
      pending.push(...split.methods.reverse(), split.method);
    }
  }
  return { ...file, methods: done };
}

interface Candidate {
  readonly closure: Closure;
  readonly name: string;
  readonly captures: readonly string[];
  readonly size: number;
}

interface Split {
  readonly method: Method;
  readonly methods: Method[];
}

/** Moves the largest bodies out until the method fits; `undefined` when nothing can be moved. */
function splitMethod(method: Method, target: number, names: Set<string>): Split | undefined {
  if (method.annotations.includes('NonCPS')) {
    return undefined;
  }
  const candidates = candidatesIn(method);
  const moved = new Set<Candidate>();
  let excess = methodSize(method) - target;
  for (const candidate of [...candidates].sort((left, right) => right.size - left.size)) {
    if (excess <= 0) {
      break;
    }
    moved.add(candidate);
    excess -= candidate.size;
  }
  const taken = new Set([...names, ...namesIn(method)]);
  const chosen = new Map<Closure, Candidate>();
  for (const candidate of candidates.filter((each) => moved.has(each))) {
    const name = uniqueName(candidate.name, taken);
    taken.add(name);
    names.add(name);
    chosen.set(candidate.closure, { ...candidate, name });
  }
  if (chosen.size === 0) {
    return undefined;
  }
  const modifiers: Method['modifiers'] = method.modifiers.includes('static')
    ? ['private', 'static']
    : ['private'];
  const methods = [...chosen.values()].map(({ name, captures, closure }) =>
    groovy.at(
      closure.origin,
      groovy.method(name, closure.body, {
        modifiers,
        parameters: captures.map((capture) => groovy.parameter(capture)),
      }),
    ),
  );
  return { method: { ...method, body: replaceBodies(method.body, chosen) }, methods };
}

/** Outermost bodies that can be moved, in their order. */
function candidatesIn(method: Method): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const add = (closure: Closure, name: string): void => {
    const size = closure.body.reduce((sum, statement) => sum + sizeOf(statement), 0);
    const captures =
      closure.parameters.length === 0 && size >= smallestBody ? capturesOf(closure, method) : undefined;
    if (captures !== undefined) {
      candidates.push({ closure, name, captures, size });
    }
  };
  for (const node of nodesOf(method)) {
    if (node.kind === 'call') {
      if (node.trailing !== undefined) {
        add(node.trailing, bodyName(node));
      }
      node.named.forEach(({ name, value }) => {
        if (value.kind === 'closure') {
          add(value, camelCase(name, 'branch'));
        }
      });
    }
  }
  return candidates.filter(
    ({ closure }) =>
      !candidates.some((other) => other.closure !== closure && contains(other.closure, closure)),
  );
}

/** `stage('Run All Tests')` gives `runAllTestsStage`, `withEnv([…])` gives `withEnvBody`. */
function bodyName({ name, positional: [first] }: Call): string {
  return first?.kind === 'string' ? camelCase(first.value, name) : camelCase(name, 'body');
}

/** A name of the words in a text, with the last word behind. */
function camelCase(text: string, last: string): string {
  const words = [...(text.match(/[A-Za-z0-9]+/g) ?? []), last];
  const name = words
    .map(
      (word, position) =>
        `${position === 0 ? word[0]?.toLowerCase() : word[0]?.toUpperCase()}${word.slice(1)}`,
    )
    .join('');
  return isPlainName(name) ? name : `body${name}`;
}

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) {
    unique = `${name}${count}`;
  }
  return unique;
}

/** Every name that the method mentions: a new method must not be read as one of them. */
function namesIn(method: Method): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesOf(method)) {
    if (
      node.kind === 'identifier' ||
      node.kind === 'variable' ||
      (node.kind === 'call' && node.receiver === undefined)
    ) {
      names.add(node.name);
    }
  }
  return names;
}

/** The statements with each chosen body replaced by a call of its method. */
function replaceBodies(
  statements: readonly Statement[],
  chosen: ReadonlyMap<Closure, Candidate>,
): readonly Statement[] {
  const rebuilder: Rebuilder = {
    expression: (expression): Expression => rebuildExpression(expression, rebuilder),
    block: (block) => block.map((statement) => rebuildStatement(statement, rebuilder)),
    closure: (closure) => {
      const candidate = chosen.get(closure);
      if (candidate === undefined) {
        return { ...closure, body: rebuilder.block(closure.body) };
      }
      const call = groovy.call(candidate.name, candidate.captures.map(groovy.identifier));
      const body = returnsValue(closure.body) ? groovy.returnValue(call) : groovy.statement(call);
      return { ...closure, body: [groovy.at(closure.origin, body)] };
    },
  };
  return rebuilder.block(statements);
}

/** Whether a `return` of the body itself, not of a closure in it, gives a value. */
function returnsValue(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    switch (statement.kind) {
      case 'return':
        return statement.value !== undefined;
      case 'if':
        return returnsValue(statement.whenTrue) || returnsValue(statement.whenFalse ?? []);
      case 'forIn':
      case 'forIndex':
      case 'while':
        return returnsValue(statement.body);
      case 'switch':
        return statement.cases.some(({ body }) => returnsValue(body));
      case 'try':
        return [statement.body, ...statement.catches.map(({ body }) => body), statement.finalizer ?? []].some(
          returnsValue,
        );
      default:
        return false;
    }
  });
}
