/** Says what a deployment would do, with everything that a call leaves out. */
Map call(Map config = [:]) {
    if (!config.service) {
        error('gigDeployPlan: service is required')
    }
    String service = config.service
    String target = config.target ?: 'staging'
    String registry = config.registry ?: ''
    def atLeast = target == 'production' ? 2 : 1
    def replicas = Math.max(config.replicas ?: atLeast, atLeast)
    String channel = config.notify == false ? '' : (config.notify?.channel ?: "#${service}")

    if (config.dryRun) {
        echo("${service} would go to ${target}")
    } else if (channel) {
        echo("${channel}: ${service} goes to ${target} with ${replicas} instances")
    }
    return [image: registry ? "${registry}/${service}".toString() : service, replicas: replicas, channel: channel]
}
