// Generated from resources/gig-ci/*.sh by gig-ci. Change that file, not this one.
export {};

declare module 'gig-ci/jenkins' {
  interface Scripts {
    /** Builds an image with buildah, without any daemon, and leaves it as a tar archive; nothing is pushed. STORAGE_DRIVER and BUILDAH_ISOLATION in the environment of the agent count; without them vfs and chroot serve, which need no privileges. */
    'buildah-build.sh': {
      readonly inputs: {
        /** name that the image gets in the archive */
        readonly DESTINATION: string | number | boolean;
        /** name of the folder that keeps layers on this machine */
        readonly CACHE_FOLDER?: string | number | boolean | undefined;
        /** repository that keeps layers in a registry */
        readonly CACHE_REPOSITORY?: string | number | boolean | undefined;
        /** true also stores layers in the repository, false only reads them */
        readonly CACHE_WRITE: string | number | boolean;
        /** folder with the registry login for the cache repository */
        readonly LOGIN?: string | number | boolean | undefined;
        /** folder that is sent as the build context */
        readonly CONTEXT: string | number | boolean;
        /** Dockerfile, relative to the context */
        readonly DOCKERFILE: string | number | boolean;
        /** stage of the Dockerfile to build */
        readonly TARGET?: string | number | boolean | undefined;
        /** build arguments NAME=value */
        readonly ARGUMENTS: readonly string[];
        /** labels NAME=value */
        readonly LABELS: readonly string[];
        /** file to write */
        readonly ARCHIVE: string | number | boolean;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Removes whatever this build may have left on this machine: the last word after an abort. Does nothing where nothing is. */
    'clean-up.sh': {
      readonly inputs: {
        /** label of what this build started */
        readonly BUILD: string | number | boolean;
        /** image archive */
        readonly ARCHIVE: string | number | boolean;
        /** names of images */
        readonly REFERENCES: readonly string[];
      };
      readonly outputs: void;
    };
    /** Collects the static files of a Django service. */
    'collect-static.sh': {
      readonly inputs: {
        /** folder of the service */
        readonly DIRECTORY: string | number | boolean;
        /** settings module instead of the one in manage.py */
        readonly SETTINGS?: string | number | boolean | undefined;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Connects to the database as the service will, with its driver and the variables DB_*, and asks a query. */
    'database-check.sh': {
      readonly inputs: {
        /** how long a connection may take */
        readonly SECONDS: string | number | boolean;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Waits until a database server that is already there accepts connections. */
    'database-wait.sh': {
      readonly inputs: {
        /** name or address of the server */
        readonly HOST: string | number | boolean;
        /** its port */
        readonly PORT: string | number | boolean;
        /** how long it may take */
        readonly SECONDS: string | number | boolean;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Builds an image with the Docker of this machine and leaves it as a tar archive; nothing is pushed. No layer of an earlier build is used: Docker keeps those of all builds of the machine together, those of pull requests, too. */
    'docker-build.sh': {
      readonly inputs: {
        /** name that the image gets in Docker and in the archive */
        readonly DESTINATION: string | number | boolean;
        /** label of what this build starts */
        readonly BUILD: string | number | boolean;
        /** folder that is sent as the build context */
        readonly CONTEXT: string | number | boolean;
        /** Dockerfile, relative to the context */
        readonly DOCKERFILE: string | number | boolean;
        /** stage of the Dockerfile to build */
        readonly TARGET?: string | number | boolean | undefined;
        /** build arguments NAME=value */
        readonly ARGUMENTS: readonly string[];
        /** labels NAME=value */
        readonly LABELS: readonly string[];
        /** file to write */
        readonly ARCHIVE: string | number | boolean;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Creates a repository in Amazon ECR. One that another build has created meanwhile is as good. */
    'ecr-create-repository.sh': {
      readonly inputs: {
        /** host name of the registry */
        readonly REGISTRY: string | number | boolean;
        /** name of the repository */
        readonly REPOSITORY: string | number | boolean;
        /** label of what this build starts */
        readonly BUILD: string | number | boolean;
        /** image to use where the tool is not on the PATH */
        readonly IMAGE: string | number | boolean;
        /** auto takes the tool from the PATH where it is there, else its image; path and docker only the one or the other (auto) */
        readonly RUN?: string | number | boolean | undefined;
        /** AWS region */
        readonly REGION: string | number | boolean;
        /** role to take, arn:aws:iam::… */
        readonly ROLE?: string | number | boolean | undefined;
        /** name of the session with that role, by which AWS tells builds apart */
        readonly SESSION: string | number | boolean;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Says what a tag in Amazon ECR names now, and from which commit and build that came. */
    'ecr-inspect.sh': {
      readonly inputs: {
        /** host name of the registry */
        readonly REGISTRY: string | number | boolean;
        /** name of the repository */
        readonly REPOSITORY: string | number | boolean;
        /** tag to look up */
        readonly TAG: string | number | boolean;
        /** folder with the registry login */
        readonly LOGIN: string | number | boolean;
      };
      readonly outputs: {
        /** whether the repository exists */
        readonly repository: boolean;
        /** whether the tag exists */
        readonly present: boolean;
        /** digest of the image */
        readonly digest: string;
        /** commit that its label names */
        readonly revision: string;
        /** job that its label names */
        readonly job: string;
        /** number of the build that its label names */
        readonly number: number;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Logs Docker, or skopeo where no Docker answers, in to Amazon ECR, for this build only: the login stands in a folder of its own, which is removed afterwards. */
    'ecr-login.sh': {
      readonly inputs: {
        /** host name of the registry; without it, that of the identity's account */
        readonly REGISTRY?: string | number | boolean | undefined;
        /** label of what this build starts */
        readonly BUILD: string | number | boolean;
        /** image to use where the tool is not on the PATH */
        readonly IMAGE: string | number | boolean;
        /** auto takes the tool from the PATH where it is there, else its image; path and docker only the one or the other (auto) */
        readonly RUN?: string | number | boolean | undefined;
        /** AWS region */
        readonly REGION: string | number | boolean;
        /** role to take, arn:aws:iam::… */
        readonly ROLE?: string | number | boolean | undefined;
        /** name of the session with that role, by which AWS tells builds apart */
        readonly SESSION: string | number | boolean;
      };
      readonly outputs: {
        /** account of the identity */
        readonly account: string;
        /** host name of the registry */
        readonly registry: string;
        /** folder that holds the login */
        readonly login: string;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Removes the login that ecr-login.sh made for this build. */
    'ecr-logout.sh': {
      readonly inputs: { readonly [name: string]: never };
      readonly outputs: void;
    };
    /** Pushes an image to Amazon ECR under one or more tags: from Docker, or out of an archive, without Docker. */
    'ecr-push.sh': {
      readonly inputs: {
        /** image on this machine, or registry/repository@digest of one that is pulled first; with an archive the id of what it holds */
        readonly IMAGE: string | number | boolean;
        /** archive that holds the image */
        readonly ARCHIVE?: string | number | boolean | undefined;
        /** host name of the registry */
        readonly REGISTRY: string | number | boolean;
        /** name of the repository */
        readonly REPOSITORY: string | number | boolean;
        /** tags, pushed in this order */
        readonly TAGS: readonly string[];
        /** folder with the registry login */
        readonly LOGIN: string | number | boolean;
      };
      readonly outputs: {
        /** digest of what the first tag names */
        readonly digest: string;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Lets tags name an image that Amazon ECR has already: the same bytes, so the same digest; no layer travels. */
    'ecr-tag.sh': {
      readonly inputs: {
        /** host name of the registry */
        readonly REGISTRY: string | number | boolean;
        /** name of the repository */
        readonly REPOSITORY: string | number | boolean;
        /** digest of the image, sha256:… */
        readonly DIGEST: string | number | boolean;
        /** tags to set, in this order */
        readonly TAGS: readonly string[];
        /** folder with the registry login */
        readonly LOGIN: string | number | boolean;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Says which id the image in an archive has: the hash of its configuration, by which Docker and its manifest in a registry know it, too. */
    'image-id.sh': {
      readonly inputs: {
        /** archive with one image */
        readonly ARCHIVE: string | number | boolean;
      };
      readonly outputs: {
        /** id of the image */
        readonly id: string;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Loads an image archive into the Docker of this machine. */
    'image-load.sh': {
      readonly inputs: {
        /** archive to load */
        readonly ARCHIVE: string | number | boolean;
        /** name of the image in the archive */
        readonly REFERENCE: string | number | boolean;
      };
      readonly outputs: {
        /** id of the image */
        readonly id: string;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Removes an image archive, and names of images from the Docker of this machine. An image goes with its last name. */
    'image-remove.sh': {
      readonly inputs: {
        /** archive to remove */
        readonly ARCHIVE: string | number | boolean;
        /** names of images */
        readonly REFERENCES: readonly string[];
      };
      readonly outputs: void;
    };
    /** Builds an image with Kaniko in a container and leaves it as a tar archive; nothing is pushed. The context reaches the container as a stream: no folder of this machine is mounted, no file of the workspace becomes root's. */
    'kaniko-build.sh': {
      readonly inputs: {
        /** image of Kaniko */
        readonly IMAGE: string | number | boolean;
        /** name that the image gets in the archive */
        readonly DESTINATION: string | number | boolean;
        /** volume that keeps layers on this machine */
        readonly CACHE_VOLUME?: string | number | boolean | undefined;
        /** repository that keeps layers in a registry */
        readonly CACHE_REPOSITORY?: string | number | boolean | undefined;
        /** true also stores layers, false only reads them */
        readonly CACHE_WRITE: string | number | boolean;
        /** folder with the registry login for the cache repository */
        readonly LOGIN?: string | number | boolean | undefined;
        /** label of what this build starts */
        readonly BUILD: string | number | boolean;
        /** folder that is sent as the build context */
        readonly CONTEXT: string | number | boolean;
        /** Dockerfile, relative to the context */
        readonly DOCKERFILE: string | number | boolean;
        /** stage of the Dockerfile to build */
        readonly TARGET?: string | number | boolean | undefined;
        /** build arguments NAME=value */
        readonly ARGUMENTS: readonly string[];
        /** labels NAME=value */
        readonly LABELS: readonly string[];
        /** file to write */
        readonly ARCHIVE: string | number | boolean;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Removes what an earlier build left that ended without a word, e.g. because its agent was switched off: all that names this workspace, which no two builds have at a time. What cannot be removed is no reason to fail; the log says what it is. */
    'leftovers.sh': {
      readonly inputs: {
        /** label of what this build starts */
        readonly BUILD: string | number | boolean;
      };
      readonly outputs: void;
    };
    /** Looks for the migrations folder of each Django app; creates missing ones or fails. */
    'migration-folders.sh': {
      readonly inputs: {
        /** folder of the service */
        readonly DIRECTORY: string | number | boolean;
        /** apps, relative to the folder */
        readonly APPS: readonly string[];
        /** true creates missing folders, false fails */
        readonly CREATE: string | number | boolean;
      };
      readonly outputs: {
        /** how many folders were created */
        readonly created: number;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Creates the migrations that the models lack, or fails when there are any, and applies all to the database of the tests. */
    'migrations.sh': {
      readonly inputs: {
        /** create or check */
        readonly MODE: string | number | boolean;
        /** true applies the migrations to the database of DB_* */
        readonly MIGRATE: string | number | boolean;
        /** folder of the service */
        readonly DIRECTORY: string | number | boolean;
        /** settings module instead of the one in manage.py */
        readonly SETTINGS?: string | number | boolean | undefined;
      };
      readonly outputs: {
        /** how many files the repository lacks; .gig-ci/migrations.patch holds them */
        readonly created: number;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Sends the state of a build to a webhook. Takes a minute at most, whatever the receiver does. */
    'notify.sh': {
      readonly inputs: {
        /** JSON to send */
        readonly PAYLOAD: string | number | boolean;
        /** address of the webhook, when it is no secret */
        readonly URL?: string | number | boolean | undefined;
        /** address of the webhook, when it is one */
        readonly WEBHOOK?: Secret | undefined;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Looks for known vulnerabilities in the dependencies of a Python service with OWASP dependency-check. One check at a time uses the database of vulnerabilities of a machine: it is not made for more. */
    'owasp-check.sh': {
      readonly inputs: {
        /** folder of the service */
        readonly DIRECTORY: string | number | boolean;
        /** folder for the reports */
        readonly REPORTS: string | number | boolean;
        /** name in the reports */
        readonly PROJECT: string | number | boolean;
        /** formats of the reports */
        readonly FORMATS: readonly string[];
        /** auto refreshes the database of vulnerabilities, never uses it as it is */
        readonly UPDATE: string | number | boolean;
        /** file with findings to leave out, relative to the workspace */
        readonly SUPPRESSION?: string | number | boolean | undefined;
        /** score from which on a finding exceeds the limit */
        readonly FAIL_ON_CVSS?: string | number | boolean | undefined;
        /** how long to wait for another check on this machine */
        readonly LOCK_SECONDS: string | number | boolean;
        /** label of what this build starts */
        readonly BUILD: string | number | boolean;
        /** image to use where the tool is not on the PATH */
        readonly IMAGE: string | number | boolean;
        /** auto takes the tool from the PATH where it is there, else its image; path and docker only the one or the other (auto) */
        readonly RUN?: string | number | boolean | undefined;
        /** API key of the National Vulnerability Database */
        readonly KEY?: Secret | undefined;
      };
      readonly outputs: {
        /** whether a finding reaches the score */
        readonly exceeded: boolean;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Starts PostgreSQL in a container and waits until it answers a query over TCP. */
    'postgres-start.sh': {
      readonly inputs: {
        /** image to run */
        readonly IMAGE: string | number | boolean;
        /** database to create */
        readonly DATABASE: string | number | boolean;
        /** role to create; it owns the database and may create others */
        readonly USER: string | number | boolean;
        /** password of the role; a test password, which the container's environment shows */
        readonly PASSWORD: string | number | boolean;
        /** port on 127.0.0.1; 0 is a free one */
        readonly PORT: string | number | boolean;
        /** how long the database may take to answer */
        readonly SECONDS: string | number | boolean;
        /** label of what this build starts */
        readonly BUILD: string | number | boolean;
      };
      readonly outputs: {
        /** port on 127.0.0.1 */
        readonly port: number;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Removes the database containers of this build, with their data. */
    'postgres-stop.sh': {
      readonly inputs: {
        /** label of what this build started */
        readonly BUILD: string | number | boolean;
      };
      readonly outputs: void;
    };
    /** Looks for tools on this agent. */
    'preflight.sh': {
      readonly inputs: {
        /** names of tools; docker stands for a Docker that answers, bash for one that is new enough */
        readonly TOOLS: readonly string[];
        /** one of them that must be Python 3.10 or newer */
        readonly PYTHON?: string | number | boolean | undefined;
      };
      readonly outputs: {
        /** those that this agent lacks, and those that do not serve */
        readonly missing: readonly string[];
        /** those that are there and do not serve, as "name: reason" */
        readonly broken: readonly string[];
      };
    };
    /** Builds wheel and source distribution of a service into .gig-ci/dist, with the package build in .gig-ci/build: code of the repository runs here, while no credential is bound. */
    'python-package-build.sh': {
      readonly inputs: {
        /** folder of the service, with setup.py or pyproject.toml */
        readonly DIRECTORY: string | number | boolean;
        /** project uses the version of the project, build adds .post and the number of the build */
        readonly VERSION: string | number | boolean;
        /** number of the build */
        readonly NUMBER: string | number | boolean;
        /** true lets build install what the build needs, false takes what .gig-ci/build has */
        readonly ISOLATED: string | number | boolean;
        /** package index instead of the public one, for what build installs */
        readonly INDEX_URL?: string | number | boolean | undefined;
      };
      readonly outputs: {
        /** version of the packages */
        readonly version: string;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Uploads what .gig-ci/dist holds to a package repository; what is there already is left alone or fails. */
    'python-package-upload.sh': {
      readonly inputs: {
        /** address of the repository, ending with a slash */
        readonly URL: string | number | boolean;
        /** skip leaves existing files alone, fail ends with an error */
        readonly EXISTING: string | number | boolean;
        /** user name for the repository */
        readonly USERNAME: Secret;
        /** password for the repository */
        readonly PASSWORD: Secret;
      };
      readonly outputs: {
        /** how many files were uploaded */
        readonly uploaded: number;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Makes a fresh virtual environment in .gig-ci/venv and installs what the service and its tests need. */
    'python-setup.sh': {
      readonly inputs: {
        /** folder of the service */
        readonly DIRECTORY: string | number | boolean;
        /** Python to use */
        readonly EXECUTABLE: string | number | boolean;
        /** requirements file, relative to the folder */
        readonly REQUIREMENTS: string | number | boolean;
        /** packages that the tests need besides */
        readonly PACKAGES: readonly string[];
        /** package index instead of the public one */
        readonly INDEX_URL?: string | number | boolean | undefined;
        /** user name for the package index */
        readonly USERNAME?: Secret | undefined;
        /** password for the package index */
        readonly PASSWORD?: Secret | undefined;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Makes a virtual environment of its own for a Python tool, besides that of the service, and installs the tool. */
    'python-tool.sh': {
      readonly inputs: {
        /** Python to use */
        readonly EXECUTABLE: string | number | boolean;
        /** folder of the environment */
        readonly FOLDER: string | number | boolean;
        /** pip requirement of the tool */
        readonly TOOL: string | number | boolean;
        /** folder whose build requirements are installed, too: those of pyproject.toml, else setuptools */
        readonly PROJECT?: string | number | boolean | undefined;
        /** package index instead of the public one */
        readonly INDEX_URL?: string | number | boolean | undefined;
        /** user name for the package index */
        readonly USERNAME?: Secret | undefined;
        /** password for the package index */
        readonly PASSWORD?: Secret | undefined;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Runs the tests of a Django service with coverage. Reports: coverage.xml and htmlcov in the folder of the service, .gig-ci/test-results.xml. */
    'run-tests.sh': {
      readonly inputs: {
        /** further arguments of pytest */
        readonly ARGUMENTS: readonly string[];
        /** per cent; less fails */
        readonly MINIMUM_COVERAGE?: string | number | boolean | undefined;
        /** processes; 0 runs in one, more needs pytest-xdist */
        readonly WORKERS: string | number | boolean;
        /** folder of the service */
        readonly DIRECTORY: string | number | boolean;
        /** settings module instead of the one in manage.py */
        readonly SETTINGS?: string | number | boolean | undefined;
      };
      readonly outputs: {
        /** whether all tests passed and the coverage suffices */
        readonly passed: boolean;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Hands a secret to manage.py and pytest as an environment variable: through a file of this build that only its owner reads, because the name of the variable is known to the call alone. */
    'secret-variable.sh': {
      readonly inputs: {
        /** name of the variable */
        readonly NAME: string | number | boolean;
        /** its value */
        readonly VALUE: Secret;
      };
      readonly outputs: void;
    };
    /** Removes the secret variables of this build. */
    'secret-variables-remove.sh': {
      readonly inputs: { readonly [name: string]: never };
      readonly outputs: void;
    };
    /** Analyses a service with sonar-scanner. Server and token come from withSonarQubeEnv (SONAR_HOST_URL, SONAR_AUTH_TOKEN). */
    'sonar-scan.sh': {
      readonly inputs: {
        /** folder of the service, with sonar-project.properties */
        readonly DIRECTORY: string | number | boolean;
        /** folder of a scanner that Jenkins installed */
        readonly SCANNER_HOME?: string | number | boolean | undefined;
        /** label of what this build starts */
        readonly BUILD: string | number | boolean;
        /** image to use where the tool is not on the PATH */
        readonly IMAGE: string | number | boolean;
        /** auto takes the tool from the PATH where it is there, else its image; path and docker only the one or the other (auto) */
        readonly RUN?: string | number | boolean | undefined;
      };
      readonly outputs: {
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Asks the SonarQube server until it has processed the last analysis. Server and token come from withSonarQubeEnv. */
    'sonar-task.sh': {
      readonly inputs: {
        /** how long to ask */
        readonly SECONDS: string | number | boolean;
      };
      readonly outputs: {
        /** what the quality gate says: OK, WARN, ERROR, NONE, or PENDING when the server is not done */
        readonly status: string;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
    /** Scans an image archive with Trivy. Reports: trivy.json, trivy.sarif and trivy.txt in the folder for reports. */
    'trivy-scan.sh': {
      readonly inputs: {
        /** archive to scan */
        readonly ARCHIVE: string | number | boolean;
        /** folder for the reports */
        readonly REPORTS: string | number | boolean;
        /** severities that count */
        readonly SEVERITY: readonly string[];
        /** what to look for */
        readonly SCANNERS: readonly string[];
        /** true leaves out what has no fix yet */
        readonly IGNORE_UNFIXED: string | number | boolean;
        /** file with findings to leave out */
        readonly IGNORE_FILE?: string | number | boolean | undefined;
        /** auto refreshes the database of vulnerabilities, skipUpdate uses it as it is, offline asks nobody */
        readonly DATABASE: string | number | boolean;
        /** where the database comes from */
        readonly DATABASE_REPOSITORY?: string | number | boolean | undefined;
        /** where the database of Java packages comes from */
        readonly JAVA_DATABASE_REPOSITORY?: string | number | boolean | undefined;
        /** how long the scan may take */
        readonly MINUTES: string | number | boolean;
        /** label of what this build starts */
        readonly BUILD: string | number | boolean;
        /** image to use where the tool is not on the PATH */
        readonly IMAGE: string | number | boolean;
        /** auto takes the tool from the PATH where it is there, else its image; path and docker only the one or the other (auto) */
        readonly RUN?: string | number | boolean | undefined;
      };
      readonly outputs: {
        /** how many findings there are */
        readonly findings: number;
        /** why there is no result: the cause, then what to do, one line each */
        readonly problem: readonly string[];
      };
    };
  }
}
