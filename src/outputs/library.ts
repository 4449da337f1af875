/** What the outputs about a library as a whole are made from, and what they ask of it. */
import { describables, steps } from '../jenkins';
import type {
  CredentialsKind,
  GlobalVariableModel,
  ParameterModel,
  ScriptModel,
  TypeModel,
} from '../model/model';
import type { Uses } from '../model/uses';

/** The models of a library, and what each global variable reaches. */
export interface LibraryModel {
  readonly globalVariables: readonly GlobalVariableModel[];
  readonly scripts: readonly ScriptModel[];
  readonly uses: ReadonlyMap<string, Uses>;
}

const NOTHING: Uses = { steps: new Map(), scripts: [], commands: [], globalVariables: [] };

/** What a global variable reaches. */
export function usesOf({ uses }: LibraryModel, name: string): Uses {
  return uses.get(name) ?? NOTHING;
}

/** The scripts that a global variable may run. */
export function scriptsOf(library: LibraryModel, name: string): readonly ScriptModel[] {
  const { scripts } = usesOf(library, name);
  return library.scripts.filter((script) => scripts.includes(script.name));
}

/** The plugins that bring what is used, by name, sorted; `optional`: all of it is left out where the plugin is missing. */
export function pluginsOf(uses: readonly Uses[]): ReadonlyMap<string, 'required' | 'optional'> {
  const plugins = new Map<string, 'required' | 'optional'>();
  for (const [name, need] of uses.flatMap((each) => [...each.steps])) {
    const plugin = (steps.get(name) ?? describables.get(name))?.plugin;
    if (plugin !== undefined && plugins.get(plugin) !== 'required') plugins.set(plugin, need);
  }
  return new Map([...plugins].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The parameters that hold ids of credentials, with their paths: `nexus.credentialsId`. */
export function credentialsIn(
  parameters: readonly ParameterModel[],
  path = '',
): readonly { readonly path: string; readonly kind: CredentialsKind; readonly parameter: ParameterModel }[] {
  return parameters.flatMap((parameter) => {
    const place = `${path}${parameter.name}`;
    const kind = credentialsKind(parameter.type);
    const inner = parameter.type.kind === 'group' ? parameter.type.parameters : [];
    return [
      ...(kind === undefined ? [] : [{ path: place, kind, parameter }]),
      ...credentialsIn(inner, `${place}.`),
    ];
  });
}

/** Of a map with free names, that of its values. */
function credentialsKind(type: TypeModel): CredentialsKind | undefined {
  if (type.kind === 'record') return credentialsKind(type.value);
  return type.kind === 'string' ? type.credentials : undefined;
}

/** Kinds of credentials as Jenkins calls them. */
export const CREDENTIALS_NAMES: { readonly [Kind in CredentialsKind]: string } = {
  text: 'Secret text',
  login: 'Username with password',
  file: 'Secret file',
  aws: 'AWS Credentials',
};

/** Texts without repetition, sorted. */
export function sortedSet(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
