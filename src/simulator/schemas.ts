/** The JSON Schemas of what the simulator reads and writes. */
import { join } from 'node:path';

export { default as recordSchema } from './record.schema.json';
export { default as scenarioSchema } from './scenario.schema.json';

/** Where people can read what a scenario may say. */
export const scenarioSchemaFile = join(__dirname, 'scenario.schema.json');
