// Generated from vars/shared/images.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Patterns

/** The tools that gig-ci chooses itself: the only place that names their images and versions. */
final class Images {

    private Images() {
    }

    /** What is wrong with the name of an image that a call gives for a tool; `''` when nothing is. */
    @NonCPS
    static String toolImageProblem(String image) {
        def hasDigest = Patterns.test('^[^@ ]+@sha256:[0-9a-f]{64}\\z', image)
        def hasTag = Patterns.test('^[^@ ]+:[A-Za-z0-9_][A-Za-z0-9\\._\\-]{0,127}\\z', image) &&
            !image.endsWith(':latest')
        return hasDigest || hasTag
            ? ''
            : "'${image}' names no version: give a tag, which is not 'latest', or a digest, or tomorrow's build may run another program"
    }

    /** What `gigPreflight` is to look for: the names of a tool on the PATH, or the Docker for its image. */
    @NonCPS
    static String toolNames(String names, Map toolParameters) {
        String run = toolParameters.run ?: 'auto'
        switch (run) {
            case 'path':
                return names
            case 'docker':
                return 'docker'
            default:
                return "${names}|docker"
        }
    }

    /**
     * The image of a tool: the one that the call names, else the pinned one. It runs only where the tool is not on the agent's PATH.
     * @param mirror registry that keeps copies of public images; its name is put in front, e.g. for a network without Internet
     */
    @NonCPS
    static String toolImage(String tool, String mirror, String given = null) {
        if (given != null) {
            String problem = toolImageProblem(given)
            if (problem != '') {
                throw new Exception("tool.image ${problem}".toString())
            }
            return given
        }
        // The maintained fork: the original project was archived in 2025.
        // Releases 0.69.4 to 0.69.6 were malicious; this one is later.
        Map images = [
            aws: 'public.ecr.aws/aws-cli/aws-cli:2.37.1',
            'dependency-check': 'docker.io/owasp/dependency-check:12.2.0',
            kaniko: 'ghcr.io/osscontainertools/kaniko:v1.28.3',
            'sonar-scanner': 'docker.io/sonarsource/sonar-scanner-cli:12.2.0.4256_8.1.0',
            trivy: 'ghcr.io/aquasecurity/trivy:0.74.0',
        ]
        return mirroredImage(images[tool], mirror)
    }

    /** An image as the agent can pull it: behind the mirror, when there is one. */
    @NonCPS
    private static String mirroredImage(String image, String mirror) {
        return mirror == null || mirror == '' ? image : "${mirror}/${image}"
    }

    /** The database server that runs where a call names none. */
    @NonCPS
    static String databaseImage(String mirror) {
        String image = 'postgres:15'
        return mirror == null || mirror == '' ? image : mirroredImage("docker.io/library/${image}", mirror)
    }

    /** The pip requirement of a Python tool that gig-ci chooses itself. */
    @NonCPS
    static String pythonTool(String tool) {
        Map requirements = [build: 'build==1.6.1', twine: 'twine==7.0.0']
        return requirements[tool]
    }
}
