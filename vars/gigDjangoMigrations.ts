import { archiveArtifacts, dir, echo, script } from 'gig-ci/jenkins';
import type { MigrationPolicy } from './gigDjangoMigrationFolders';
import { failureMessage } from './shared/messages';

/** What every command of Django needs to know. */
export interface DjangoSettings {
  /** Settings module, e.g. `shop.settings.ci` (the one in manage.py). */
  settings?: string;
}

/** Parameters of {@link gigDjangoMigrations}. */
export interface DjangoMigrationsParameters extends DjangoSettings, MigrationPolicy {
  /** Folder of the service. */
  directory?: string;
  /** Applies all migrations to the database of DB_*, which proves that the whole chain works. */
  migrate?: boolean;
}

/**
 * Creates the migrations that the models lack, or fails when there are any, and applies all to the database of the tests. What
 * the repository lacks is archived as `migrations.patch`.
 * @example gigDjangoMigrations(directory: 'backend', migrations: 'check')
 */
export default function gigDjangoMigrations({
  directory = '.',
  settings,
  migrations = 'create',
  migrate = true,
}: DjangoMigrationsParameters): void {
  const { created, problem } = script('migrations.sh', {
    DIRECTORY: directory,
    MODE: migrations,
    MIGRATE: migrate,
    SETTINGS: settings,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigDjangoMigrations', problem));
  }
  if (created > 0) {
    dir('.gig-ci', () => archiveArtifacts('migrations.patch'));
    echo(
      `The repository lacks ${created} migration files, which this build created for itself: ` +
        'apply migrations.patch, an artifact of this build, and commit them.',
    );
  }
}
