/** We read Jenkinsfiles as Groovy's own parser does. */
import { checkFile } from '../../src/check';
import { GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';
import { sample } from '../support/thorough';
import { validFiles } from './corpus';
import { mutantsOf } from './corpus/mutations';
import { inOrder, parseWithGroovy, parseWithOurs } from './groovy-parser';
import { realLibrary } from './real-library';

describeWithJava('every call', () => {
  test(
    'of a good file stands where Groovy finds it, with the same arguments',
    async () => {
      const files = validFiles();
      const parsed = await parseWithGroovy(files.map(({ text }) => text));
      files.forEach(({ path, text }, index) => {
        const theirs = parsed[index];
        expect([path, theirs]).toEqual([path, { calls: expect.any(Array) }]);
        if (theirs === undefined || 'failure' in theirs) return;
        expect([path, ...parseWithOurs(text)]).toEqual([path, ...inOrder(theirs.calls)]);
      });
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );

  test(
    'of a mutant, too, where it is Groovy; where it is none, something is said',
    async () => {
      const library = realLibrary();
      const mutants = sample(
        validFiles().flatMap((file) => mutantsOf(file, library)),
        5,
      );
      const parsed = await parseWithGroovy(mutants.map(({ text }) => text));
      const wrong: unknown[] = [];
      mutants.forEach((mutant, index) => {
        const theirs = parsed[index] ?? { failure: 'nothing' };
        const { findings } = checkFile(mutant, library);
        if ('failure' in theirs) {
          if (findings.every(({ severity }) => severity !== 'error')) wrong.push([mutant, theirs.failure]);
        } else {
          const syntax = findings.filter(({ rule }) => rule === 'syntax');
          const isEqual =
            JSON.stringify(parseWithOurs(mutant.text).map(asList)) ===
            JSON.stringify(inOrder(theirs.calls).map(asList));
          if (syntax.length > 0 || !isEqual) wrong.push([mutant, syntax]);
        }
      });
      expect(wrong).toEqual([]);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});

function asList({ name, line, column, values }: ReturnType<typeof inOrder>[number]): readonly unknown[] {
  return [name, line, column, values];
}
