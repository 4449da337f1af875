/** What a dry run goes on with where a run would end, because a value that it needs is set nowhere. */

/** The groups that may need a value of the environment. */
export interface NeedyCall {
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
export interface MadeUp {
  /** As it is set, or made up. */
  readonly region: string;
  /** As it is set, or made up; `''`: that of the identity. */
  readonly account: string;
  /** Made up; `''`: it is set, or not needed. What an administrator sets may be without https, a call may not. */
  readonly nexus: string;
  /** What was made up, as `NAME=value`. */
  readonly entries: string[];
}

/** Sets what is set nowhere. */
export function madeUp(
  { aws = {}, nexus = {}, image = {} }: NeedyCall,
  { region, account, registry, nexus: url }: Inherited,
): MadeUp {
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
