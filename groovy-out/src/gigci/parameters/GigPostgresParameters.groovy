// Generated from vars/gigPostgres.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigPostgres. */
final class GigPostgresParameters {

    private GigPostgresParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'image',
                summary: 'Image of the database server, pulled as it is named (postgres:15, by way of GIG_IMAGE_MIRROR where that is set).',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'name',
                summary: 'Database that is created.',
                required: false,
                defaultValue: 'testdb',
                type: [kind: 'string'],
            ],
            [
                name: 'user',
                summary: 'Role that owns the database.',
                required: false,
                defaultValue: 'test',
                type: [kind: 'string'],
            ],
            [
                name: 'password',
                summary: 'Password of the role; a container is reachable on 127.0.0.1 only.',
                required: false,
                defaultValue: 'test',
                type: [kind: 'string', secret: true],
            ],
            [
                name: 'host',
                summary: 'Server to use instead of a container on this machine.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'port',
                summary: 'Port of the database; 0 is a free one, and on a given host 5432.',
                required: false,
                defaultValue: 0,
                type: [kind: 'integer', minimum: 0, maximum: 65535],
            ],
            [
                name: 'sslMode',
                summary: 'How strictly clients encrypt the connection.',
                required: false,
                defaultValue: 'disable',
                type: [kind: 'literals', values: ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']],
            ],
            [
                name: 'readyTimeoutSeconds',
                summary: 'How long the server may take to answer.',
                required: false,
                defaultValue: 60,
                type: [kind: 'integer', minimum: 1],
            ],
        ]
    }
}
