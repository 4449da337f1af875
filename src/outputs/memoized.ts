/** Results that are kept as long as what they were made from: a library is built again and again while it is edited. */

/** The same function of an object that never changes, which computes each result once. */
export function memoized<Source extends object, Result>(
  compute: (source: Source) => Result,
): (source: Source) => Result {
  const results = new WeakMap<Source, { readonly result: Result }>();
  return (source) => {
    const known = results.get(source) ?? { result: compute(source) };
    results.set(source, known);
    return known.result;
  };
}
