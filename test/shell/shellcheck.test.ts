/** ShellCheck on everything that an agent's shell will run: resource scripts as published, and every command of vars/. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { analyse } from '../../src/compiler/analysis/analyse';
import { loadProject } from '../../src/compiler/load';

const root = join(__dirname, '..', '..');
const installed = spawnSync('shellcheck', ['--version']).error === undefined;
const testWithShellCheck = installed ? test : test.skip;

/** @returns what ShellCheck objects to; an empty text when it is content */
function objections(script: string, shell: 'sh' | 'bash'): string {
  const { stdout, stderr } = spawnSync('shellcheck', [`--shell=${shell}`, '-'], {
    input: script,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** The constant scripts of all `sh` templates, by their place in the source. */
function commands(): [place: string, script: string][] {
  const analysis = analyse(loadProject(root));
  return analysis.project.modules.flatMap(({ file, sourceFile }) => {
    const found: [string, string][] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node)) {
        const { line } = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
        found.push([`${file}:${line + 1}`, analysis.shellCommand(node.template).script]);
      }
      ts.forEachChild(node, visit);
    };
    visit(sourceFile);
    return found;
  });
}

/** As published: with the prelude that restores the inputs. */
function scripts(): [name: string, script: string][] {
  const folder = join(root, 'groovy-out', 'resources', 'gig-ci');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sh'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

testWithShellCheck('ShellCheck finds what is wrong', () => {
  expect(objections('cd $GIG_FOLDER', 'sh')).toMatch(/SC2164|SC2086/);
});

testWithShellCheck('every command of vars/ passes', () => {
  const all = commands();
  expect(all).not.toHaveLength(0);
  expect(all.map(([place, script]) => `${place} ${objections(script, 'sh')}`)).toEqual(
    all.map(([place]) => `${place} `),
  );
});

testWithShellCheck('every published script passes', () => {
  const all = scripts();
  expect(all).not.toHaveLength(0);
  const shellOf = (script: string) => (script.startsWith('#!/bin/sh') ? 'sh' : 'bash');
  expect(all.map(([name, script]) => `${name} ${objections(script, shellOf(script))}`)).toEqual(
    all.map(([name]) => `${name} `),
  );
});
