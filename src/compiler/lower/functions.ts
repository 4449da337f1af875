/** Functions as methods. */
import ts from 'typescript';
import { groovy, type Method, type Statement } from '../../groovy';
import { parametersClassName, performName } from '../../model/parameters-class';
import { exportOf } from '../analysis/resolve';
import { resultTypeOf } from '../analysis/types';
import type { Context } from './context';
import { methodComments } from './module-comments';
import { lowerParameters } from './parameters';
import { lowerNesting } from './recursion';
import { checkedParameters, normalisedArguments } from './runtime';

/**
 * The methods of a function: one, or for the default function of a global variable `call`, which checks what a
 * Jenkinsfile passes, and `perform`, which other global variables call.
 */
export function lowerFunction(context: Context, node: ts.FunctionDeclaration): readonly Method[] {
  const comments = methodComments(context.file.module.sourceFile, node);
  const exported = exportOf(node);
  const isShared = context.file.module.kind === 'shared';
  if (exported !== 'default') {
    const visibility = exported === 'none' ? (['private'] as const) : [];
    const modifiers = isShared ? ([...visibility, 'static'] as const) : visibility;
    return [{ ...lowerMethod(context, node, node.name?.text ?? performName), modifiers, ...comments }];
  }
  const perform = lowerMethod(context, node, performName);
  return [
    { ...callMethod(context, perform, node), ...comments },
    {
      ...perform,
      documentation: [
        'Called by other global variables of this library, whose calls the compiler has checked.',
      ],
    },
  ];
}

function lowerMethod(context: Context, node: ts.FunctionDeclaration, name: string): Method {
  const { result: captured, remarks } = context.withRemarks(() =>
    context.capture(() => {
      const nesting = lowerNesting(context, node);
      const own = lowerParameters(context, node.parameters, 'method');
      const prologue = [...nesting.prologue, ...own.prologue];
      const body = node.body === undefined ? [] : context.lowerStatements(node.body.statements);
      return {
        parameters: [...own.parameters, ...nesting.parameters],
        body: [...prologue, ...separated(prologue, body)],
      };
    }),
  );
  const { result, statements } = captured;
  return groovy.method(name, [...remarks.map(groovy.comment), ...statements, ...result.body], {
    annotations: context.colour === 'pure' ? ['NonCPS'] : [],
    parameters: result.parameters,
    returnType: resultTypeOf(context.checker, node),
    origin: context.origin(node.name ?? node),
  });
}

/** A blank line between the parameters that were taken apart and the body. */
function separated(prologue: readonly Statement[], body: readonly Statement[]): readonly Statement[] {
  return prologue.length > 1 && body.length > 0 ? [groovy.blankLine(), ...body] : body;
}

/**
 *     def call(arguments = [:]) {
 *         def given = Parameters.normalise(arguments)
 *         return perform(Parameters.checked(this, 'gigScan', GigScanParameters.definition(), given))
 *     }
 *
 * It takes anything, so that the check can say what is wrong with it. A function without parameters is checked, too: a
 * call that passes some is wrong.
 */
function callMethod(context: Context, perform: Method, node: ts.FunctionDeclaration): Method {
  const takesParameters = node.parameters.length > 0;
  const { name } = context.file.module;
  const passed = groovy.identifier('arguments');
  const given = groovy.identifier('given');
  const definition = groovy.staticCall(parametersClassName(name), 'definition');
  const instead = ts.getTextOfJSDocComment(ts.getJSDocDeprecatedTag(node)?.comment);
  const deprecated = instead === undefined ? [] : [groovy.string(instead.replace(/\s+/g, ' '))];
  const checked = checkedParameters(groovy.string(name), definition, given, ...deprecated);
  const performed = groovy.call(performName, takesParameters ? [checked] : []);
  const body: readonly Statement[] = [
    groovy.variable(given.name, normalisedArguments(passed)),
    ...(takesParameters ? [] : [groovy.statement(checked)]),
    perform.returnType === 'void' ? groovy.statement(performed) : groovy.returnValue(performed),
  ];
  return groovy.method(
    'call',
    body.map((statement) => groovy.at(perform.origin, statement)),
    {
      parameters: [groovy.parameter(passed.name, undefined, groovy.map())],
      returnType: perform.returnType,
      origin: perform.origin,
    },
  );
}
