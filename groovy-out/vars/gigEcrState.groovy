// Generated from vars/gigEcrState.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigEcrStateParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Parameters
import gigci.runtime.Values
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Says what a repository in Amazon ECR has already of a commit. Another commit's image under a fixed tag is an error, and so is a
 * repository that does not exist, unless `mayLack` says otherwise.
 * @return `region`, `registry`, `presentTags`, `digest`, and `isMissing`: whether there is no such repository
 * @example gigEcrState(region: 'eu-west-1', repository: 'orders', commit: env.GIT_COMMIT, fixedTags: ['1.4.0'])
 */
Map call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigEcrState', GigEcrStateParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
Map perform(Map parameters) {
    Map tool = parameters.tool != null ? parameters.tool : [:]
    String region = parameters.region
    String registry = parameters.registry ?: ''
    String credentialsId = parameters.credentialsId
    String roleArn = parameters.roleArn ?: ''
    String repository = parameters.repository
    String commit = parameters.commit
    List fixedTags = parameters.fixedTags
    List movingTags = parameters.movingTags != null ? parameters.movingTags : []
    def mayLack = parameters.mayLack ?: false

    def failed = null
    try {
        Map value = credentialsId == null
            ? gigEcrLogin.perform([tool: tool, region: region, registry: registry, roleArn: roleArn])
            : gigEcrLogin.perform([
                tool: tool,
                region: region,
                registry: registry,
                roleArn: roleArn,
                credentialsId: credentialsId,
            ])
        String host = value.registry
        String login = value.login
        Map present = presentImage([
            registry: host,
            repository: repository,
            commit: commit,
            fixedTags: fixedTags,
            login: login,
            mayLack: mayLack,
        ])
        def isMissing = present.isMissing
        if (fixedTags.isEmpty()) {
            // Fails when there is no such repository.
            Map found = gigEcrInspect.perform([
                registry: host,
                repository: repository,
                tag: movingTags[0] != null ? movingTags[0] : 'latest',
                login: login,
                mayLack: mayLack,
            ])
            isMissing = !found.repository
        }
        return [
            region: region,
            registry: host,
            presentTags: present.presentTags,
            digest: present.digest,
            isMissing: isMissing,
        ]
    } catch (Throwable thrown) {
        failed = thrown
        throw thrown
    } finally {
        try {
            gigEcrLogin.logout()
        } catch (FlowInterruptedException interruption) {
            throw interruption
        } catch (Exception later) {
            Flow.failedWhileCleaningUp(this, failed, later)
        }
    }
}

/** The tags that name an image of this commit, its digest, and whether there is no such repository. Another commit's image under one of them is an error. */
Map presentImage(Map parameters) {
    String registry = parameters.registry
    String repository = parameters.repository
    String commit = parameters.commit
    List fixedTags = parameters.fixedTags
    String login = parameters.login
    def mayLack = parameters.mayLack ?: false

    List presentTags = []
    String digest = ''
    def isMissing = false
    for (String tag in fixedTags) {
        Map found = gigEcrInspect.perform([
            registry: registry,
            repository: repository,
            tag: tag,
            login: login,
            mayLack: mayLack,
        ])
        isMissing = !found.repository
        if (found.present && found.revision != commit) {
            error("the tag ${tag} of ${repository} names the image of another commit (${found.revision}) for ever: " +
                'tags are used once; change the parameter tags, or start a new build')
        }
        if (found.present) {
            presentTags.add(tag)
            digest = found.digest
        }
    }
    return [presentTags: presentTags, digest: digest, isMissing: isMissing]
}

/** From here on: steps that a dry run prints instead. */
private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}
