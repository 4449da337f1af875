/**
 * Some suites have more cases than fit into the ten minutes of `npm test`. There they take some, spread over all;
 * `npm run test:thorough` takes every one.
 */
const isThorough = process.env['GIG_CI_TESTS'] === 'thorough';

/** @returns `all`, or what `npm test` takes instead */
export function thorough<All, Some>(all: All, some: Some): All | Some {
  return isThorough ? all : some;
}

/** @param one in so many that `npm test` takes, beginning with the first */
export function sample<Item>(items: readonly Item[], one: number): readonly Item[] {
  return thorough(
    items,
    items.filter((_item, index) => index % one === 0),
  );
}
