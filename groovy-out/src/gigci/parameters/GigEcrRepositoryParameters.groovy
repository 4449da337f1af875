// Generated from vars/gigEcrRepository.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigEcrRepository. */
final class GigEcrRepositoryParameters {

    private GigEcrRepositoryParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [name: 'region', summary: 'Region of the registry.', required: true, type: [kind: 'string']],
            [name: 'registry', summary: 'Host name of the registry.', required: true, type: [kind: 'string']],
            [name: 'repository', summary: 'Name of the repository.', required: true, type: [kind: 'string']],
            [
                name: 'credentialsId',
                summary: 'Id of AWS credentials (the role of the machine).',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'roleArn',
                summary: 'Role that the identity takes for it; `\'\'`: none.',
                required: false,
                defaultValue: '',
                type: [kind: 'string'],
            ],
        ]
    }
}
