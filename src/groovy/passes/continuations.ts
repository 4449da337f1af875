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
import { isStatement } from '../children';
import * as groovy from '../factory';
import type { Method, Statement } from '../tree';
import { localsCarriedOver } from './captures';
import { engineLimits } from './engine-limits';
import { modifiersOf, subjectOf, type Home } from './method-names';
import { returnsValue } from './returns';
import { methodSize, sizeOf } from './size';

/** Statements of a method that was cut: some may be added behind. */
const mostStatements = 150;
/** What it keeps of its size: the call of the rest comes behind. */
const keptShare = 0.9;

/** Whether a block has more statements than the engine takes. */
export function isLongBlock(block: readonly Statement[]): boolean {
  return block.filter(isStatement).length > engineLimits.statements;
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
    const parameters = rest.some(isStatement) ? localsCarriedOver(method, beginning, rest) : undefined;
    if (parameters === undefined) continue;
    const subject = subjectOf(method);
    const name = home.reserve(`${subject}Continued`, method);
    const origin = rest.find(isStatement)?.origin ?? method.origin;
    const values = parameters.map((parameter) => groovy.identifier(parameter.name));
    const call = home.call(name, values);
    const last = returnsValue(rest) ? groovy.returnValue(call) : groovy.statement(call);
    const { annotations, returnType } = method;
    const options = {
      annotations,
      returnType,
      parameters,
      modifiers: modifiersOf(method),
      origin,
      splitFrom: subject,
    };
    return {
      method: { ...method, body: [...beginning, groovy.at(origin, last)] },
      continuation: groovy.method(name, rest, options),
    };
  }
  return undefined;
}

/** How many statements a method may keep. */
function longestBeginning({ body }: Method, target: number): number {
  let [count, size] = [0, 0];
  for (const [index, statement] of body.entries()) {
    count += isStatement(statement) ? 1 : 0;
    size += sizeOf(statement);
    if (count > mostStatements || size > target * keptShare) return index;
  }
  return body.length - 1;
}
