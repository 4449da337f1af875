/** What may be read of `env`: single variables with constant names, none of which holds a secret. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Problem } from '../../diagnostics/problem';
import type { Module } from '../load';
import { nodesOf } from '../nodes';
import type { Analysis } from './analyse';
import { withParentheses } from './functions';
import type { Report } from './report';

/**
 * Reports reads of `env` by a name that only the run knows, and of variables in which some credential primitive of the
 * project binds a secret: inside the binding, `env` has it as plain text.
 */
export function checkEnvironmentReads(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  for (const node of nodesOf(sourceFile)) {
    if (ts.isIdentifier(node) && node.text === 'env' && isRead(analysis, node)) {
      const problem = problemOf(analysis, node);
      if (problem !== undefined) report(withParentheses(node).parent, problem);
    }
  }
}

function isRead(analysis: Analysis, node: ts.Identifier): boolean {
  if (ts.isImportSpecifier(node.parent)) return false;
  if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return false;
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return false;
  const reference = analysis.referenceOf(node);
  return reference.kind === 'global' && reference.name === 'env';
}

function problemOf(analysis: Analysis, node: ts.Identifier): Problem | undefined {
  const name = nameRead(node);
  if (name === undefined) return problems.environmentForm();
  // Jenkins does not tell the case of variables apart.
  const variable = name.toUpperCase();
  return analysis.boundVariables.has(variable) ? problems.secretRead(variable) : undefined;
}

/** `env.NAME`, `env['NAME']`; nothing for other uses. */
function nameRead(node: ts.Identifier): string | undefined {
  const value = withParentheses(node);
  const { parent } = value;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text;
  const isElement = ts.isElementAccessExpression(parent) && parent.expression === value;
  return isElement && ts.isStringLiteralLike(parent.argumentExpression)
    ? parent.argumentExpression.text
    : undefined;
}
