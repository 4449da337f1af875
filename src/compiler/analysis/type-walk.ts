/** Walks through two types side by side: what a value holds, and what the place that takes it knows of that. */
import ts from 'typescript';
import type { Problem } from '../../diagnostics/problem';
import { membersOf } from './types';

/**
 * Judges a part of a value.
 * @param given one type of the part
 * @param expected what the place knows of it: the types of a choice; none where the place does not know the part
 */
export type Judge = (given: ts.Type, expected: readonly ts.Type[]) => Problem | undefined;

/** The first problem that a part of the value has, by the path from the outside; parts of functions are left to the judge. */
export function firstProblem(
  checker: ts.TypeChecker,
  given: ts.Type,
  expected: readonly ts.Type[],
  judge: Judge,
): Problem | undefined {
  const around: ts.Type[] = [];
  const visit = (held: ts.Type, known: readonly ts.Type[]): Problem | undefined => {
    if (around.includes(held) || (known.length === 1 && known[0] === held)) return undefined;
    around.push(held);
    try {
      for (const member of membersOf(held)) {
        const problem =
          judge(member, known.flatMap(membersOf)) ?? visitParts(member, known.flatMap(membersOf));
        if (problem !== undefined) return problem;
      }
      return undefined;
    } finally {
      around.pop();
    }
  };
  const visitParts = (held: ts.Type, known: readonly ts.Type[]): Problem | undefined => {
    if (known.some(isAnyObject)) return undefined;
    for (const part of partsOf(held, checker)) {
      const problem = visit(
        part.type,
        known.flatMap((type) => part.in(type) ?? []),
      );
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  return visit(given, expected);
}

/** `object`: what takes it wants the keys alone. */
function isAnyObject({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.NonPrimitive) !== 0;
}

/** An element, an entry or a property, and how to find the same part in another type. */
interface Part {
  readonly type: ts.Type;
  readonly in: (type: ts.Type) => ts.Type | undefined;
}

/** The parts of a list or an object; a class of the language has none that a program reaches. */
export function partsOf(type: ts.Type, checker: ts.TypeChecker): readonly Part[] {
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return [];
  if (type.getCallSignatures().length > 0) return [];
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const elementOf = (list: ts.Type): ts.Type | undefined =>
      checker.getIndexTypeOfType(list, ts.IndexKind.Number);
    const element = elementOf(type);
    return element === undefined ? [] : [{ type: element, in: elementOf }];
  }
  const entryOf = (object: ts.Type): ts.Type | undefined =>
    checker.getIndexTypeOfType(object, ts.IndexKind.String);
  const entry = entryOf(type);
  const properties = checker.getPropertiesOfType(type).map((property) => ({
    type: checker.getTypeOfSymbol(property),
    in: (object: ts.Type): ts.Type | undefined => {
      const same = checker.getPropertyOfType(object, property.name);
      return same === undefined ? entryOf(object) : checker.getTypeOfSymbol(same);
    },
  }));
  return [...(entry === undefined ? [] : [{ type: entry, in: entryOf }]), ...properties];
}
