import type ts from 'typescript';
import type { Analysis } from '../compiler/analysis/analyse';
import type { Module } from '../compiler/load';
import type { Syntax } from './syntax';

/** What the visitors share while one file is transformed. */
export interface TransformState {
  readonly analysis: Analysis;
  readonly syntax: Syntax;
  readonly module: Module;
  /** Transforms a node of the author. */
  visit<Node extends ts.Node>(node: Node): Node;
  /** The literal `"file:line"` of a node. */
  location(node: ts.Node): ts.Expression;
}
