package gigci.engine;

import java.util.List;

/** What a thread yields when it is suspended: the step that it asks for, with its arguments as the script wrote them. */
final class StepRequest {
    final String name;
    final List<Object> arguments;

    StepRequest(String name, List<Object> arguments) {
        this.name = name;
        this.arguments = arguments;
    }
}
