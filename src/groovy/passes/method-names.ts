/** The methods that the passes split off: how they are called and declared. */
import { nodesOf } from '../children';
import * as groovy from '../factory';
import { isPlainName } from '../keywords';
import type { Call, Expression, GroovyFile, Method } from '../tree';

/** The file that new methods belong to. */
export interface Home {
  /** Names of its methods; grows. */
  readonly names: Set<string>;
  /** The class whose static methods they are; none in a script. */
  readonly owner: string | undefined;
}

export function homeIn(file: GroovyFile): Home {
  const names = new Set(file.methods.map(({ name }) => name));
  return { names, owner: file.kind === 'class' ? file.name : undefined };
}

/** Calls a method of the file. Of a class by its name: in a closure of a static method the sandbox would not find it. */
export function callAtHome({ owner }: Home, name: string, values: readonly Expression[]): Call {
  return owner === undefined ? groovy.call(name, values) : groovy.staticCall(owner, name, ...values);
}

/** The name without what a method cannot have in its name, with a number behind it when it is taken. */
export function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  const name = wanted.replace(/[^A-Za-z0-9_]/g, '');
  const plain = isPlainName(name) ? name : `body${name}`;
  let unique = plain;
  for (let count = 2; taken.has(unique); count++) {
    unique = `${plain}${count}`;
  }
  return unique;
}

/** Every name that the method mentions: a new method must not be read as one of them. */
export function namesIn(method: Method): ReadonlySet<string> {
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

/** How a method that is split off is declared, beside the one that it comes from. */
export function modifiersOf({ modifiers }: Method): Method['modifiers'] {
  return modifiers.includes('static') ? ['private', 'static'] : ['private'];
}
