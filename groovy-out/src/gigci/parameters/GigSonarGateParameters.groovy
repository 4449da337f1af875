// Generated from vars/gigSonarGate.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigSonarGate. */
final class GigSonarGateParameters {

    private GigSonarGateParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'server',
                summary: 'Name of the server in the configuration of Jenkins.',
                required: false,
                defaultValue: 'sonarqube',
                type: [kind: 'string'],
            ],
            [
                name: 'gate',
                summary: 'What a failed gate does: fail the build, make it unstable, or nothing but a line in the log.',
                required: false,
                defaultValue: 'abort',
                type: [kind: 'literals', values: ['abort', 'unstable', 'report']],
            ],
            [
                name: 'wait',
                summary: 'How the verdict is awaited: `webhook` waits for the server to call Jenkins, `poll` asks the server, `auto` asks until the server is done and then lets Jenkins read the verdict.',
                required: false,
                defaultValue: 'auto',
                type: [kind: 'literals', values: ['auto', 'webhook', 'poll']],
            ],
            [
                name: 'timeoutMinutes',
                summary: 'How long the server may take; being late fails the build.',
                required: false,
                defaultValue: 5,
                type: [kind: 'integer', minimum: 1],
            ],
        ]
    }
}
