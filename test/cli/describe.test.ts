import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gigCi } from './capture';

const root = join(__dirname, '..', '..');

test('describes a global variable as its definition does', async () => {
  const { exitCode, output, errors } = await gigCi(root, 'describe', 'gigImageLoad');
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  const lines = output.split('\n');
  expect(lines[0]).toBe('gigImageLoad');
  expect(lines).toContain('Parameters:');
  expect(output).toMatch(/^- reference \(string, required\): /m);
  expect(output).toContain("    gigImageLoad(reference: 'registry.example.com/orders:42-a3f5c21')");
  expect(output).not.toContain('Generated from');
});

test('lists all of them', async () => {
  const { output } = await gigCi(root, 'describe');
  expect(output).toMatch(/^gigRouterPipeline +Tests, judges, builds, scans and publishes a Django service/m);
  expect(output.trim().split('\n').length).toBeGreaterThan(20);
});

test('gives the definition as data', async () => {
  const { output } = await gigCi(root, 'describe', 'gigImageLoad', '--json');
  expect(JSON.parse(output)).toMatchObject({ name: 'gigImageLoad', source: 'vars/gigImageLoad.ts' });
});

test('knows what was meant by a name that there is not', async () => {
  const { exitCode, errors } = await gigCi(root, 'describe', 'gigImageLode');
  expect(exitCode).toBe(2);
  expect(errors).toContain('gigImageLode  is no global variable of gig-ci');
  expect(errors).toContain("Did you mean 'gigImageLoad'?");
});

test('says what is wrong with the folder of the library', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'gig-ci-describe-'));
  const { exitCode, errors } = await gigCi(root, 'describe', 'gigImageLoad', '--library', empty);
  rmSync(empty, { recursive: true });
  expect(exitCode).toBe(2);
  expect(errors).toContain('holds no built library');
});
