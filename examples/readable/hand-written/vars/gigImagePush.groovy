/**
 * Builds an image and pushes it, unless the registry has it already.
 * @return what identifies the image
 */
String call(Map config = [:]) {
    if (!config.image || !config.tag) {
        error('gigImagePush: image and tag are required')
    }
    String reference = "${config.image}:${config.tag}"
    return withEnv(["REFERENCE=${reference}", "FOLDER=${config.folder ?: '.'}"]) {
        if (sh(script: 'docker manifest inspect "$REFERENCE" > manifest.json', returnStatus: true) != 0) {
            sh('docker build --tag "$REFERENCE" "$FOLDER"')
            sh('docker push "$REFERENCE"')
        }
        String digest = sh(script: 'docker inspect --format \'{{.Id}}\' "$REFERENCE"', returnStdout: true).trim()
        echo("${reference} is ${digest}")
        return digest
    }
}
