/**
 * What the sources say, as plain data: global variables from `vars/`, scripts from `resources/gig-ci/`. The other files
 * read it, and report what no documentation or check could be made of. Nothing here knows what becomes of it.
 */

/** A literal that a destructuring gives as the default. */
export type DefaultValue =
  string | number | boolean | readonly DefaultValue[] | { readonly [key: string]: DefaultValue };

/** The type of a parameter, with the limits of its values. */
export type TypeModel =
  | {
      readonly kind: 'string';
      readonly pattern?: string;
      readonly minLength?: number;
      readonly maxLength?: number;
      /** Whether nobody but the pipeline may see the value, so that no message shows it. */
      readonly secret?: true;
      /** Of what kind the credentials are whose id this is. */
      readonly credentials?: CredentialsKind;
    }
  | { readonly kind: 'integer' | 'number'; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'literals'; readonly values: readonly string[] }
  | {
      readonly kind: 'list';
      readonly element: TypeModel;
      readonly minItems?: number;
      readonly uniqueItems?: boolean;
    }
  /** A map with these keys and no others. `canBeFalse`: `false` switches it off. */
  | { readonly kind: 'group'; readonly parameters: readonly ParameterModel[]; readonly canBeFalse: boolean }
  /** A map with free keys. */
  | { readonly kind: 'record'; readonly value: TypeModel }
  | { readonly kind: 'closure' };

/** The kinds of credentials that `withSecretText` and its like bind, as `@credentials` names them. */
export const CREDENTIALS_KINDS = ['text', 'login', 'file', 'aws'] as const;
/** What kind of credentials an id names. */
export type CredentialsKind = (typeof CREDENTIALS_KINDS)[number];

/** One parameter of a global variable, or one entry of a group. */
export interface ParameterModel {
  readonly name: string;
  readonly summary: string;
  readonly type: TypeModel;
  readonly required: boolean;
  readonly defaultValue?: DefaultValue;
  /** Variable in the environment of Jenkins that is read where the call does not give the parameter. */
  readonly environment?: string;
  /** Names that it had before. A call that uses one is warned. */
  readonly formerly?: readonly string[];
  /** What to write instead. A call that gives it is warned. */
  readonly deprecated?: string;
  /** The version that brought it. */
  readonly since?: string;
  /** Parameters beside it that a call must give, too. */
  readonly requires?: readonly string[];
  /** Parameters beside it that a call must not give with it. */
  readonly conflicts?: readonly string[];
  readonly examples?: readonly DefaultValue[];
}

/** A file of `vars/` with a default function: what its global variable is called, takes, returns and says. */
export interface GlobalVariableModel {
  readonly name: string;
  /** Path of the source relative to the project folder. */
  readonly source: string;
  readonly summary: string;
  readonly parameters: readonly ParameterModel[];
  /** What `@returns` says. */
  readonly returns?: string;
  readonly examples: readonly string[];
  /** What to call instead. */
  readonly deprecated?: string;
  /** The version that brought it. */
  readonly since?: string;
}

/** What the header of a resource script declares. */
export interface ScriptModel {
  /** File name inside `resources/gig-ci/`. */
  readonly name: string;
  readonly summary: string;
  readonly shell: 'bash' | 'sh';
  /** `@env NAME[?] [list] text`: the script reads `$GIG_NAME` (a bash array for a list). `?`: may be left out. */
  readonly inputs: readonly {
    readonly name: string;
    readonly list: boolean;
    readonly optional: boolean;
    readonly summary: string;
  }[];
  /** `@secret NAME[?] text`: bound by the credential primitive whose variable has that name. */
  readonly secrets: readonly {
    readonly name: string;
    readonly optional: boolean;
    readonly summary: string;
  }[];
  /** `@out name type example text`. */
  readonly outputs: readonly {
    readonly name: string;
    readonly type: 'string' | 'integer' | 'boolean' | 'list';
    readonly example: string;
    readonly summary: string;
  }[];
  readonly acquires: readonly string[];
  readonly releases: readonly string[];
  readonly publishes: readonly string[];
  /** `@aws ecr:PutImage`: what the AWS identity must be allowed. */
  readonly aws: readonly string[];
  /** `@needs trivy|docker`: one of the tools must exist, else the script ends with 127. */
  readonly needs: readonly (readonly string[])[];
  /** `@probes TOOLS missing`: the list output names the tools of the list input that the agent lacks. */
  readonly probes?: { readonly input: string; readonly output: string };
  /** `@payload MESSAGE`: this input is what leaves the machine; the record keeps it. */
  readonly payload?: string;
  /** `@sends the source to the SonarQube server`: all that leaves the machine, for those who must allow it. */
  readonly sends: readonly string[];
}
