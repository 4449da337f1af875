/**
 * The outcome of a check for programs, one file each format, and what they share. What people read is made in
 * `src/terminal/`.
 */
import type { CheckReport } from '../report';
import { checkstyle } from './checkstyle';
import { json } from './json';
import { sarif } from './sarif';

/** By the names that the command line has for them. */
export const FORMATS: { readonly [name: string]: (report: CheckReport) => string } = {
  checkstyle,
  json,
  sarif,
};
