/** The expressions of the subset: what each kind becomes, or why it is refused. */
import { ts } from 'ts-morph';
import { problems } from '../../diagnostics/catalogue';
import type { Expression } from '../../groovy';
import { lowerElementAccess, lowerIdentifier, lowerPropertyAccess } from '../lower/access';
import { lowerCall, lowerNew } from '../lower/calls';
import { lowerArrow } from '../lower/closures';
import { lowerConditional } from '../lower/conditions';
import {
  lowerArray,
  lowerFalse,
  lowerNumber,
  lowerObject,
  lowerRegularExpression,
  lowerString,
  lowerTrue,
} from '../lower/literals';
import { lowerBinary, lowerPostfix, lowerPrefix } from '../lower/operators';
import { lowerTaggedTemplate } from '../lower/shell';
import { lowerTemplate } from '../lower/templates';
import { lowerAs, lowerParenthesized, lowerSatisfies } from '../lower/wrappers';
import { lowered, refused, table } from './table';

const kind = ts.SyntaxKind;

export const expressionTable = table<Expression>([
  lowered(kind.StringLiteral, lowerString),
  lowered(kind.NoSubstitutionTemplateLiteral, lowerString),
  lowered(kind.TemplateExpression, lowerTemplate),
  lowered(kind.TaggedTemplateExpression, lowerTaggedTemplate),
  lowered(kind.NumericLiteral, lowerNumber),
  lowered(kind.TrueKeyword, lowerTrue),
  lowered(kind.FalseKeyword, lowerFalse),
  lowered(kind.RegularExpressionLiteral, lowerRegularExpression),
  lowered(kind.ArrayLiteralExpression, lowerArray),
  lowered(kind.ObjectLiteralExpression, lowerObject),
  lowered(kind.Identifier, lowerIdentifier),
  lowered(kind.PropertyAccessExpression, lowerPropertyAccess),
  lowered(kind.ElementAccessExpression, lowerElementAccess),
  lowered(kind.CallExpression, lowerCall),
  lowered(kind.NewExpression, lowerNew),
  lowered(kind.ArrowFunction, lowerArrow),
  lowered(kind.BinaryExpression, lowerBinary),
  lowered(kind.PrefixUnaryExpression, lowerPrefix),
  lowered(kind.PostfixUnaryExpression, lowerPostfix),
  lowered(kind.ConditionalExpression, lowerConditional),
  lowered(kind.ParenthesizedExpression, lowerParenthesized),
  lowered(kind.AsExpression, lowerAs),
  lowered(kind.SatisfiesExpression, lowerSatisfies),

  refused(kind.NullKeyword, problems.noNull()),
  refused(kind.ThisKeyword, problems.noThis()),
  refused(kind.SuperKeyword, problems.noThis()),
  refused(kind.FunctionExpression, problems.noFunctionExpression()),
  refused(kind.ClassExpression, problems.noClass()),
  refused(kind.NonNullExpression, problems.noNonNull()),
  refused(kind.TypeAssertionExpression, problems.noTypeAssertion()),
  refused(kind.TypeOfExpression, problems.noTypeof()),
  refused(kind.VoidExpression, problems.unsupported('`void`')),
  refused(kind.DeleteExpression, problems.noDelete()),
  refused(kind.AwaitExpression, problems.noAsync()),
  refused(kind.YieldExpression, problems.noGenerator()),
  refused(kind.BigIntLiteral, problems.noBigInt()),
  refused(kind.MetaProperty, problems.unsupported('`import.meta` and `new.target`')),
]);
