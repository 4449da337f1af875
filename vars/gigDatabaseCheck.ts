import { script } from 'gig-ci/jenkins';
import { failureMessage } from './shared/messages';

/** Parameters of {@link gigDatabaseCheck}. */
export interface DatabaseCheckParameters {
  /**
   * How long the connection may take.
   * @minimum 1
   */
  timeoutSeconds?: number;
}

/**
 * Connects to the database that the variables DB_* name as the service will, with psycopg2 or psycopg from `.gig-ci/venv`, and asks a query.
 * @example withEnv(gigPostgres().collect { name, value -> "${name}=${value}" }) { gigDatabaseCheck() }
 */
export default function gigDatabaseCheck({ timeoutSeconds = 10 }: DatabaseCheckParameters): void {
  const { problem } = script('database-check.sh', { SECONDS: timeoutSeconds });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigDatabaseCheck', problem));
  }
}
