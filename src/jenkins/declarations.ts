/**
 * The text of the module `gig-ci/jenkins`: what authors import. The primitives stand in `primitives.d.ts`, the steps and
 * describables come from the catalogue, so that an editor never offers what the simulator does not know.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '.';
import type {
  CatalogueEntry,
  DescribableDefinition,
  ParameterType,
  StepDefinition,
  StepParameter,
} from './steps/step';

/** TypeScript text that declares everything an author may import from `gig-ci/jenkins`. */
export function jenkinsDeclarations(): string {
  const primitives = readFileSync(join(__dirname, 'primitives.d.ts'), 'utf8');
  const entries = catalogue.filter((entry) => entry.audience === 'author').map(declarationOf);
  return [primitives.trimEnd(), ...entries].join('\n\n') + '\n';
}

function declarationOf(entry: CatalogueEntry): string {
  return entry.kind === 'step' ? stepDeclarations(entry) : describableDeclaration(entry);
}

/**
 * One overload with named arguments, one with the sole positional argument, and for a step without required arguments
 * one without any:
 *
 *     export declare function dir<Result>(path: string, body: () => Result): Result;
 *     export declare function dir<Result>(parameters: { readonly path: string }, body: () => Result): Result;
 */
function stepDeclarations(step: StepDefinition): string {
  const overloads: string[] = [];
  const positional = step.parameters.find((parameter) => parameter.name === step.positional);
  const required = step.parameters.filter((parameter) => parameter.required);
  if (required.length === 0) overloads.push(stepSignature(step, []));
  if (positional !== undefined && required.every((parameter) => parameter === positional)) {
    overloads.push(stepSignature(step, [`${positional.name}: ${typeText(positional.type)}`]));
  }
  if (step.parameters.length > 0)
    overloads.push(stepSignature(step, [`parameters: ${groupText(step.parameters)}`]));
  return overloads.map((overload) => `${documentation(step)}\n${overload}`).join('\n');
}

function stepSignature(step: StepDefinition, parameters: readonly string[]): string {
  const result = step.returns === 'body' ? 'Result' : step.returns;
  const generic = step.body ? '<Result>' : '';
  const all = step.body ? [...parameters, 'body: () => Result'] : parameters;
  return `export declare function ${step.name}${generic}(${all.join(', ')}): ${result};`;
}

function describableDeclaration(entry: DescribableDefinition): string {
  const parameters = entry.parameters.length === 0 ? '' : `parameters: ${groupText(entry.parameters)}`;
  return `${documentation(entry)}\nexport declare function ${entry.name}(${parameters}): ${symbolText(entry.name)};`;
}

function documentation(entry: CatalogueEntry): string {
  return `/** ${entry.summary} (plugin ${entry.plugin}) */`;
}

function groupText(parameters: readonly StepParameter[]): string {
  const members = parameters.map(
    ({ name, type, required, summary }) =>
      `/** ${summary} */ readonly ${name}${required ? '' : '?'}: ${typeText(type)}`,
  );
  return `{ ${members.join('; ')} }`;
}

function typeText(type: ParameterType): string {
  switch (type.kind) {
    case 'string':
    case 'boolean':
      return type.kind;
    case 'integer':
    case 'number':
      return 'number';
    case 'literals':
      return type.values.map((value) => `'${value}'`).join(' | ');
    case 'list':
      return `readonly (${typeText(type.element)})[]`;
    case 'group':
      return groupText(type.parameters);
    case 'describable':
      return type.names.map(symbolText).join(' | ');
  }
}

function symbolText(name: string): string {
  return `{ readonly $symbol: '${name}' }`;
}
