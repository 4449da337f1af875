import {
  currentBuild,
  echo,
  effectiveParameters,
  env,
  ifInstalled,
  milestone,
  stage,
  timestamps,
  withDryRun,
  withEnv,
  withOutcome,
} from 'gig-ci/jenkins';
import gigCheckout, { type CheckoutSource } from './gigCheckout';
import { attempt, withAgent } from './gigCleanUp';
import type { AwsParameters, EcrParameters } from './gigEcrLogin';
import { remove } from './gigImageLoad';
import { announce, fromAnyAgent, type NotifyTarget } from './gigNotify';
import type { OwaspParameters } from './gigOwaspCheck';
import type { PostgresParameters } from './gigPostgres';
import type { NexusParameters } from './gigPythonPackage';
import type { PythonParameters } from './gigPythonSetup';
import type { RouterImageParameters } from './gigRouterImageStages';
import gigRouterLegs from './gigRouterLegs';
import gigRouterPreflight from './gigRouterPreflight';
import gigRouterPublishStages from './gigRouterPublishStages';
import type { SonarParameters } from './gigRouterQualityStages';
import gigRouterTestStages, { type DjangoParameters } from './gigRouterTestStages';
import type { TestParameters } from './gigDjangoTests';
import type { TrivyParameters } from './gigTrivyScan';
import { archiveToPush } from './shared/builders';
import { newBuild, type AgentParameters, type OptionsParameters } from './shared/builds';
import { contradictions } from './shared/contradictions';
import type { ToolsParameters } from './shared/images';
import { placeholdersFor } from './shared/placeholders';
import { problemList } from './shared/messages';
import { presentReason, publishRefusal, resultRefusal, type PublishParameters } from './shared/publishing';
import { imageName } from './shared/settings';

/** Parameters of {@link gigRouterPipeline}. `false` switches the stages of a group off; they still appear, with the reason. */
export interface RouterPipelineParameters {
  /**
   * Name of the ECR repository.
   * @pattern ^[a-z0-9]+([._\/:-]+[a-z0-9]+)*$
   */
  ecrRepo: string;
  /**
   * Django apps, as paths below `backendDir`.
   * @uniqueItems
   * @pattern ^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$
   */
  apps?: string[];
  /** Folder of the service in the repository. */
  backendDir?: string;
  /** Where the pipeline runs. */
  agent?: AgentParameters;
  /** Where the tools come from: versions, and whether they run on the agent or in their images. */
  tools?: ToolsParameters;
  /** What is built: the repository of the Jenkinsfile, unless it names another one. */
  checkout?: CheckoutSource;
  /** Account and region of the registry. */
  aws?: AwsParameters;
  /** Repository of the image. */
  ecr?: EcrParameters;
  /** Database for the tests. */
  database?: false | PostgresParameters;
  /** Python and its packages. */
  python?: false | PythonParameters;
  /** Migrations and static files. */
  django?: false | DjangoParameters;
  /** The tests. */
  tests?: false | TestParameters;
  /** Quality of the code. */
  sonar?: false | SonarParameters;
  /** Vulnerabilities of the dependencies. */
  owasp?: false | OwaspParameters;
  /** Where the package goes. */
  nexus?: false | NexusParameters;
  /** How the image is built. */
  image?: false | RouterImageParameters;
  /**
   * Tags of the image, the first one stands in the notification: `build-commit`, `build`, `commit`, `branch`, `semver`, `latest`, or literal
   * tags. `latest` and `branch` move, all others name one image for ever.
   * @minItems 1
   * @uniqueItems
   */
  tags?: string[];
  /** Vulnerabilities of the image. */
  trivy?: false | TrivyParameters;
  /** Which builds publish. */
  publish?: false | PublishParameters;
  /** Who learns how the build ended. */
  notify?: false | NotifyTarget;
  /** What concerns the pipeline as a whole. */
  options?: OptionsParameters;
}

/**
 * Tests, judges, builds, scans and publishes a Django service, in sixteen stages that always appear; a stage with nothing to do says why.
 * They are Checkout, Start Real DB for Tests, Setup Python, Validate Database Connection, Check Migration Folders, Create Missing Migrations,
 * Build Django, Run All Tests, SonarQube Analysis, SonarQube Quality Gate, OWASP Dependency Check, Kaniko Build (to tar), Load Image for
 * Trivy Scan, Trivy Security Scan, Build & Upload Python Package to Nexus, Push to ECR. The log begins with what applies, and from where.
 * In the environment of Jenkins, ECR_REGISTRY names the registry where the call names neither region nor account, and GIG_IMAGE_MIRROR a
 * registry that keeps copies of the public images that gig-ci chooses. Containers get the proxy and the certificates of the agent.
 * @example gigRouterPipeline(ecrRepo: 'orders', apps: ['users', 'orders'])
 * @example gigRouterPipeline(ecrRepo: 'orders', sonar: false, trivy: [gate: 'fail'], publish: [branches: ['main', 'release/*']])
 * @example gigRouterPipeline(ecrRepo: 'orders', options: [dryRun: true])
 */
