import { script } from 'gig-ci/jenkins';
import type { DjangoSettings } from './gigDjangoMigrations';
import { failureMessage } from './shared/messages';

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
  const { problem } = script('collect-static.sh', { DIRECTORY: directory, SETTINGS: settings });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigDjangoStatic', problem));
  }
}
