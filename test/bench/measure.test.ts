import { interleaved, summarise } from '../../bench/measure';
import { allMet, comparisonLines } from '../../bench/table';

test('the median of an even and of an odd number of times', () => {
  expect(summarise([4, 1, 3])).toEqual({ minimum: 1, median: 3, maximum: 4, repetitions: 3 });
  expect(summarise([4, 1, 3, 2]).median).toBe(2.5);
  expect(() => summarise([])).toThrow('nothing was measured');
});

test('subjects take turns, after one round that does not count', async () => {
  const order: string[] = [];
  const subject = (name: 'one' | 'other') => ({ name, run: () => order.push(name) });
  const samples = await interleaved([subject('one'), subject('other')], 2);
  expect(order).toEqual(['one', 'other', 'one', 'other', 'one', 'other']);
  expect(samples.one.repetitions).toBe(2);
});

test('an aim is met or missed by the ratio of the medians', () => {
  const [ours, theirs] = [summarise([10]), summarise([1000])];
  const comparison = { subject: 'ours', against: 'theirs', ours, theirs };
  const lines = comparisonLines([
    { ...comparison, atMost: 1 / 100 },
    { ...comparison, atMost: 1 / 101 },
  ]);
  expect(lines[1]).toMatch(/1\/100 +≤ 1\/100 +met$/);
  expect(lines[2]).toMatch(/missed$/);
  expect(allMet([comparison, { ...comparison, atMost: 0.5 }])).toBe(true);
  expect(allMet([{ ...comparison, atMost: 0.001 }])).toBe(false);
});
