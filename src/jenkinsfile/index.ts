/**
 * Reads a Jenkinsfile without running it: every call with its arguments, as far as the text alone says them. A reader
 * that forgives: what is no Groovy becomes a problem with its place, and the rest is read all the same. In order:
 * `lexer` cuts the text into tokens, `brackets` makes a tree of them, `calls` finds the calls in it, `values` reads what
 * a call passes, `variables` what a name stands for. Nothing here knows a library.
 */
import { readTree, type Node } from './brackets';
import { readTokens } from './lexer';
import type { SyntaxProblem } from './tokens';

/** A Jenkinsfile as a tree of tokens and brackets. */
export interface Source {
  readonly text: string;
  readonly nodes: readonly Node[];
  readonly problems: readonly SyntaxProblem[];
}

/** Reads the text of a Jenkinsfile. */
export function readSource(text: string): Source {
  const { tokens, problems } = readTokens(text);
  const tree = readTree(tokens, text.length);
  return { text, nodes: tree.nodes, problems: [...problems, ...tree.problems] };
}
