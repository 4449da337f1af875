/** How much of what people do wrong is found, and that nothing is said about what is right. */
import { checkFile } from '../../src/check';
import { validFiles } from './corpus';
import { mutantsOf, type Mutant } from './corpus/mutations';
import { realLibrary } from './real-library';

const library = realLibrary();

/** Whether one of the rules speaks, and whether it suggests first what was meant. */
function outcomeOf(mutant: Mutant): { readonly isCaught: boolean; readonly isMeant: boolean } {
  const { findings } = checkFile(mutant, library);
  const caught = findings.filter(({ rule }) => mutant.rules.includes(rule));
  const isMeant = mutant.meant === undefined || caught.some(({ suggestion }) => suggestion === mutant.meant);
  return { isCaught: caught.length > 0, isMeant };
}

test('there are at least 60 good files, and nothing is wrong with them', () => {
  const files = validFiles();
  expect(files.length).toBeGreaterThanOrEqual(60);
  for (const file of files) {
    const { findings } = checkFile(file, library);
    expect([file.path, ...findings.map(({ line, message }) => `${line}: ${message}`)]).toEqual([file.path]);
  }
});

test('of at least 1,000 mistakes 99 % are found, and 95 % of the misspelt names are suggested', () => {
  const mutants = validFiles().flatMap((file) => mutantsOf(file, library));
  const outcomes = mutants.map((mutant) => ({ mutant, ...outcomeOf(mutant) }));
  const missed = outcomes.filter(({ isCaught }) => !isCaught);
  const misspelt = outcomes.filter(({ mutant }) => mutant.meant !== undefined);
  const suggested = misspelt.filter(({ isMeant }) => isMeant);
  const shares = {
    caught: 1 - missed.length / mutants.length,
    suggested: suggested.length / misspelt.length,
  };
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  const lines = [
    `${mutants.length} mutants: ${mutants.length - missed.length} caught (${percent(shares.caught)}); of ${misspelt.length} misspelt ${suggested.length} with the right name first (${percent(shares.suggested)})`,
    ...missed.map(({ mutant }) => `  missed: ${mutant.path}: ${mutant.kind}, ${mutant.detail}`),
  ];
  process.stderr.write(`\n${lines.join('\n')}\n`);
  expect(mutants.length).toBeGreaterThanOrEqual(1000);
  expect(shares.caught).toBeGreaterThanOrEqual(0.99);
  expect(shares.suggested).toBeGreaterThanOrEqual(0.95);
});
