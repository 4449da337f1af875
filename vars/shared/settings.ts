/** Values that a call or the environment of Jenkins may give, and where each came from. */

export interface Setting {
  readonly name: string;
  /** `''` when it is set nowhere. */
  readonly value: string;
  readonly origin: string;
}

/** Call before environment. @param variable name of the environment variable */
export function setting(
  name: string,
  given: string | undefined,
  variable: string,
  inherited: string | undefined,
): Setting {
  if (given !== undefined) {
    return { name, value: given, origin: 'call' };
  }
  if (inherited !== undefined && inherited !== '') {
    return { name, value: inherited, origin: `environment ${variable}` };
  }
  return { name, value: '', origin: 'set nowhere' };
}

/**
 * The host name of the registry: what the call says about account and region, else ECR_REGISTRY, else what the environment
 * says about both. Without an account, that of the AWS identity serves, which is known after the login.
 */
export function registryOf(region: Setting, account: Setting, inherited: string | undefined): Setting {
  const isGiven = region.origin === 'call' || account.origin === 'call';
  if (!isGiven && inherited !== undefined && inherited !== '') {
    return { name: 'registry', value: inherited, origin: 'environment ECR_REGISTRY' };
  }
  if (region.value === '' || account.value === '') {
    return { name: 'registry', value: '', origin: 'account of the AWS identity' };
  }
  const domain = region.value.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return {
    name: 'registry',
    value: `${account.value}.dkr.ecr.${region.value}.${domain}`,
    origin: 'aws.accountId and aws.region',
  };
}

/** The repository of an image, without a tag. */
export function imageName(registry: string, repository: string): string {
  return registry === '' ? repository : `${registry}/${repository}`;
}

/** A table of settings for the log. */
export function settingsTable(settings: readonly Setting[]): string {
  const lines = settings.map(
    ({ name, value, origin }) => `  ${name.padEnd(14)} ${value === '' ? '-' : value} (${origin})`,
  );
  return ['What this build uses:', ...lines].join('\n');
}
