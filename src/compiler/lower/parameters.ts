/** Parameters of methods and closures: patterns and defaults become statements at the start of the body. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Parameter, type Statement } from '../../groovy';
import type { Context } from './context';
import { lowerPattern, nameOfWhole, withDefault } from './destructuring';
import { isReadInPlace, readInPlace } from './properties-in-place';

/** The Groovy parameters and what the body begins with. */
export interface LoweredParameters {
  readonly parameters: readonly Parameter[];
  readonly prologue: readonly Statement[];
}

/**
 * Lowers a parameter list.
 * @param target a method may leave trailing arguments out, so what is optional defaults to `null` there; the engine
 *   ignores defaults of closure parameters
 */
export function lowerParameters(
  context: Context,
  nodes: ts.NodeArray<ts.ParameterDeclaration>,
  target: 'method' | 'closure',
): LoweredParameters {
  const lowered = nodes.map((node) => lowerParameter(context, node, target));
  return {
    parameters: lowered.map(({ parameter }) => parameter),
    prologue: lowered.flatMap(({ prologue }) => prologue),
  };
}

function lowerParameter(
  context: Context,
  node: ts.ParameterDeclaration,
  target: 'method' | 'closure',
): { readonly parameter: Parameter; readonly prologue: readonly Statement[] } {
  const { name, initializer } = node;
  if (node.dotDotDotToken !== undefined) context.report(node, problems.noRestParameter());
  const isOptional = target === 'method' && (initializer !== undefined || node.questionToken !== undefined);
  const defaultValue = isOptional ? groovy.nullLiteral() : undefined;
  const type = target === 'method' ? context.staticTypeOf(node) : undefined;
  if (!ts.isIdentifier(name)) {
    const given = context.freshName(nameOfWhole(context, name, target));
    const source = groovy.identifier(given);
    if (initializer !== undefined) context.report(initializer, problems.patternDefault());
    return {
      parameter: groovy.parameter(given, type, defaultValue),
      prologue: isReadInPlace(context, node)
        ? readInPlace(context, name, source)
        : lowerPattern(context, name, source),
    };
  }
  if (initializer === undefined)
    return { parameter: groovy.parameter(name.text, type, defaultValue), prologue: [] };
  const given = context.freshName(`given${name.text.charAt(0).toUpperCase()}${name.text.slice(1)}`);
  return {
    parameter: groovy.parameter(given, type, defaultValue),
    prologue: withDefault(context, name, groovy.identifier(given), initializer),
  };
}
