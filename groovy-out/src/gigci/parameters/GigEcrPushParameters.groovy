// Generated from vars/gigEcrPush.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigEcrPush. */
final class GigEcrPushParameters {

    private GigEcrPushParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'image',
                summary: 'Id or name of an image on this machine, or registry/repository@digest of one that is pulled first. With `archive`, the id that the image there must have (gigImageId).',
                required: true,
                type: [kind: 'string'],
            ],
            [
                name: 'archive',
                summary: 'Archive that holds the image, which skopeo pushes without Docker; `\'\'`: Docker has the image.',
                required: false,
                defaultValue: '',
                type: [kind: 'string'],
            ],
            [name: 'registry', summary: 'Host name of the registry.', required: true, type: [kind: 'string']],
            [name: 'repository', summary: 'Name of the repository.', required: true, type: [kind: 'string']],
            [
                name: 'tags',
                summary: 'Tags, pushed in this order.',
                required: true,
                type: [
                    kind: 'list',
                    minItems: 1,
                    uniqueItems: true,
                    element: [
                        kind: 'string',
                        pattern: '^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$',
                        javaPattern: '^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}\\z',
                    ],
                ],
            ],
            [
                name: 'login',
                summary: 'Folder with the login, as gigEcrLogin returns it.',
                required: true,
                type: [kind: 'string'],
            ],
        ]
    }
}
