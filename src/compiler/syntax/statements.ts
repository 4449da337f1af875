/** The statements of the subset: what each kind becomes, or why it is refused. */
import { ts } from 'ts-morph';
import { problems } from '../../diagnostics/catalogue';
import type { Statement } from '../../groovy';
import { lowerFor, lowerForOf, lowerWhile } from '../lower/loops';
import { lowerExpressionStatement } from '../lower/effects';
import { lowerIf } from '../lower/conditions';
import { lowerBreak, lowerContinue, lowerReturn } from '../lower/jumps';
import { lowerSwitch } from '../lower/switch';
import { lowerThrow, lowerTry } from '../lower/errors';
import { lowerVariableStatement } from '../lower/variables';
import { lowered, refused, table } from './table';

const kind = ts.SyntaxKind;

export const statementTable = table<readonly Statement[]>([
  lowered(kind.VariableStatement, lowerVariableStatement),
  lowered(kind.ExpressionStatement, lowerExpressionStatement),
  lowered(kind.IfStatement, lowerIf),
  lowered(kind.ForOfStatement, lowerForOf),
  lowered(kind.ForStatement, lowerFor),
  lowered(kind.WhileStatement, lowerWhile),
  lowered(kind.SwitchStatement, lowerSwitch),
  lowered(kind.BreakStatement, lowerBreak),
  lowered(kind.ContinueStatement, lowerContinue),
  lowered(kind.ReturnStatement, lowerReturn),
  lowered(kind.ThrowStatement, lowerThrow),
  lowered(kind.TryStatement, lowerTry),

  refused(kind.Block, problems.noBlock()),
  refused(kind.EmptyStatement, problems.noEmptyStatement()),
  refused(kind.DoStatement, problems.noDo()),
  refused(kind.ForInStatement, problems.noForIn()),
  refused(kind.LabeledStatement, problems.noLabel()),
  refused(kind.DebuggerStatement, problems.noDebugger()),
  refused(kind.FunctionDeclaration, problems.noNestedFunction()),
  refused(kind.ClassDeclaration, problems.noClass()),
  refused(kind.EnumDeclaration, problems.noEnum()),
  refused(kind.ModuleDeclaration, problems.noNamespace()),
  refused(kind.InterfaceDeclaration, problems.unsupported('A type inside a function')),
  refused(kind.TypeAliasDeclaration, problems.unsupported('A type inside a function')),
]);
