/** Declarative Pipelines, which are no Groovy that runs as it stands: a plugin of Jenkins makes steps of their model. */
import { readSource } from './index';
import { Lines, type Position } from './lines';

/** Where the block `pipeline { … }` of a declarative Jenkinsfile begins; `undefined` in a scripted one. */
export function declarativeBlock(text: string): Position | undefined {
  const { nodes } = readSource(text);
  const block = nodes.find((node, index) => {
    const following = nodes[index + 1];
    const isBlock = following?.kind === 'group' && following.open === '{';
    return node.kind === 'name' && node.text === 'pipeline' && isBlock;
  });
  return block && new Lines(text).positionOf(block.start);
}
