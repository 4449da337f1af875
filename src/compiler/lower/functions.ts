/** Functions as methods. */
import type ts from 'typescript';
import { groovy, type Method, type Statement } from '../../groovy';
import { parametersClassName } from '../../model/parameters-class';
import { exportOf } from '../analysis/resolve';
import { returnTypeOf } from '../analysis/types';
import { commentsBefore, documentationOf } from './comments';
import { performName } from './calls';
import type { Context } from './context';
import { lowerParameters } from './parameters';
import { lowerNesting } from './recursion';
import { normaliseParameters, parameterProblems } from './runtime';

/**
 * The methods of a function: one, or for the default function of a global variable `call`, which checks what a
 * Jenkinsfile passes, and `perform`, which other global variables call.
 */
export function lowerFunction(context: Context, node: ts.FunctionDeclaration): readonly Method[] {
  const documentation = documentationOf(node) ?? commentsAbove(node);
  const exported = exportOf(node);
  const isShared = context.file.module.kind === 'shared';
  if (exported !== 'default') {
    const visibility = exported === 'none' ? (['private'] as const) : [];
    const modifiers = isShared ? ([...visibility, 'static'] as const) : visibility;
    return [{ ...lowerMethod(context, node, node.name?.text ?? performName), modifiers, documentation }];
  }
  const perform = lowerMethod(context, node, performName);
  return [
    { ...callMethod(context, perform, node.parameters.length > 0), documentation },
    {
      ...perform,
      documentation: [
        'Called by other global variables of this library, whose calls the compiler has checked.',
      ],
    },
  ];
}

function lowerMethod(context: Context, node: ts.FunctionDeclaration, name: string): Method {
  const { result, statements } = context.capture(() => {
    const nesting = lowerNesting(context, node);
    const own = lowerParameters(context, node.parameters, 'method');
    const prologue = [...nesting.prologue, ...own.prologue];
    const body = node.body === undefined ? [] : context.lowerStatements(node.body.statements);
    return {
      parameters: [...own.parameters, ...nesting.parameters],
      body: [...prologue, ...separated(prologue, body)],
    };
  });
  return groovy.method(name, [...statements, ...result.body], {
    annotations: context.colour === 'pure' ? ['NonCPS'] : [],
    parameters: result.parameters,
    returnType: returnTypeOf(resultType(context, node), context.checker),
    origin: context.origin(node.name ?? node),
  });
}

/** A blank line between the parameters that were taken apart and the body. */
function separated(prologue: readonly Statement[], body: readonly Statement[]): readonly Statement[] {
  return prologue.length > 1 && body.length > 0 ? [groovy.blankLine(), ...body] : body;
}

function resultType({ checker }: Context, node: ts.FunctionDeclaration): ts.Type {
  const signature = checker.getSignatureFromDeclaration(node);
  return signature === undefined ? checker.getVoidType() : checker.getReturnTypeOfSignature(signature);
}

/**
 *     def call(Map arguments = [:]) {
 *         Map parameters = Parameters.normalise(arguments)
 *         String problems = Parameters.problems('gigScan', GigScanParameters.definition(), parameters)
 *         if (problems != '') {
 *             error(problems)
 *         }
 *         return perform(parameters)
 *     }
 */
function callMethod(context: Context, perform: Method, takesParameters: boolean): Method {
  const { name } = context.file.module;
  const given = groovy.identifier('arguments');
  const parameters = groovy.identifier('parameters');
  const problems = groovy.identifier('problems');
  const definition = groovy.staticCall(parametersClassName(name), 'definition');
  const performed = groovy.call(performName, takesParameters ? [parameters] : []);
  const body: readonly Statement[] = [
    groovy.variable(parameters.name, normaliseParameters(given), 'Map'),
    groovy.variable(problems.name, parameterProblems(groovy.string(name), definition, parameters), 'String'),
    groovy.ifElse(groovy.binary(problems, '!=', groovy.string('')), [
      groovy.statement(groovy.call('error', [problems])),
    ]),
    perform.returnType === 'void' ? groovy.statement(performed) : groovy.returnValue(performed),
  ];
  return groovy.method(
    'call',
    body.map((statement) => groovy.at(perform.origin, statement)),
    {
      parameters: [groovy.parameter(given.name, 'Map', groovy.map())],
      returnType: perform.returnType,
      origin: perform.origin,
    },
  );
}

function commentsAbove(node: ts.FunctionDeclaration): readonly string[] | undefined {
  const comments = commentsBefore(node);
  return comments.length === 0 ? undefined : comments.flatMap((comment) => comment.split('\n'));
}
