/** The list methods whose callback uses steps: one element after the other, as the CPS versions do. */
import { Fault } from './failures';
import type { Pipeline } from './requests';

type Callback = (...parameters: readonly unknown[]) => Pipeline<unknown>;

/**
 * Runs a list method.
 * @param list absent behind `?.`: nothing else is evaluated then
 * @param initial of `reduce`
 */
export function* iterate(
  method: string,
  list: readonly unknown[] | undefined,
  callback: Callback,
  initial?: () => Pipeline<unknown>,
): Pipeline<unknown> {
  if (list === undefined) return undefined;
  if (method === 'reduce') return yield* reduce(list, callback, initial);
  if (method === 'findLast') return yield* iterate('find', list.toReversed(), callback);
  if (method === 'findLastIndex') return yield* findLastIndex(list, callback);
  const results: unknown[] = [];
  // What is added meanwhile is not visited.
  const { length } = list;
  for (let index = 0; index < length; index++) {
    const element = list[index];
    const result = yield* callback(element, index);
    switch (method) {
      case 'map':
      case 'flatMap':
        results.push(result);
        break;
      case 'filter':
        if (result === true) results.push(element);
        break;
      case 'every':
        if (result === false) return false;
        break;
      case 'some':
      case 'find':
      case 'findIndex':
        if (result === true) return found(method, element, index);
        break;
      case 'forEach':
        break;
      default:
        throw new Fault(`'${method}' takes no callback with steps`);
    }
  }
  return exhausted(method, results);
}

/** Where the last element stands that fits, found from the end. */
function* findLastIndex(list: readonly unknown[], callback: Callback): Pipeline<number> {
  const reversed = list.toReversed();
  for (const [index, element] of reversed.entries()) {
    if ((yield* callback(element)) === true) return reversed.length - 1 - index;
  }
  return -1;
}

function* reduce(
  list: readonly unknown[],
  callback: Callback,
  initial: (() => Pipeline<unknown>) | undefined,
): Pipeline<unknown> {
  let accumulated = initial === undefined ? undefined : yield* initial();
  const { length } = list;
  for (let index = 0; index < length; index++) accumulated = yield* callback(accumulated, list[index]);
  return accumulated;
}

function found(method: 'some' | 'find' | 'findIndex', element: unknown, index: number): unknown {
  if (method === 'some') return true;
  return method === 'find' ? element : index;
}

/** What a method gives when it has visited everything. */
function exhausted(method: string, results: readonly unknown[]): unknown {
  switch (method) {
    case 'map':
    case 'filter':
      return results;
    case 'flatMap':
      return results.flat();
    case 'every':
      return true;
    case 'some':
      return false;
    case 'findIndex':
      return -1;
    default:
      return undefined;
  }
}
