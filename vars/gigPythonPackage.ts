import { currentBuild, echo, env, script, withSecretLogin } from 'gig-ci/jenkins';
import { pythonTool } from './shared/images';

/** Where packages go; the group `nexus` of a pipeline. */
export interface NexusParameters {
  /** Address of the repository manager (environment NEXUS_URL). */
  url?: string;
  /** Name of a hosted PyPI repository. */
  repository?: string;
  /** Id of a user name and password that may upload. */
  credentialsId?: string;
  /** `project`: the version that the project names. `build`: that version and the number of the build. */
  version?: 'project' | 'build';
  /** What happens to files that the repository has already. */
  existing?: 'skip' | 'fail';
  /** Allows an `url` without encryption, which shows the password to the network. */
  allowHttp?: boolean;
}

/** Parameters of {@link gigPythonPackage}. */
export interface PythonPackageParameters extends NexusParameters {
  /** Folder of the service, with setup.py or pyproject.toml. */
  directory?: string;
  /** Python that builds the package. */
  executable?: string;
}

/**
 * Builds wheel and source distribution of a service and uploads them. The package is built before a credential is bound.
 * @returns version of the package
 * @example gigPythonPackage(directory: 'backend', url: 'https://nexus.example.com', repository: 'pypi-hosted')
 */
export default function gigPythonPackage({
  directory = '.',
  executable = 'python3',
  url,
  repository = 'python-backend-app',
  credentialsId = 'nexus-cred',
  version: versioning = 'project',
  existing = 'skip',
  allowHttp = false,
}: PythonPackageParameters): string {
  const address = packageAddress(url, allowHttp);
  const { version } = script('python-package-build.sh', {
    DIRECTORY: directory,
    EXECUTABLE: executable,
    VERSION: versioning,
    NUMBER: currentBuild.number,
    BUILDER: pythonTool('build'),
    UPLOADER: pythonTool('twine'),
  });
  const { uploaded } = withSecretLogin(credentialsId, (username, password) =>
    script('python-package-upload.sh', {
      URL: `${address}/repository/${repository}/`,
      EXISTING: existing,
      USERNAME: username,
      PASSWORD: password,
    }),
  );
  echo(`Version ${version}: ${uploaded} files were uploaded to ${repository}.`);
  return version;
}

/** The address without a slash at the end, once it is clear that a password may go there. */
function packageAddress(url: string | undefined, allowHttp: boolean): string {
  const address = url ?? env.NEXUS_URL;
  if (address === undefined || address === '') {
    throw new Error(
      'There is no address to upload to: set nexus.url, or NEXUS_URL in the environment of Jenkins.',
    );
  }
  if (address.startsWith('http:')) {
    if (url !== undefined && !allowHttp) {
      throw new Error(
        `nexus.url is ${url}: without https, the password is readable on the way. nexus.allowHttp accepts that.`,
      );
    }
    echo(`Warning: packages and password go to ${address} without encryption.`);
  }
  return address.endsWith('/') ? address.slice(0, -1) : address;
}
