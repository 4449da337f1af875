/** withSonarQubeEnv, waitForQualityGate. */
import { stepError } from '../failures';
import type { Execution, StepContext } from '../threads';
import { canary } from './credentials';

const serverUrl = 'https://sonar.example.com';

/** Sets the variables of SonarBuildWrapper; after the body there is an analysis to wait for, unless `envOnly` is given. */
export function* withSonarQubeEnv(step: StepContext): Execution {
  const name = step.given.text('installationName');
  const token = canary(step.given.optionalText('credentialsId') ?? name);
  const parameters = JSON.stringify({ 'sonar.host.url': serverUrl, 'sonar.token': token });
  const environment = step.environment.overridden(
    [
      ['SONAR_CONFIG_NAME', name],
      ['SONAR_HOST_URL', serverUrl],
      ['SONAR_AUTH_TOKEN', token],
      ['SONAR_MAVEN_GOAL', 'sonar:sonar'],
      ['SONARQUBE_SCANNER_PARAMS', parameters],
    ],
    [token],
  );
  step.print(`Injecting SonarQube environment variables using the configuration: ${name}`);
  try {
    return yield* step.run({ environment });
  } finally {
    if (!step.given.flag('envOnly')) step.build.analysed = true;
  }
}

/** Waits for the answer of the scenario, perhaps for ever (WaitForQualityGateStep). */
export function* waitForQualityGate(step: StepContext): Execution {
  if (!step.build.analysed) {
    throw stepError(
      'No previous SonarQube analysis found on this pipeline execution. ' +
        "Please use the 'withSonarQubeEnv' wrapper to run your analysis.",
    );
  }
  const { status, seconds } = step.build.settings.qualityGate;
  if (seconds === 'never') yield { kind: 'wake' };
  else yield* step.wait(seconds * 1_000);
  step.print(`SonarQube task completed. Quality gate is '${status}'`);
  if (step.given.flag('abortPipeline') && status !== 'OK') {
    throw stepError(`Pipeline aborted due to quality gate failure: ${status}`);
  }
  return { status };
}
