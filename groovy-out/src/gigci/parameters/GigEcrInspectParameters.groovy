// Generated from vars/gigEcrInspect.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigEcrInspect. */
final class GigEcrInspectParameters {

    private GigEcrInspectParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [name: 'registry', summary: 'Host name of the registry.', required: true, type: [kind: 'string']],
            [name: 'repository', summary: 'Name of the repository.', required: true, type: [kind: 'string']],
            [name: 'tag', summary: 'Tag to look up.', required: true, type: [kind: 'string']],
            [
                name: 'login',
                summary: 'Folder with the login, as gigEcrLogin returns it.',
                required: true,
                type: [kind: 'string'],
            ],
            [
                name: 'mayLack',
                summary: 'Takes a repository that does not exist for an empty one.',
                required: false,
                defaultValue: false,
                type: [kind: 'boolean'],
            ],
        ]
    }
}
