// Generated from vars/gigDatabaseCheck.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigDatabaseCheck. */
final class GigDatabaseCheckParameters {

    private GigDatabaseCheckParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'timeoutSeconds',
                summary: 'How long the connection may take.',
                required: false,
                defaultValue: 10,
                type: [kind: 'integer', minimum: 1],
            ],
        ]
    }
}
