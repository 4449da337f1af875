// Generated from vars/gigEcrTag.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigEcrTag. */
final class GigEcrTagParameters {

    private GigEcrTagParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'digest',
                summary: 'Digest of an image that the repository has, sha256:\u2026',
                required: true,
                type: [kind: 'string'],
            ],
            [name: 'registry', summary: 'Host name of the registry.', required: true, type: [kind: 'string']],
            [name: 'repository', summary: 'Name of the repository.', required: true, type: [kind: 'string']],
            [
                name: 'tags',
                summary: 'Tags, set in this order.',
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
