// Generated from vars/gigCheckout.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigCheckout. */
final class GigCheckoutParameters {

    private GigCheckoutParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'tags',
                summary: 'Tags that the image shall get: known words and literal tags, as in gigRouterPipeline.',
                required: false,
                type: [kind: 'list', element: [kind: 'string']],
            ],
        ]
    }
}
