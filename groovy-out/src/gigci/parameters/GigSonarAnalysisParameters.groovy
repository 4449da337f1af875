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
                name: 'tool',
                summary: 'Where the scanner comes from.',
                required: false,
                type: [kind: 'group', parameters: toolParameters()],
            ],
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

    @NonCPS
    private static List toolParameters() {
        return [
            [
                name: 'run',
                summary: '`auto`: from the PATH of the agent where it is there, else its image by Docker; `path` or `docker`: only the one or the other.',
                required: false,
                defaultValue: 'auto',
                type: [kind: 'literals', values: ['auto', 'path', 'docker']],
            ],
            [
                name: 'image',
                summary: 'Image, with a version or a digest, instead of the one that gig-ci chooses. GIG_IMAGE_MIRROR does not change it.',
                required: false,
                type: [kind: 'string'],
            ],
        ]
    }
}
