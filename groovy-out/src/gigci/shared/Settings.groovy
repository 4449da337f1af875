// Generated from vars/shared/settings.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Text

/** Values that a call or the environment of Jenkins may give, and where each came from. */
final class Settings {

    private Settings() {
    }

    /** Call before environment. @param variable name of the environment variable */
    @NonCPS
    static Map setting(String name, String given, String variable, String inherited) {
        if (given != null) {
            return [name: name, value: given, origin: 'call']
        }
        if (inherited != null && inherited != '') {
            return [name: name, value: inherited, origin: "environment ${variable}".toString()]
        }
        return [name: name, value: '', origin: 'set nowhere']
    }

    /**
     * The host name of the registry: what the call says about account and region, else ECR_REGISTRY, else what the environment
     * says about both. Without an account, that of the AWS identity serves, which is known after the login.
     */
    @NonCPS
    static Map registryOf(Map region, Map account, String inherited) {
        def isGiven = region.origin == 'call' || account.origin == 'call'
        if (!isGiven && inherited != null && inherited != '') {
            return [name: 'registry', value: inherited, origin: 'environment ECR_REGISTRY']
        }
        if (region.value == '' || account.value == '') {
            return [name: 'registry', value: '', origin: 'account of the AWS identity']
        }
        String domain = region.value.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
        return [
            name: 'registry',
            value: "${account.value}.dkr.ecr.${region.value}.${domain}".toString(),
            origin: 'aws.accountId and aws.region',
        ]
    }

    /** The repository of an image, without a tag. */
    @NonCPS
    static String imageName(String registry, String repository) {
        return registry == '' ? repository : "${registry}/${repository}"
    }

    /** A table of settings for the log. */
    @NonCPS
    static String settingsTable(List settings) {
        List lines = settings.collect { settingValue ->
            return "  ${Text.padEnd(settingValue.name, 14)} ${settingValue.value == '' ? '-' : settingValue.value} (${settingValue.origin})".toString()
        }
        return (['What this build uses:'] + lines).join('\n')
    }
}
