/** Joins values as `+` and a spread do, as far as they are known. */
import type { Range } from './tokens';
import { computed, typeOf, type ListValue, type MapValue, type Value } from './value';

/** `sum + part` */
export function add(sum: Value, part: Value, range: Range): Value {
  if (sum.kind === 'map') return { ...withAdded(sum, part), ...range };
  if (part.kind === 'map' && sum.kind !== 'literal' && typeOf(sum) === undefined)
    return { ...part, isOpen: true, ...range };
  if (sum.kind === 'list') return { ...withElements(sum, part), ...range };
  if (typeOf(sum) !== 'string') return computed(range);
  if (sum.kind !== 'literal' || part.kind !== 'literal') return computed(range, 'string');
  return { kind: 'literal', value: `${String(sum.value)}${String(part.value)}`, ...range };
}

/** What comes later wins. What an unknown map brings may replace anything before it. */
export function withAdded(map: MapValue, added: Value): MapValue {
  if (added.kind !== 'map') {
    const entries = map.entries.map(({ key, value }) => ({
      key,
      value: computed(value, undefined, [value]),
    }));
    return { ...map, entries, isOpen: true };
  }
  const replaced = new Set(added.entries.map(({ key }) => key.name));
  const kept = map.entries.filter(({ key }) => key.name === undefined || !replaced.has(key.name));
  return { ...map, entries: [...kept, ...added.entries], isOpen: map.isOpen || added.isOpen };
}

/** Joins two lists; what is no list that is known may be one, or a single element. */
function withElements(list: ListValue, added: Value): ListValue {
  if (added.kind !== 'list') return { ...list, isOpen: true };
  return {
    ...list,
    elements: [...list.elements, ...added.elements],
    isOpen: list.isOpen || added.isOpen,
  };
}
