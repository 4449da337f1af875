// Generated from vars/shared/missing.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS

/** What a dry run goes on with where a run would end, because a value that it needs is set nowhere. */
final class Missing {

    private Missing() {
    }

    /** Sets what is set nowhere. */
    @NonCPS
    static Map madeUp(Map needyCall, Map inherited) {
        Map aws = needyCall.aws != null ? needyCall.aws : [:]
        def nexus = needyCall.nexus != null ? needyCall.nexus : [:]
        def image = needyCall.image != null ? needyCall.image : [:]
        String region = inherited.region
        String account = inherited.account
        String registry = inherited.registry
        String url = inherited.nexus

        def lacksRegion = image != false && (aws.region != null ? aws.region : region) == ''
        def lacksAccount = lacksRegion && registry == '' && (aws.accountId != null ? aws.accountId : account) == ''
        def lacksUrl = nexus != false && (nexus.url != null ? nexus.url : url) == ''
        Map made = [
            region: lacksRegion ? 'made-up-region' : region,
            account: lacksAccount ? '000000000000' : account,
            nexus: lacksUrl ? 'https://nexus.made-up.invalid' : '',
        ]
        return made +
            [
                entries: (lacksRegion ? ["AWS_REGION=${made.region}".toString()] : []) +
                    (lacksAccount ? ["AWS_ACCOUNT_ID=${made.account}".toString()] : []) +
                    (lacksUrl ? ["NEXUS_URL=${made.nexus}".toString()] : []),
            ]
    }
}
