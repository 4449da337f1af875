/**
 * Cuts a method that has too many statements, or is too large, in two: its end becomes a method that it calls last, with
 * the locals that it uses as parameters.
 *
 *     def perform() {
 *         String image = 'x'
 *         …
 *         return performContinued(image)
 *     }
 *
 * Nothing comes behind the call, so the end may assign and return what it likes. Only a local that a closure has captured
 * and somebody assigns must stay in one method.
 */
import { descendantsOf } from '../children';
import * as groovy from '../factory';
import type { Method, Parameter, Statement } from '../tree';
import { engineLimits } from './engine-limits';
import { callAtHome, modifiersOf, namesIn, uniqueName, type Home } from './method-names';
import { returnsValue } from './returns';
import { methodSize, sizeOf } from './size';

/** Statements of a method that was cut: some may be added behind. */
const mostStatements = 150;

/** Whether a block has more statements than the engine takes. */
export function isLongBlock(block: readonly Statement[]): boolean {
  return block.filter(isCounted).length > engineLimits.statements;
}

/**
 * The beginning and the end of a method that is too long; nothing when it is not, or cannot be cut.
 * @param target estimated bytes above which a method is cut
 */
export function continueElsewhere(
  method: Method,
  target: number,
  home: Home,
): { readonly method: Method; readonly continuation: Method } | undefined {
  if (!isLongBlock(method.body) && methodSize(method) <= target) return undefined;
  for (let end = longestBeginning(method, target); end > 0; end--) {
    const [beginning, rest] = [method.body.slice(0, end), method.body.slice(end)];
    const parameters = rest.some(isCounted) ? parametersOf(method, beginning, rest) : undefined;
    if (parameters === undefined) continue;
    const name = uniqueName(
      `${method.name.replace(/Continued\d*$/, '')}Continued`,
      new Set([...home.names, ...namesIn(method)]),
    );
    home.names.add(name);
    const origin = rest.find(isCounted)?.origin ?? method.origin;
    const values = parameters.map((parameter) => groovy.identifier(parameter.name));
    const call = callAtHome(home, name, values);
    const last = returnsValue(rest) ? groovy.returnValue(call) : groovy.statement(call);
    const { annotations, returnType } = method;
    const options = { annotations, returnType, parameters, modifiers: modifiersOf(method), origin };
    return {
      method: { ...method, body: [...beginning, groovy.at(origin, last)] },
      continuation: groovy.method(name, rest, options),
    };
  }
  return undefined;
}

function isCounted({ kind }: Statement): boolean {
  return kind !== 'comment' && kind !== 'blank';
}

/** How many statements a method may keep. */
function longestBeginning({ body }: Method, target: number): number {
  let [count, size] = [0, 0];
  for (const [index, statement] of body.entries()) {
    count += isCounted(statement) ? 1 : 0;
    size += sizeOf(statement);
    if (count > mostStatements || size > target * 0.9) return index;
  }
  return body.length - 1;
}

/** The locals of the beginning that the rest uses; nothing when one of them is shared with a closure and changes. */
function parametersOf(
  method: Method,
  beginning: readonly Statement[],
  rest: readonly Statement[],
): readonly Parameter[] | undefined {
  const declared = new Map<string, Parameter>(
    method.parameters.map((parameter) => [parameter.name, groovy.parameter(parameter.name, parameter.type)]),
  );
  for (const statement of beginning) {
    if (statement.kind === 'variable') {
      declared.set(statement.name, groovy.parameter(statement.name, statement.type));
    }
  }
  const used = namesOf(rest);
  const captured = capturedBy(beginning);
  const assigned = assignedIn(method.body);
  const parameters = [...declared.values()].filter(({ name }) => used.has(name));
  const isShared = parameters.some(({ name }) => captured.has(name) && assigned.has(name));
  return isShared || parameters.length > engineLimits.arguments ? undefined : parameters;
}

function namesOf(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of statements.flatMap((statement) => descendantsOf(statement))) {
    if (node.kind === 'identifier' && node.global !== true) names.add(node.name);
  }
  return names;
}

function capturedBy(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of statements.flatMap((statement) => descendantsOf(statement))) {
    if (node.kind === 'closure') namesOf(node.body).forEach((name) => names.add(name));
  }
  return names;
}

function assignedIn(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of statements.flatMap((statement) => descendantsOf(statement))) {
    if (node.kind === 'assignment' && node.target.kind === 'identifier') names.add(node.target.name);
  }
  return names;
}
