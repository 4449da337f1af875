/** Shell commands: a constant script and an environment. */
import type ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression } from '../../groovy';
import type { ShellProblem } from '../analysis/shell';
import { typeText } from '../analysis/types';
import type { Context } from './context';
import { environmentList, withEnvironment } from './environment';
import { standAlone } from './order';
import { withoutTrailingNewlines } from './runtime';

/** What a command is run for. */
type ShellMode = 'sh' | 'sh.output' | 'sh.status';

/** ``sh`…` `` and its two variants; no other tag is part of the subset. */
export function lowerTaggedTemplate(context: Context, node: ts.TaggedTemplateExpression): Expression {
  const callee = context.analysis.calleeOf(node);
  if (callee.kind !== 'primitive') return context.refuse(node.tag, problems.noTaggedTemplate());
  switch (callee.name) {
    case 'sh':
    case 'sh.output':
    case 'sh.status':
      return lowerShell(context, node, callee.name);
    default:
      return context.refuse(node.tag, problems.noTaggedTemplate());
  }
}

/**
 *     withEnv(["GIG_IMAGE=${image}"]) {
 *         sh('docker push "${GIG_IMAGE-}"')
 *     }
 */
function lowerShell(context: Context, node: ts.TaggedTemplateExpression, mode: ShellMode): Expression {
  const command = context.analysis.shellCommand(node.template);
  for (const problem of command.problems) context.report(problem.node, describe(context, problem));
  const call = groovy.at(context.origin(node), commandCall(groovy.string(command.script), mode));
  if (command.environment.length === 0) return call;
  const body = mode === 'sh' ? groovy.statement(call) : groovy.returnValue(call);
  const list = environmentList(context, command.environment);
  return standAlone(context, node, withEnvironment(list, [groovy.at(context.origin(node), body)]));
}

function commandCall(script: Expression, mode: ShellMode): Expression {
  const named = (option: string): Expression =>
    groovy.call('sh', [], {
      named: [groovy.named('script', script), groovy.named(option, groovy.boolean(true))],
    });
  switch (mode) {
    case 'sh':
      return groovy.call('sh', [script]);
    case 'sh.output':
      return withoutTrailingNewlines(named('returnStdout'));
    case 'sh.status':
      return named('returnStatus');
  }
}

function describe(context: Context, { kind, node }: ShellProblem): ReturnType<typeof problems.holeType> {
  switch (kind) {
    case 'singleQuoted':
      return problems.holeInSingleQuotes();
    case 'backquoted':
      return problems.holeInBackquotes();
    case 'arithmetic':
      return problems.holeInArithmetic();
    case 'comment':
      return problems.holeInComment();
    case 'hereDocument':
      return problems.holeInHereDocument();
    case 'escaped':
      return problems.holeAfterBackslash();
    case 'expansion':
      return problems.holeInExpansion();
    case 'evaluated':
      return problems.holeEvaluated();
    case 'unreadable':
      return problems.holeBehindUnreadable();
    case 'secondList':
      return problems.secondList();
    case 'listInText':
      return problems.listInText();
    case 'listElsewhere':
      return problems.listElsewhere();
    case 'empty':
      return problems.emptyCommand();
    case 'noSecretBinding':
      return problems.secretStored();
    case 'type':
      return problems.holeType(typeText(context.typeOf(node), context.checker));
  }
}
