/** As the compiler lets values travel to a script: a text as it is, a list as its length and its elements. */
export function scriptVariables(inputs: {
  readonly [name: string]: string | readonly string[];
}): [string, string][] {
  return Object.entries(inputs).flatMap(([input, value]) => variables(`GIG_${input}`, value));
}

function variables(name: string, value: string | readonly string[]): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  return [
    [`${name}_COUNT`, String(value.length)],
    ...value.map((element, index): [string, string] => [`${name}_${index + 1}`, element]),
  ];
}
