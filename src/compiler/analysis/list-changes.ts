/**
 * Pass 7: what may change a list while something visits it. Java's iterators fail then, JavaScript's go on; and what was
 * read before the change differs from what is read behind it.
 */
import ts from 'typescript';
import type { Project } from '../load';
import { findBranches } from './branches';
import { enclosingFunction, type FunctionLike } from './functions';
import { isInside, mayBeSame, originOf, type Origin } from './list-origin';
import { isRunInPlace } from './list-sharing';
import type { Callee, Resolver } from './resolve';
import { kindOf, type ValueKind } from './types';

/** A list that is changed, or one that is visited. */
interface Place {
  readonly origin: Origin;
  /** What it holds: lists of different elements are different. */
  readonly element: ValueKind;
}

/** What may change a list while somebody visits it. */
export interface ListChanges {
  /** A call in a piece of code that may change the list, itself or through what it calls. */
  changeOf(list: ts.Expression, code: ts.Node): ts.Node | undefined;
  /** Whether a node can run in a branch of `parallel`, so that others run meanwhile. */
  runsInBranch(node: ts.Node): boolean;
}

type Call = ts.CallExpression | ts.TaggedTemplateExpression;

/** Finds changes of lists, when they are asked for. */
export function findListChanges(
  { checker, modules }: Project,
  resolver: Resolver,
  typeOf: (node: ts.Node) => ts.Type,
): ListChanges {
  const places = new Map<ts.Node, Place>();
  let known: ReadonlyMap<ts.Node, readonly Place[]> | undefined;
  /** What closures change that are called by value. */
  let stored: readonly Place[] = [];
  let isInBranch: ((node: ts.Node) => boolean) | undefined;

  function placeOf(list: ts.Expression): Place {
    const place = places.get(list) ?? findPlace(list);
    places.set(list, place);
    return place;
  }

  function findPlace(list: ts.Expression): Place {
    // `entries()` gives pairs, of what its receiver holds.
    const visited = listBehindEntries(list) ?? list;
    const type = checker.getIndexTypeOfType(typeOf(visited).getNonNullableType(), ts.IndexKind.Number);
    return {
      origin: originOf(list, resolver),
      element: type === undefined ? 'mixed' : kindOf(type, checker),
    };
  }

  function listBehindEntries(list: ts.Expression): ts.Expression | undefined {
    const callee = ts.isCallExpression(list) ? resolver.calleeOf(list) : undefined;
    return callee?.kind === 'builtin' && callee.entry.member === 'entries' ? callee.receiver : undefined;
  }

  /** The lists that a call changes, as far as is known of the functions by now. */
  function changedBy(call: Call): readonly Place[] {
    const callee = resolver.calleeOf(call);
    switch (callee.kind) {
      case 'builtin':
        return callee.entry.changes === true && callee.entry.owner === 'Array' && callee.receiver
          ? [placeOf(callee.receiver)]
          : [];
      case 'function':
        return changedIn(callee.declaration, call);
      case 'value': {
        const arrow = arrowOf(callee);
        return arrow === undefined ? stored : changedIn(arrow, call);
      }
      // While a step of a branch runs, so do other branches.
      case 'step':
      case 'primitive':
        return runsInBranch(call) ? stored : [];
      case 'describable':
      case 'unknown':
        return [];
    }
  }

  /** What a function changes, with what this call passes in the place of its parameters. */
  function changedIn(callee: FunctionLike, call: Call): readonly Place[] {
    return (known?.get(callee) ?? []).flatMap((place) => {
      const { origin } = place;
      if (origin.kind !== 'parameter' || origin.of !== callee) return [place];
      const index = callee.parameters.findIndex((parameter) => parameter === origin.declaration);
      if (index < 0 || !ts.isCallExpression(call)) return [{ ...place, origin: { kind: 'other' } }];
      const passed = call.arguments[index];
      return passed === undefined ? [] : [{ ...place, origin: originOf(passed, resolver) }];
    });
  }

  /** The arrow function that a constant holds. */
  function arrowOf({ expression }: Extract<Callee, { kind: 'value' }>): ts.ArrowFunction | undefined {
    const declaration = ts.isIdentifier(expression)
      ? resolver.symbolOf(expression)?.valueDeclaration
      : undefined;
    const isConstant =
      declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    const value = isConstant ? declaration.initializer : undefined;
    return value !== undefined && ts.isArrowFunction(value) ? value : undefined;
  }

  function runsInBranch(node: ts.Node): boolean {
    isInBranch ??= findBranches(modules, resolver);
    return isInBranch(node);
  }

  /** Goes through the calls of each function until nothing more is found: functions may call each other. */
  function lookAtFunctions(): void {
    const calls = modules.flatMap(({ sourceFile }) => callsIn(sourceFile));
    const found = new Map<ts.Node, Place[]>();
    known = found;
    for (let isNew = true; isNew;) {
      isNew = false;
      for (const call of calls) {
        for (const place of changedBy(call)) {
          for (let node = enclosingFunction(call); node !== undefined; node = enclosingFunction(node)) {
            isNew = addTo(found, node, place) || isNew;
          }
        }
      }
      stored = [...found].flatMap(([node, places]) =>
        ts.isArrowFunction(node) && !isRunInPlace(node, resolver)
          ? places.map((place) => outside(node, place))
          : [],
      );
    }
  }

  return {
    runsInBranch,
    changeOf(list, code) {
      const visited = placeOf(list);
      if (visited.origin.kind === 'new') return undefined;
      if (known === undefined) lookAtFunctions();
      return callsIn(code).find((call) => changedBy(call).some((changed) => mayMean(visited, changed)));
    },
  };
}

function callsIn(code: ts.Node): readonly Call[] {
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(code);
  return calls;
}

/** Notes a list that a function changes, unless it is one of its own; whether it is news. */
function addTo(found: Map<ts.Node, Place[]>, node: FunctionLike, place: Place): boolean {
  const { origin } = place;
  if (origin.kind === 'new' || (origin.kind === 'variable' && isInside(origin.declaration, node)))
    return false;
  const places = found.get(node) ?? [];
  if (places.some((each) => isEqual(each, place))) return false;
  found.set(node, [...places, place]);
  return true;
}

function isEqual(left: Place, right: Place): boolean {
  const [first, second] = [left.origin, right.origin];
  const declaration = 'declaration' in first ? first.declaration : undefined;
  const another = 'declaration' in second ? second.declaration : undefined;
  return first.kind === second.kind && declaration === another && left.element === right.element;
}

/** What is passed to a function value can be any list. */
function outside(node: ts.ArrowFunction, place: Place): Place {
  const isOwn = place.origin.kind === 'parameter' && isInside(place.origin.of, node);
  return isOwn ? { ...place, origin: { kind: 'other' } } : place;
}

function mayMean(visited: Place, changed: Place): boolean {
  const isAny = [visited.element, changed.element].some((kind) => kind === 'mixed' || kind === 'absent');
  return (isAny || visited.element === changed.element) && mayBeSame(visited.origin, changed.origin);
}
