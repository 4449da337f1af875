/** The JSON Schemas of what the simulator reads and writes. */
export { default as recordSchema } from './record.schema.json';
export { default as scenarioSchema } from './scenario.schema.json';
