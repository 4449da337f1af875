/** `gig-ci.gdsl`: what IntelliJ IDEA completes and documents in a Jenkinsfile beside the Pipeline steps. */
import { constantString } from '../groovy';
import type { GlobalVariableModel, ParameterModel, TypeModel } from '../model/model';
import { generatedFrom } from './header';
import { memoized } from './memoized';
import { typeText } from './parameter-text';

/** The path in the library, and the text. */
export function gdslFile(models: readonly GlobalVariableModel[]): readonly [path: string, text: string] {
  const lines = [
    `// ${generatedFrom('vars/')}`,
    'contributor(context(scope: scriptScope())) {',
    ...models.flatMap(method),
    '}',
  ];
  return ['gig-ci.gdsl', `${lines.join('\n')}\n`];
}

const method = memoized(({ name, summary, parameters, returns }: GlobalVariableModel): readonly string[] => [
  '    method(',
  `        name: ${constantString(name)},`,
  `        type: ${constantString(returns === undefined ? 'void' : 'java.lang.Object')},`,
  ...(parameters.length === 0
    ? []
    : ['        namedParams: [', ...parameters.map(namedParameter), '        ],']),
  `        doc: ${constantString(summary)}`,
  '    )',
]);

function namedParameter({ name, summary, type, required }: ParameterModel): string {
  const about = `${summary} (${typeText(type)}${required ? ', required' : ''})`;
  return `            parameter(name: ${constantString(name)}, type: ${constantString(javaType(type))}, doc: ${constantString(about)}),`;
}

function javaType(type: TypeModel): string {
  switch (type.kind) {
    case 'string':
    case 'literals':
      return 'java.lang.String';
    case 'integer':
      return 'java.lang.Integer';
    case 'number':
      return 'java.lang.Number';
    case 'boolean':
      return 'java.lang.Boolean';
    case 'list':
      return 'java.util.List';
    case 'group':
      return type.canBeFalse ? 'java.lang.Object' : 'java.util.Map';
    case 'record':
      return 'java.util.Map';
    case 'closure':
      return 'groovy.lang.Closure';
  }
}
