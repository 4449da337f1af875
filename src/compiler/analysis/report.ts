/** How a check says what is wrong. */
import type ts from 'typescript';
import type { Problem } from '../../diagnostics/problem';

/** Takes a problem at a node, or at a range of the module's file. */
export type Report = (place: ts.Node | ts.TextRange, problem: Problem) => void;
