/** We read Jenkinsfiles as Groovy's own parser does. */
import { GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';
import { validFiles } from './corpus';
import { inOrder, parseWithGroovy, parseWithOurs } from './groovy-parser';

describeWithJava('every call of the corpus', () => {
  test(
    'stands where Groovy finds it, with the same arguments',
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
});
