/** Arguments under the names of today, as a definition's function takes them apart. The twin is in `Parameters.groovy`. */
import type { ParameterModel, TypeModel } from '../model/model';
import { isList, isMap, type Argument, type ArgumentMap } from './arguments';

/** The arguments of a correct call; one that has a former name stands behind the others, under its name of today. */
export function renamed(parameters: readonly ParameterModel[], value: ArgumentMap): ArgumentMap {
  const former = parameters.flatMap(({ name, type, formerly = [] }) => {
    const given = formerly.find((each) => Object.hasOwn(value, each));
    return given === undefined ? [] : [{ given, entry: [name, renamedIn(type, value[given])] as const }];
  });
  const kept = Object.entries(value).flatMap(([key, entry]) => {
    if (former.some(({ given }) => given === key)) return [];
    const type = parameters.find(({ name }) => name === key)?.type;
    return [[key, type === undefined ? entry : renamedIn(type, entry)] as const];
  });
  return Object.fromEntries([...kept, ...former.map(({ entry }) => entry)]);
}

function renamedIn(type: TypeModel, value: Argument): Argument {
  if (type.kind === 'list' && isList(value)) return value.map((element) => renamedIn(type.element, element));
  if (type.kind === 'group' && isMap(value)) return renamed(type.parameters, value);
  if (type.kind !== 'record' || !isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, renamedIn(type.value, entry)]));
}
