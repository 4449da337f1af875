/** The Groovy side of the compiler: syntax tree, the passes over it, and the printer. */
export * from './tree';
export * as groovy from './factory';
export { outline } from './passes/outline';
export { allocateNames } from './passes/names';
export { checkLimits } from './passes/limits';
export { print, type PrintedFile } from './printer';
export { originOf, parseLineMap, serialiseLineMap, type LineMap } from './line-map';
export { readLineMaps } from './read-line-maps';
export { descendantsOf, nodesOf } from './children';
export { keywords } from './keywords';
