// Generated from vars/gigNotify.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigNotify. */
final class GigNotifyParameters {

    private GigNotifyParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'status',
                summary: 'How the build ended.',
                required: true,
                type: [kind: 'literals', values: ['SUCCESS', 'UNSTABLE', 'FAILED', 'ABORTED']],
            ],
            [
                name: 'image',
                summary: 'Repository of the image, without a tag.',
                required: false,
                defaultValue: '',
                type: [kind: 'string'],
            ],
            [name: 'tag', summary: 'Tag of the image.', required: false, defaultValue: '', type: [kind: 'string']],
            [
                name: 'url',
                summary: 'Address of the webhook, which is not shown anywhere.',
                required: false,
                details: [environment: 'GIG_NOTIFY_URL'],
                type: [kind: 'string', secret: true],
            ],
            [
                name: 'credentialsId',
                summary: 'Id of a secret text that holds the address, when it is a secret. It wins over `url`.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'on',
                summary: 'Outcomes that are worth a notification.',
                required: false,
                defaultValue: ['success', 'unstable', 'failure', 'aborted'],
                type: [
                    kind: 'list',
                    uniqueItems: true,
                    element: [kind: 'literals', values: ['success', 'unstable', 'failure', 'aborted']],
                ],
            ],
        ]
    }
}
