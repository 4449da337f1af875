/** The methods that the passes split off: how they are called and declared. */
import { nodesOf } from '../children';
import * as groovy from '../factory';
import { isPlainName } from '../keywords';
import type { Call, Expression, GroovyFile, Method } from '../tree';

/** The file that new methods belong to. */
export class Home {
  private readonly names: Set<string>;
  /** The class whose static methods they are; none in a script. */
  private readonly owner: string | undefined;

  constructor(file: GroovyFile) {
    this.names = new Set(file.methods.map(({ name }) => name));
    this.owner = file.kind === 'class' ? file.name : undefined;
  }

  /** A name for what is split off a method: like the wanted one, and nothing that the file or the method mentions. */
  reserve(wanted: string, method: Method): string {
    const name = uniqueName(wanted, new Set([...this.names, ...namesIn(method)]));
    this.names.add(name);
    return name;
  }

  /** Calls a method of the file. Of a class by its name: in a closure of a static method the sandbox would not find it. */
  call(name: string, values: readonly Expression[]): Call {
    return this.owner === undefined
      ? groovy.call(name, values)
      : groovy.staticCall(this.owner, name, ...values);
  }
}

/** The name without what a method cannot have in its name, with a number behind it when it is taken. */
function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  const name = wanted.replace(/[^A-Za-z0-9_]/g, '');
  const plain = isPlainName(name) ? name : `body${name}`;
  let unique = plain;
  for (let count = 2; taken.has(unique); count++) {
    unique = `${plain}${count}`;
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

/** What the methods that are split off are named after, also those that are split off one that was. */
export function subjectOf({ splitFrom, name }: Method): string {
  return splitFrom ?? name;
}

/** How a method that is split off is declared, beside the one that it comes from. */
export function modifiersOf({ modifiers }: Method): Method['modifiers'] {
  return modifiers.includes('static') ? ['private', 'static'] : ['private'];
}
