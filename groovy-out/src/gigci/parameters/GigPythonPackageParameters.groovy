// Generated from vars/gigPythonPackage.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigPythonPackage. */
final class GigPythonPackageParameters {

    private GigPythonPackageParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'directory',
                summary: 'Folder of the service, with setup.py or pyproject.toml.',
                required: false,
                defaultValue: '.',
                type: [kind: 'string'],
            ],
            [
                name: 'executable',
                summary: 'Python that builds the package.',
                required: false,
                defaultValue: 'python3',
                type: [kind: 'string'],
            ],
            [
                name: 'indexUrl',
                summary: 'Package index instead of the public one.',
                required: false,
                details: [environment: 'PIP_INDEX_URL'],
                type: [kind: 'string'],
            ],
            [
                name: 'indexCredentialsId',
                summary: 'Id of a user name and password for `indexUrl`. Bound while the tools and the build requirements are installed, not while code of the repository runs.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'url',
                summary: 'Address of the repository manager.',
                required: false,
                details: [environment: 'NEXUS_URL'],
                type: [kind: 'string'],
            ],
            [
                name: 'repository',
                summary: 'Name of a hosted PyPI repository.',
                required: false,
                defaultValue: 'python-backend-app',
                type: [kind: 'string'],
            ],
            [
                name: 'credentialsId',
                summary: 'Id of a user name and password that may upload.',
                required: false,
                defaultValue: 'nexus-cred',
                type: [kind: 'string'],
            ],
            [
                name: 'version',
                summary: '`project`: the version that the project names. `build`: that version and the number of the build.',
                required: false,
                defaultValue: 'project',
                type: [kind: 'literals', values: ['project', 'build']],
            ],
            [
                name: 'existing',
                summary: 'What happens to files that the repository has already.',
                required: false,
                defaultValue: 'skip',
                type: [kind: 'literals', values: ['skip', 'fail']],
            ],
            [
                name: 'allowHttp',
                summary: 'Allows an address without encryption, which shows the password to the network. Left out, an `url` needs encryption, and the address that the administrator has put into NEXUS_URL does not.',
                required: false,
                type: [kind: 'boolean'],
            ],
        ]
    }
}