export default function gigRouterPipeline(given: RouterPipelineParameters): void {
  const { dryRun = false } = given.options ?? {};
  const problems = contradictions(given);
  if (problems.length > 0) {
    throw new Error(problemList('gigRouterPipeline', problems));
  }
  const table = effectiveParameters(given);
  if (dryRun) {
    echo(table);
    runDry(given);
  } else {
    runPipeline(given, table);
  }
}

/** Goes on where a run would end because an address is set nowhere: the plan is the same with any. */
function runDry(given: RouterPipelineParameters): void {
  const {
    region,
    account,
    nexus: url,
    entries,
  } = placeholdersFor(given, {
    region: env.AWS_REGION ?? '',
    account: env.AWS_ACCOUNT_ID ?? '',
    registry: env.ECR_REGISTRY ?? '',
    nexus: env.NEXUS_URL ?? '',
  });
  if (entries.length > 0) {
    echo(`Set neither in the call nor in Jenkins, so made up for this dry run: ${entries.join(', ')}`);
  }
  const { nexus = {} } = given;
  const call = nexus === false || url === '' ? given : { ...given, nexus: { ...nexus, url } };
  withEnv({ AWS_REGION: region, AWS_ACCOUNT_ID: account }, () => withDryRun(() => runPipeline(call, '')));
}

/** @param table comes first, where an abort is heard of; `''`: it was there */
function runPipeline(
  {
    ecrRepo,
    apps = [],
    backendDir = 'backend',
    agent: machine = {},
    tools = {},
    checkout: source = {},
    aws = {},
    ecr = {},
    database = {},
    python = {},
    django = {},
    tests = {},
    sonar = {},
    owasp = {},
    nexus = {},
    image = {},
    tags = ['build-commit', 'latest'],
    trivy = {},
    publish = {},
    notify = {},
    options = {},
  }: RouterPipelineParameters,
  table: string,
): void {
  const { label = '', retries = 1 } = machine;
  const { timeoutMinutes = 120, parallel: isParallel = false } = options;
  const refusal = publishRefusal(publish, {
    branch: env.BRANCH_NAME,
    gitTag: env.TAG_NAME,
    pullRequest: env.CHANGE_ID,
    fork: env.CHANGE_FORK,
  });
  // The registry may stand in the environment of the agent.
  const build = newBuild(ecrRepo);

  const runStages = (): void => {
    const { commit, localTag, fixedTags, movingTags, found } = stage('Checkout', () => {
      const revision = gigCheckout({ source, tags });
      const { all, fixed, moving, omitted } = revision.tags;
      build.tag = all[0] ?? revision.buildTag;
      for (const word of omitted) {
        echo(`Left out of tags: ${word}`);
      }
      const place = gigRouterPreflight({
        backendDir,
        refusal,
        ecrRepo,
        commit: revision.commit,
        fixedTags: fixed,
        movingTags: moving,
        aws,
        ecr,
        database,
        python,
        django,
        sonar,
        owasp,
        nexus,
        image,
        tools,
        trivy,
        notify,
      });
      build.image = imageName(place.registry, ecrRepo);
      build.references = [`${build.image}:${revision.localTag}`];
      return { ...revision, fixedTags: fixed, movingTags: moving, found: place };
    });

    gigRouterTestStages({ apps, backendDir, database, python, django, tests });
    try {
      const isThere = found.digest !== '';
      const id = gigRouterLegs({
        project: ecrRepo,
        backendDir,
        sonar,
        owasp,
        reference: `${build.image}:${localTag}`,
        commit,
        needless: isThere ? presentReason(build.image, found.presentTags) : '',
        image,
        tools,
        trivy,
        region: found.region,
        parallel: isParallel,
      });
      const reason = refusal === '' ? resultRefusal(publish, currentBuild.currentResult) : refusal;
      if (reason === '' && (nexus !== false || image !== false)) {
        // Set first: after a lost agent, nobody knows how far the attempt came.
        build.isPublishing = true;
        build.references = [localTag, ...fixedTags, ...movingTags].map((name) => `${build.image}:${name}`);
        milestone({ label: 'publish' });
      }
      gigRouterPublishStages({
        refusal: reason,
        tools,
        backendDir,
        nexus,
        python,
        aws: { ...aws, region: found.region },
        image:
          image === false
            ? false
            : {
                image: isThere ? `${build.image}@${found.digest}` : id,
                archive: archiveToPush(image),
                commit,
                repository: ecrRepo,
                registry: found.registry,
                fixedTags,
                movingTags,
                createRepository: found.isMissing,
              },
      });
    } finally {
      remove(build.references);
    }
  };

  const onAgent = (): void => {
    withAgent(label, retries, () => {
      withOutcome(
        () => {
          attempt(build, timeoutMinutes, runStages);
        },
        (outcome) => {
          // An abort is announced outside: it may be the loss of this agent, or the time limit.
          if (outcome !== 'ABORTED') {
            announce(build, outcome, notify);
          }
        },
      );
    });
  };

  // The outermost, so that even a build that is aborted while it waits for an agent is heard of.
  withOutcome(
    () => {
      if (table !== '') {
        echo(table);
      }
      if (!ifInstalled('timestamps', () => timestamps(onAgent))) {
        onAgent();
      }
    },
    (outcome) => {
      if (build.attempted !== outcome && notify !== false) {
        fromAnyAgent({ ...notify, status: outcome, image: build.image, tag: build.tag }, label);
      }
    },
  );
}
