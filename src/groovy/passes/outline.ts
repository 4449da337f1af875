/**
 * Splits methods that the engine could not load: the bodies of stages, branches and other blocks become private methods,
 * and so do texts and parts of literals that are too long, and the end of what is still too much.
 *
 *     stage('Run All Tests') {
 *         runAllTestsStage(backendDir)
 *     }
 *
 * A method is named after its stage and never counted without need, so that a change stays local. Works before names are
 * allocated. What a body captures becomes parameters; a body that assigns a captured variable stays where it is.
 */
import { childrenOf, nodesOf, type Child } from '../children';
import * as groovy from '../factory';
import { rebuildExpression, rebuildStatement, type Rebuilder } from '../rebuild';
import type { Call, Closure, Expression, GroovyFile, Method, Statement } from '../tree';
import { localsReadBy } from './captures';
import { continueElsewhere, isLongBlock } from './continuations';
import { tooDeepIn } from './depth';
import { moveLongLiterals } from './long-literals';
import { moveLongTexts } from './long-texts';
import { Home, modifiersOf } from './method-names';
import { returnsValue } from './returns';
import { methodSize, methodTarget, sizeOf } from './size';

/** A smaller body is not worth a method of its own. */
const smallestBody = 1_000;

/**
 * The same file with every method below the limit where that can be reached.
 * @param target estimated bytes above which a method is split
 */
export function outline<File extends GroovyFile>(file: File, target = methodTarget): File {
  const home = new Home(file);
  const done: Method[] = [];
  const pending = [...file.methods].reverse();
  for (let method = pending.pop(); method !== undefined; method = pending.pop()) {
    // What is nested too deep is reported as the author wrote it.
    const split =
      tooDeepIn(method) === undefined
        ? (moveParts(method, home) ?? moveBodies(method, target, home))
        : undefined;
    if (split !== undefined) {
      // A new method may still be too big; it stands behind the one that it comes from.
      pending.push(...[...split.methods].reverse(), split.method);
      continue;
    }
    const cut = continueElsewhere(method, target, home);
    done.push(cut?.method ?? method);
    if (cut !== undefined) pending.push(cut.continuation);
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
  readonly methods: readonly Method[];
}

/** Moves texts and parts of literals out; `undefined` when all of them are short enough. */
function moveParts(method: Method, home: Home): Split | undefined {
  const { method: withoutTexts, methods: texts } = moveLongTexts(method, home);
  const { method: rest, methods: parts } = moveLongLiterals(withoutTexts, home);
  const methods = [...parts, ...texts];
  return methods.length === 0 ? undefined : { method: rest, methods };
}

/** Moves the largest bodies out until the method fits; `undefined` when nothing can be moved. */
function moveBodies(method: Method, target: number, home: Home): Split | undefined {
  if (method.annotations.includes('NonCPS')) {
    return undefined;
  }
  let excess = methodSize(method) - target;
  const candidates = excess > 0 || holdsLongBody(method) ? candidatesIn(method) : [];
  const moved = new Set(candidates.filter(({ closure }) => isLongBlock(closure.body)));
  moved.forEach(({ size }) => {
    excess -= size;
  });
  for (const candidate of [...candidates].sort((left, right) => right.size - left.size)) {
    if (excess <= 0) {
      break;
    }
    if (moved.has(candidate)) {
      continue;
    }
    moved.add(candidate);
    excess -= candidate.size;
  }
  const chosen = new Map<Closure, Candidate>();
  for (const candidate of candidates.filter((each) => moved.has(each))) {
    chosen.set(candidate.closure, { ...candidate, name: home.reserve(candidate.name, method) });
  }
  if (chosen.size === 0) {
    return undefined;
  }
  const methods = [...chosen.values()].map(({ name, captures, closure }) =>
    groovy.at(
      closure.origin,
      groovy.method(name, closure.body, {
        modifiers: modifiersOf(method),
        parameters: captures.map((capture) => groovy.parameter(capture)),
      }),
    ),
  );
  return { method: { ...method, body: replaceBodies(method.body, chosen, home) }, methods };
}

function holdsLongBody(method: Method): boolean {
  return nodesOf(method).some((node) => node.kind === 'closure' && isLongBlock(node.body));
}

/** Outermost bodies that can be moved, in their order. */
function candidatesIn(method: Method): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const add = (closure: Closure, name: string): void => {
    const size = closure.body.reduce((sum, statement) => sum + sizeOf(statement), 0);
    const captures =
      closure.parameters.length === 0 && size >= smallestBody
        ? localsReadBy(closure.body, method)
        : undefined;
    if (captures !== undefined) {
      candidates.push({ closure, name, captures, size });
    }
  };
  const visit = (node: Child): void => {
    const before = candidates.length;
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
    const chosen = candidates.slice(before).map(({ closure }): Child => closure);
    childrenOf(node)
      .filter((child) => !chosen.includes(child))
      .forEach(visit);
  };
  method.body.forEach(visit);
  return candidates;
}

/** `stage('Run All Tests')` gives `runAllTestsStage`, `withEnv([…])` gives `withEnvBody`. */
function bodyName({ name, positional: [first] }: Call): string {
  return first?.kind === 'string' ? camelCase(first.value, name) : camelCase(name, 'body');
}

/** A name of the words in a text, with the last word behind. */
function camelCase(text: string, last: string): string {
  const words = [...(text.match(/[A-Za-z0-9]+/g) ?? []), last];
  return words
    .map(
      (word, position) =>
        `${position === 0 ? word[0]?.toLowerCase() : word[0]?.toUpperCase()}${word.slice(1)}`,
    )
    .join('');
}

/** The statements with each chosen body replaced by a call of its method. */
function replaceBodies(
  statements: readonly Statement[],
  chosen: ReadonlyMap<Closure, Candidate>,
  home: Home,
): readonly Statement[] {
  const rebuilder: Rebuilder = {
    expression: (expression): Expression => rebuildExpression(expression, rebuilder),
    block: (block) => block.map((statement) => rebuildStatement(statement, rebuilder)),
    closure: (closure) => {
      const candidate = chosen.get(closure);
      if (candidate === undefined) {
        return { ...closure, body: rebuilder.block(closure.body) };
      }
      const call = home.call(candidate.name, candidate.captures.map(groovy.identifier));
      const body = returnsValue(closure.body) ? groovy.returnValue(call) : groovy.statement(call);
      return { ...closure, body: [groovy.at(closure.origin, body)] };
    },
  };
  return rebuilder.block(statements);
}
