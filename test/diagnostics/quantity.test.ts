import { quantityText } from '../../src/diagnostics/quantity';

test('one thing has no plural', () => {
  const texts = [0, 1, 2].map((quantity) => quantityText(quantity, 'step'));
  expect(texts).toEqual(['0 steps', '1 step', '2 steps']);
});
