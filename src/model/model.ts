/**
 * What the sources say, as plain data: global variables from `vars/`, scripts from `resources/gig-ci/`. The other files
 * read it, and report what no documentation or check could be made of. Nothing here knows what becomes of it.
 */

/** A literal that a destructuring gives as the default. */
export type DefaultValue =
  string | number | boolean | readonly DefaultValue[] | { readonly [key: string]: DefaultValue };

export type TypeModel =
  | {
      readonly kind: 'string';
      readonly pattern?: string;
      readonly minLength?: number;
      readonly maxLength?: number;
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
  | { readonly kind: 'record'; readonly value: TypeModel };

export interface ParameterModel {
  readonly name: string;
  readonly summary: string;
  readonly type: TypeModel;
  readonly required: boolean;
  readonly defaultValue?: DefaultValue;
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
  /** `@sends PAYLOAD`: this input is what leaves the machine; the record keeps it. */
  readonly sends?: string;
}
