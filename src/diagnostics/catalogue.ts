/**
 * Every message of gig-ci about an author's file, by name. The codes are stable and never reused. A file of `catalogue/`
 * has the codes of one range.
 */
import { definitionProblems } from './catalogue/definition';
import { limitProblems } from './catalogue/limits';
import { parameterProblems } from './catalogue/parameters';
import { scriptProblems } from './catalogue/scripts';
import { stepProblems } from './catalogue/steps';
import { syntaxProblems } from './catalogue/syntax';
import { typeProblems } from './catalogue/types';

export const problems = {
  ...syntaxProblems,
  ...typeProblems,
  ...stepProblems,
  ...definitionProblems,
  ...parameterProblems,
  ...scriptProblems,
  ...limitProblems,
} as const;
