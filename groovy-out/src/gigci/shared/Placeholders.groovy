// Generated from vars/shared/placeholders.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS

/** What a dry run goes on with where an address is set nowhere. */
final class Placeholders {

    private Placeholders() {
    }

    /** Makes up what is set nowhere. */
    @NonCPS
    static Map placeholdersFor(Map addressGroups, Map inherited) {
        Map aws = addressGroups.aws != null ? addressGroups.aws : [:]
        def nexus = addressGroups.nexus != null ? addressGroups.nexus : [:]
        def image = addressGroups.image != null ? addressGroups.image : [:]
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
