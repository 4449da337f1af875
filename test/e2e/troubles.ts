/** What goes wrong in each stage of the pipeline, for runs that shall leave nothing. The other stages are switched off. */
import { barePython, callWith } from './small-service';
import type { ToolFault } from './tools';

/** What goes wrong in a stage. */
export interface Trouble {
  readonly stage: string;
  readonly call: string;
  /** A program of the agent that misbehaves. */
  readonly tool?: ToolFault;
  /** A server that misbehaves. */
  readonly server?: { readonly name: 'registry' | 'index' | 'sonar'; readonly fault: object };
  /** For an abort: it comes when the log says so; else when the tool has begun, else when the stage runs a command. */
  readonly said?: RegExp;
}

const django = (what: string): string => `[env: [DO: '${what}'], secretEnv: [API_KEY: 'NVD_API_KEY']]`;
const withDatabase = { database: '[readyTimeoutSeconds: 20]', python: barePython };
const denied = { status: 403, body: '{"errors":[{"code":"DENIED","message":"not authorized"}]}' };
const withImage = { image: '[:]' };
/** Asks no registry before, which takes seconds. */
const unpublished = "ecrRepo: 'gig-route-backend', publish: false";

/** A failure of each stage, and what the build says then. */
export const failures: readonly (Trouble & { readonly message: string })[] = [
  {
    stage: 'Checkout',
    call: callWith({ image: "[dockerfile: 'nowhere']" }, unpublished),
    message: 'file backend/nowhere: add it',
  },
  {
    stage: 'Start Real DB for Tests',
    call: callWith({ database: '[readyTimeoutSeconds: 2]' }),
    tool: { command: 'docker exec*psql*', how: 'fails' },
    message: 'PostgreSQL did not answer within 2 seconds',
  },
  {
    stage: 'Setup Python',
    call: callWith({ ...withDatabase, python: "[testPackages: ['./nowhere']]" }),
    message: 'The packages for the tests (python.testPackages) were not installed',
  },
  {
    stage: 'Validate Database Connection',
    call: callWith(withDatabase),
    message: 'Neither psycopg2 nor psycopg is installed.',
  },
  {
    stage: 'Check Migration Folders',
    call: callWith({ django: '[:]' }, "ecrRepo: 'gig-route-backend', apps: ['nowhere']"),
    message: 'No such folder in backend: nowhere',
  },
  {
    stage: 'Create Missing Migrations',
    call: callWith({ python: barePython, django: django('makemigrations fails') }),
    message: 'makemigrations failed: Error: as it was told',
  },
  {
    stage: 'Build Django',
    call: callWith({ python: barePython, django: django('collectstatic fails') }),
    message: 'collectstatic failed: Error: as it was told',
  },
  {
    stage: 'Run All Tests',
    call: callWith({ python: barePython, django: django(''), tests: '[:]' }),
    message: 'pytest did not run',
  },
  {
    stage: 'SonarQube Analysis',
    call: callWith({ sonar: '[:]' }),
    server: { name: 'sonar', fault: { status: 401 } },
    message: 'Check the token of the SonarQube server',
  },
  {
    stage: 'OWASP Dependency Check',
    call: callWith({ owasp: '[:]' }),
    tool: { command: 'docker exec*dependency-check.sh*', how: 'fails' },
    message: 'dependency-check ended with code 1: as it was told',
  },
  {
    stage: 'Kaniko Build (to tar)',
    call: callWith({ image: "[dockerfile: 'Dockerfile.fails']" }, unpublished),
    message: 'A command of the Dockerfile failed',
  },
  {
    stage: 'Load Image for Trivy Scan',
    call: callWith(withImage, unpublished),
    tool: { command: 'docker image inspect --format*', how: 'fails' },
    message: 'holds no image',
  },
  {
    stage: 'Trivy Security Scan',
    call: callWith({ ...withImage, trivy: '[:]' }, unpublished),
    tool: { command: 'docker exec*trivy image --input*', how: 'fails' },
    message: 'The image was not scanned: as it was told',
  },
  {
    stage: 'Build & Upload Python Package to Nexus',
    call: callWith({ python: barePython, nexus: '[:]' }),
    server: { name: 'index', fault: { method: 'POST', status: 403 } },
    message: 'The user may not upload',
  },
  {
    stage: 'Push to ECR',
    call: callWith(withImage),
    server: { name: 'registry', fault: { method: 'PUT', path: '/manifests/', ...denied } },
    message: 'The identity may not push',
  },
];

/** Something to abort in each stage. */
export const aborts: readonly Trouble[] = [
  { stage: 'Checkout', call: callWith(withImage), tool: { command: 'aws ecr*', how: 'hangs' } },
  {
    stage: 'Start Real DB for Tests',
    call: callWith({ database: '[:]' }),
    tool: { command: 'docker exec*psql*', how: 'hangs' },
  },
  {
    stage: 'Setup Python',
    call: callWith({ ...withDatabase, python: "[testPackages: ['somewhere']]" }),
    server: { name: 'index', fault: { path: 'somewhere', seconds: 120 } },
    said: /Looking in indexes/,
  },
  { stage: 'Validate Database Connection', call: callWith(withDatabase) },
  {
    stage: 'Check Migration Folders',
    call: callWith({ django: '[:]' }, "ecrRepo: 'gig-route-backend', apps: ['users']"),
  },
  {
    stage: 'Create Missing Migrations',
    call: callWith({ python: barePython, django: django('makemigrations waits') }),
    said: /^manage.py makemigrations/,
  },
  {
    stage: 'Build Django',
    call: callWith({ python: barePython, django: django('collectstatic waits') }),
    said: /^manage.py collectstatic/,
  },
  {
    stage: 'Run All Tests',
    call: callWith({ python: barePython, django: django('pytest waits'), tests: '[:]' }),
    said: /^pytest begins/,
  },
  {
    stage: 'SonarQube Analysis',
    call: callWith({ sonar: '[:]' }),
    tool: { command: 'docker exec*exec sonar-scanner*', how: 'marks' },
    server: { name: 'sonar', fault: { seconds: 120 } },
  },
  {
    stage: 'OWASP Dependency Check',
    call: callWith({ owasp: '[:]' }),
    tool: { command: 'docker exec*dependency-check.sh*', how: 'hangs' },
  },
  {
    stage: 'Kaniko Build (to tar)',
    call: callWith({ image: "[dockerfile: 'Dockerfile.waits', cache: 'local']" }, unpublished),
    said: /begins to wait/,
  },
  {
    stage: 'Load Image for Trivy Scan',
    call: callWith(withImage, unpublished),
    tool: { command: 'docker image inspect --format*', how: 'hangs' },
  },
  {
    stage: 'Trivy Security Scan',
    call: callWith({ ...withImage, trivy: '[:]' }, unpublished),
    tool: { command: 'docker exec*trivy image --input*', how: 'hangs' },
  },
  {
    stage: 'Build & Upload Python Package to Nexus',
    call: callWith({ python: barePython, nexus: '[:]' }),
    said: /Installing packages in isolated environment/,
  },
  { stage: 'Push to ECR', call: callWith(withImage), tool: { command: 'docker push*', how: 'hangs' } },
];
