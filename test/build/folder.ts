import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A project folder of its own for a test; removed when the test has ended. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'gig-ci-test-'));

  constructor(files: { readonly [path: string]: string } = {}) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.path, path));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
