import { echo, script } from 'gig-ci/jenkins';
import { counted, failureMessage } from './shared/messages';

/** What happens to migrations that the repository lacks. */
export interface MigrationPolicy {
  /** `create`: they are created for this build and handed out as a patch. `check`: they fail the build. */
  migrations?: 'create' | 'check';
}

/** Parameters of {@link gigDjangoMigrationFolders}. */
export interface DjangoMigrationFoldersParameters extends MigrationPolicy {
  /** Django apps, as paths relative to the folder of the service. */
  apps: string[];
  /** Folder of the service. */
  directory?: string;
}

/**
 * Makes sure that each Django app has a folder for its migrations.
 * @example gigDjangoMigrationFolders(directory: 'backend', apps: ['users', 'orders'])
 */
export default function gigDjangoMigrationFolders({
  apps,
  directory = '.',
  migrations = 'create',
}: DjangoMigrationFoldersParameters): void {
  const { created, problem } = script('migration-folders.sh', {
    DIRECTORY: directory,
    APPS: apps,
    CREATE: migrations === 'create',
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigDjangoMigrationFolders', problem));
  }
  if (created > 0) {
    echo(
      `Created ${counted(created, 'folder')} of migrations for this build, named in the log above: commit them.`,
    );
  }
}
