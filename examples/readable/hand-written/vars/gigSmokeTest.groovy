/** Starts an image, asks for its pages on a port of its own, and removes its container whatever happens. */
void call(Map config = [:]) {
    if (!config.image || !config.pages) {
        error('gigSmokeTest: image and pages are required')
    }
    withEnv(["CONTAINER=smoke-test-${currentBuild.number}", "IMAGE=${config.image}"]) {
        try {
            String address = stage('Start') {
                sh('docker run --detach --name "$CONTAINER" --publish 127.0.0.1::8080 "$IMAGE"')
                sh(script: 'docker port "$CONTAINER" 8080', returnStdout: true).trim()
            }
            stage('Ask') {
                for (String page in config.pages) {
                    // It may still be starting.
                    withEnv(["ADDRESS=${address}", "PAGE=${page}"]) {
                        sh('curl --fail --silent --retry 10 --retry-connrefused --output page.html "$ADDRESS$PAGE"')
                    }
                    echo("${page} answers")
                }
            }
        } finally {
            // The log says why a page did not answer; without a container there is none.
            sh(script: 'docker logs "$CONTAINER" > smoke-test.log 2>&1', returnStatus: true)
            sh('docker rm --force "$CONTAINER"')
            archiveArtifacts('smoke-test.log')
        }
    }
}
