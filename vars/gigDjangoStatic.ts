import { script } from 'gig-ci/jenkins';
import type { DjangoSettings } from './gigDjangoMigrations';

/** Parameters of {@link gigDjangoStatic}. */
export interface DjangoStaticParameters extends DjangoSettings {
  /** Folder of the service. */
  directory?: string;
}

/**
 * Collects the static files of a Django service.
 * @example gigDjangoStatic(directory: 'backend')
 */
export default function gigDjangoStatic({ directory = '.', settings }: DjangoStaticParameters): void {
  script('collect-static.sh', { DIRECTORY: directory, SETTINGS: settings });
}
