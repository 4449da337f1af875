/** What a dry run goes on with where an address is set nowhere. */

/** The groups of a call with addresses that the environment may give. */
export interface AddressGroups {
  readonly aws?: { readonly region?: string; readonly accountId?: string };
  readonly nexus?: false | { readonly url?: string };
  readonly image?: false | object;
}

/** Variables of Jenkins that the groups fall back to; `''`: not set. */
export interface Inherited {
  readonly region: string;
  readonly account: string;
  readonly registry: string;
  readonly nexus: string;
}

/** Values that nobody takes for real ones. */
export interface Placeholders {
  /** As it is set, or made up. */
  readonly region: string;
  /** As it is set, or made up; `''`: that of the identity. */
  readonly account: string;
  /** Made up; `''`: it is set, or not needed. What an administrator sets may be without https, a call may not. */
  readonly nexus: string;
  /** What was made up, as `NAME=value`. */
  readonly entries: string[];
}

/** Makes up what is set nowhere. */
export function placeholdersFor(
  { aws = {}, nexus = {}, image = {} }: AddressGroups,
  { region, account, registry, nexus: url }: Inherited,
): Placeholders {
  const lacksRegion = image !== false && (aws.region ?? region) === '';
  const lacksAccount = lacksRegion && registry === '' && (aws.accountId ?? account) === '';
  const lacksUrl = nexus !== false && (nexus.url ?? url) === '';
  const made = {
    region: lacksRegion ? 'made-up-region' : region,
    account: lacksAccount ? '000000000000' : account,
    nexus: lacksUrl ? 'https://nexus.made-up.invalid' : '',
  };
  return {
    ...made,
    entries: [
      ...(lacksRegion ? [`AWS_REGION=${made.region}`] : []),
      ...(lacksAccount ? [`AWS_ACCOUNT_ID=${made.account}`] : []),
      ...(lacksUrl ? [`NEXUS_URL=${made.nexus}`] : []),
    ],
  };
}
