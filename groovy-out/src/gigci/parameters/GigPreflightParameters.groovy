// Generated from vars/gigPreflight.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigPreflight. */
final class GigPreflightParameters {

    private GigPreflightParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'tools',
                summary: 'Tools; alternatives are separated by a bar, e.g. `trivy|docker`.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'packagingPython',
                summary: 'One of the tools that must be Python 3.10 or newer: packages are built and uploaded with that.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'files',
                summary: 'Files of the repository; alternatives are separated by a bar.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'secretTexts',
                summary: 'Ids of secret texts.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'logins',
                summary: 'Ids of user names with passwords.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'awsCredentials',
                summary: 'Ids of AWS credentials.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
        ]
    }
}
