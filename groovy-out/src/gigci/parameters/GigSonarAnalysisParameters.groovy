// Generated from vars/gigSonarAnalysis.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigSonarAnalysis. */
final class GigSonarAnalysisParameters {

    private GigSonarAnalysisParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'directory',
                summary: 'Folder of the service, with sonar-project.properties.',
                required: false,
                defaultValue: '.',
                type: [kind: 'string'],
            ],
            [
                name: 'server',
                summary: 'Name of the server in the configuration of Jenkins.',
                required: false,
                defaultValue: 'sonarqube',
                type: [kind: 'string'],
            ],
            [
                name: 'scanner',
                summary: 'Name of the scanner among the tools of Jenkins; without one, the scanner on the PATH or its image is used.',
                required: false,
                defaultValue: 'sonar-scanner',
                type: [kind: 'string'],
            ],
        ]
    }
}
