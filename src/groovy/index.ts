/**
 * The Groovy side of the compiler: syntax tree, the passes over it, and the printer. Nothing else makes Groovy text, and
 * nothing here knows TypeScript.
 */
export * from './tree';
export * as groovy from './factory';
export { makeLoadable } from './passes';
export { checkLimits } from './passes/limits';
export { print, type PrintedFile } from './printer';
export { originOf, parseLineMap, serialiseLineMap, type LineMap } from './line-map';
export { readLineMaps } from './read-line-maps';
export { descendantsOf, isStatement, nodesOf } from './children';
export { constantString } from './strings';
export { keywords } from './keywords';
