/** Starts an image, asks for its pages, and stops it whatever happens. */
void call(Map config = [:]) {
    if (!config.image || !config.pages) {
        error('gigSmokeTest: image and pages are required')
    }
    stage('Start') {
        withEnv(["IMAGE=${config.image}"]) {
            sh('docker run --detach --name smoke-test --publish 8080:8080 "$IMAGE"')
        }
    }
    try {
        stage('Ask') {
            for (String page in config.pages) {
                withEnv(["PAGE=${page}"]) {
                    sh('curl --fail --silent --output page.html http://localhost:8080"$PAGE"')
                }
                echo("${page} answers")
            }
        }
    } finally {
        // The log says why a page did not answer.
        sh('docker logs smoke-test > smoke-test.log 2>&1')
        archiveArtifacts('smoke-test.log')
        sh('docker rm --force smoke-test')
    }
}
